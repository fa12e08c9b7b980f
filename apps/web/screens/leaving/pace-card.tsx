/** Lets somebody choose how much the app says by itself; nothing is chosen for them. */
import { paces, quietness, settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** Three paces, each with what it means; the line above them stands there only when the record bears it. */
export const PaceCard = () => {
  const engine = useEngine();
  const save = useSave();
  const [kept, setKept] = useState(false);
  // What was pressed shows at once; when it could not be kept, what stands shows again.
  const [pressed, setPressed] = useState<(typeof paces)[number] | null>(null);
  const state = engine.state.value;
  const { pace } = settings(state);
  const choose = async (chosen: (typeof paces)[number]): Promise<void> => {
    setPressed(chosen);
    setKept((await save.run({ kind: "settings/choose-pace", pace: chosen })) !== null);
    setPressed(null);
  };
  return (
    <Card title={t("leaving.paceTitle")}>
      {pace === "as-now" && quietness(state, engine.today()).suggest ? <Soft>{t("leaving.suggest")}</Soft> : null}
      <Choice
        stacked
        label={t("leaving.paceLabel")}
        options={paces.map((one) => ({
          value: one,
          label: t(`leaving.pace.${one}`),
          detail: t(`leaving.paceIs.${one}`),
        }))}
        value={pressed ?? pace}
        onChange={(chosen) => void choose(chosen)}
      />
      <Notice tone="good">{kept ? t("leaving.paceKept") : null}</Notice>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};
