/** Stands beside Send: something smaller, waiting, a pause, or putting it away. None of it is a failure. */
import { trials, type Experiment, type StepSpec } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Sheet } from "../../parts/dialog.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { KindWord } from "../kindness/kind-word.tsx";
import { go, replace } from "../navigation.ts";
import { quickOutcome } from "../outcome/quick-command.ts";
import { useSave } from "../save.ts";
import { Pause } from "../shell/pause.tsx";
import { smallerStep } from "../steps/neighbours.ts";
import { allSteps } from "../steps/step-text.ts";
import { writePlace } from "../try/place-id.ts";
import { t } from "../words.ts";

/** One way on, with what it means below. */
const Way = ({
  title,
  more,
  busy = false,
  onPress,
}: {
  readonly title: string;
  /** What it means, below the button. */
  readonly more: string;
  /** Being recorded just now. */
  readonly busy?: boolean;
  readonly onPress: () => void;
}) => (
  <div>
    <Button wide busy={busy} onPress={onPress}>
      {title}
    </Button>
    <Soft>{more}</Soft>
  </div>
);

/** The button with its sheet. What was written stays in every case but the last. */
export const CantSend = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const save = useSave();
  const [open, setOpen] = useState(false);
  const [pausing, setPausing] = useState(false);
  const state = engine.state.value;
  // Steps with touch are never the way out of something else.
  const smaller: StepSpec | null = smallerStep(
    experiment.plan,
    allSteps(state, false),
    trials(state).map((trial) => trial.step),
  );
  // `swapped`: shown, felt as too much, exchanged. `avoided`: let be. Both tell the guidance to aim lower next time.
  const end = async (status: "swapped" | "avoided", then: () => void): Promise<void> => {
    if ((await save.run(quickOutcome(experiment.id, status, null))) === null) return;
    void engine.drafts.drop(`ask/${experiment.id}`);
    then();
  };
  const person = experiment.person;
  return (
    <>
      <Button kind="quiet" haspopup="dialog" onPress={() => setOpen(true)}>
        {t("ask.cant")}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("ask.cantTitle")} closeText={t("shell.close")}>
        <p>{t("ask.cantLead")}</p>
        <Stack gap={2}>
          {smaller === null ? null : (
            <Way
              title={t("ask.cantSmaller")}
              more={t("ask.cantSmallerMore", { title: smaller.title })}
              busy={save.busy}
              onPress={() =>
                void end("swapped", () =>
                  replace("try", writePlace({ step: smaller.id, person: smaller.needsPerson ? person : null })),
                )
              }
            />
          )}
          <Way title={t("ask.cantWait")} more={t("ask.cantWaitMore")} onPress={() => go("today")} />
          <Way
            title={t("ask.cantPause")}
            more={t("ask.cantPauseMore")}
            onPress={() => {
              setOpen(false);
              setPausing(true);
            }}
          />
          <Way
            title={t("ask.cantAway")}
            more={t("ask.cantAwayMore")}
            busy={save.busy}
            onPress={() => void end("avoided", () => replace("today"))}
          />
          <KindWord moment="before-ask" experiment={experiment.id} />
        </Stack>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
      </Sheet>
      <Pause open={pausing} onClose={() => setPausing(false)} />
    </>
  );
};
