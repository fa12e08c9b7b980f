/**
 * Switches the sealed copy at the relay on or off, and says what it is good for.
 *
 * It promises nothing yet: without a second device the copy brings nothing back, and the words say so.
 */
import { assertNever } from "@belay/basics";
import { settings } from "@belay/domain";
import type { Copying } from "../../engine/engine.ts";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** How copying stands, in a sentence. */
export const copyWords = ({ kind, pending }: Copying): string => {
  switch (kind) {
    case "off":
      return t("mine.copyOff");
    case "waiting":
      return t("mine.copyWaiting");
    case "connected":
      return t("mine.copyConnected", { n: pending });
    case "offline":
      return t("mine.copyOffline", { n: pending });
    case "refused":
      return t("mine.copyRefused");
    default:
      return assertNever(kind);
  }
};

/** Off until somebody wants it. */
export const Copy = () => {
  const engine = useEngine();
  const save = useSave();
  const on = settings(engine.state.value).keepCopy;
  return (
    <Card title={t("mine.copyTitle")}>
      <Switch
        label={t("mine.copySwitch")}
        hint={t("mine.copyHint")}
        on={on}
        onChange={(keepCopy) =>
          void save.run({ kind: "settings/choose", keepCopy, country: null, signAs: null, touch: null })
        }
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <p role="status">{copyWords(engine.sync.value)}</p>
      {/* Switching off is no deletion, so it says so while it is on. */}
      {on ? <Soft>{t("mine.copyStays")}</Soft> : null}
    </Card>
  );
};
