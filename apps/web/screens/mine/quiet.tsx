/**
 * Offers quiet before gone: stops everything that could be noticed, and keeps what was written.
 *
 * On a watched device, something that vanishes at once is noticed sooner than something that is not used.
 */
import { settings } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** One press: rest, no reminders, no copying. Each can be taken up again where it is set. */
export const Quiet = () => {
  const engine = useEngine();
  const save = useSave();
  const { pace, reminders, keepCopy } = settings(engine.state.value);
  const quiet = pace === "resting" && !reminders.on && !keepCopy;
  const hush = async (): Promise<void> => {
    // The reminder first: it is what others would see.
    if (reminders.on && (await save.run({ kind: "settings/set-reminders", ...reminders, on: false })) === null) return;
    const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: false, touch: null } as const;
    if (keepCopy && (await save.run(copy)) === null) return;
    if (pace !== "resting") await save.run({ kind: "settings/choose-pace", pace: "resting" });
  };
  return (
    <Card title={t("mine.quietTitle")}>
      <p>{t("mine.quietText")}</p>
      <Soft>{t("mine.quietNot")}</Soft>
      {quiet ? null : (
        <div>
          <Button busy={save.busy} onPress={() => void hush()}>
            {t("mine.quietGo")}
          </Button>
        </div>
      )}
      <Notice tone="good">{quiet ? t("mine.quietOn") : null}</Notice>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};
