/** Offers a few small steps for somebody, when one starts from the person. */
import { asksAgain, settings, stopsFor, trials, type Person, type StepSpec } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, go } from "../navigation.ts";
import { allSteps } from "../steps/step-text.ts";
import { t } from "../words.ts";
import { cornerStep } from "./corner.ts";
import { smallSteps } from "./small-steps.ts";

/** `onChosen` is told the step. */
export const What = ({
  person,
  onChosen,
}: {
  /** Whom it would be with. */
  readonly person: Person;
  readonly onChosen: (step: StepSpec) => void;
}) => {
  const engine = useEngine();
  const state = engine.state.value;
  // What the safety questions stopped for one kind of step may still be open for another.
  const open = allSteps(state, settings(state).touch).filter((step) => {
    const stop = stopsFor(state, person.id, step.strand, asksAgain(step));
    return stop === "ok" || stop === "screen-first";
  });
  const few = [
    cornerStep(),
    ...smallSteps(
      open,
      person.role,
      trials(state).map((trial) => trial.step),
    ),
  ];
  return (
    <Page
      key="what"
      title={t("who.whatTitle")}
      lead={t("who.whatLead", { name: person.nickname })}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Stack gap={1}>
        {few.map((step) => (
          <Button key={step.id} wide onPress={() => onChosen(step)}>
            {step.title}
          </Button>
        ))}
      </Stack>
      <Button kind="quiet" onPress={() => go("steps")}>
        {t("who.whatMore")}
      </Button>
    </Page>
  );
};
