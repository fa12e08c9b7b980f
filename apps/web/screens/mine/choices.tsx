/** Holds the few choices that change what is offered. */
import { settings } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** Touch is offered only to those who want it. */
export const Choices = () => {
  const save = useSave();
  const { touch } = settings(useEngine().state.value);
  return (
    <Card title={t("mine.choicesTitle")}>
      <Switch
        label={t("mine.touch")}
        hint={t("mine.touchHint")}
        on={touch}
        onChange={(on) =>
          void save.run({ kind: "settings/choose", touch: on, country: null, signAs: null, keepCopy: null })
        }
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};
