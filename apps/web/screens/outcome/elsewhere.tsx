/** Notes in two taps what came back by another way than a link. */
import { outcomes, type Experiment, type Outcome } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Sheet } from "../../parts/dialog.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { outcomeWords } from "../names.ts";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { quickOutcome } from "./quick-command.ts";

/** The button and its sheet: six answers of equal weight. Afterwards the rest can be added, or not. */
export const Elsewhere = ({
  experiment,
  small = true,
}: {
  readonly experiment: Experiment;
  /** In a list of several, the button is a small one. */
  readonly small?: boolean | undefined;
}) => {
  const [open, setOpen] = useState(false);
  const save = useSave();
  // Noted with the second tap. The page that follows adds to it; leaving that page loses nothing.
  const note = async (outcome: Outcome): Promise<void> => {
    if ((await save.run(quickOutcome(experiment.id, "done", outcome))) === null) return;
    setOpen(false);
    go("outcome", experiment.id);
  };
  return (
    <>
      <Button small={small} kind="quiet" haspopup="dialog" onPress={() => setOpen(true)}>
        {t("today.elsewhere")}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("today.elsewhereTitle")} closeText={t("shell.close")}>
        <Stack gap={1}>
          {outcomes.map((outcome) => (
            <Button key={outcome} wide busy={save.busy} onPress={() => void note(outcome)}>
              {t(outcomeWords(outcome))}
            </Button>
          ))}
        </Stack>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
      </Sheet>
    </>
  );
};
