/** Decides what is recorded about steps: plans, predictions, outcomes. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { Strand } from "../events/fields.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { StepsState } from "./evolve.ts";
import { asksAgain, type StepSpec } from "./spec.ts";

/** Takes a step up. `person` and `context` are null where they do not matter. */
export type PlanStep = {
  readonly kind: "steps/plan";
  readonly step: StepSpec;
} & Pick<CommandFor<"steps/plan", "steps/planned@1">, "person" | "context" | "origin">;

/** Everything that can be asked of this feature. */
export type StepsCommand =
  | CommandFor<"steps/add-own", "steps/added@1", "step">
  | CommandFor<"steps/remove-own", "steps/removed@1">
  | CommandFor<"steps/rest", "steps/rested@1">
  | PlanStep
  | CommandFor<"steps/predict", "steps/predicted@1">
  | CommandFor<"steps/note-outcome", "steps/outcome-noted@1">
  | CommandFor<"steps/note-alone", "steps/alone-noted@1">;

/** What this feature has to be told about the others. */
export type AroundSteps = {
  /** Whether steps with touch were switched on. */
  readonly touch: boolean;
  readonly personExists: (person: string) => boolean;
  /** Why this person may not be asked for a step of the strand, or null. */
  readonly stopped: (person: string, strand: Strand, large: boolean) => Refusal | null;
  /** Whether an ask of this experiment went out, or was answered. */
  readonly asked: (experiment: string) => boolean;
};

const plan = (command: PlanStep, stamp: Stamp, around: AroundSteps): Decision => {
  const { step, person } = command;
  if (step.touch && !around.touch) return err({ type: "TouchOff" });
  if (step.needsPerson && person === null) return err({ type: "BadField", field: "person" });
  if (person !== null) {
    if (!around.personExists(person)) return err({ type: "NotFound", what: "person", id: person });
    const stopped = around.stopped(person, step.strand, asksAgain(step));
    if (stopped !== null) return err(stopped);
  }
  const { id, title, strand, difficulty, cost, disclosure } = step;
  const { context, origin } = command;
  return record("steps/planned@1", {
    experiment: stamp.id,
    step: id,
    title,
    strand,
    person,
    context,
    origin,
    difficulty,
    cost,
    disclosure,
  });
};

const known = (state: StepsState, experiment: string): Result<true, Refusal> =>
  (entryOf(state.experiments, experiment)?.plan ?? null) !== null
    ? ok(true)
    : err({ type: "NotFound", what: "experiment", id: experiment });

/** A prediction is made once, and before anything is known: an expectation written down afterwards is a memory. */
const predict = (
  state: StepsState,
  command: StepsCommand & { readonly kind: "steps/predict" },
  around: AroundSteps,
): Decision => {
  const there = known(state, command.experiment);
  if (!there.ok) return there;
  const facts = entryOf(state.experiments, command.experiment);
  if (facts !== null && facts.prediction !== null) return err({ type: "PredictionFixed", because: "already" });
  if (facts !== null && facts.outcomes.length > 0) return err({ type: "PredictionFixed", because: "outcome" });
  if (around.asked(command.experiment)) return err({ type: "PredictionFixed", because: "asked" });
  return record("steps/predicted@1", command);
};

/** Refuses what would ask an unsafe person, what is not there, and what would change a prediction. */
export const decideSteps = (state: StepsState, command: StepsCommand, stamp: Stamp, around: AroundSteps): Decision => {
  switch (command.kind) {
    case "steps/add-own":
      return record("steps/added@1", { ...command, step: stamp.id });
    case "steps/remove-own": {
      const own = entryOf(state.own, command.step);
      const there = own !== null && own.added !== null && own.removed === null;
      return there ? record("steps/removed@1", command) : err({ type: "NotFound", what: "step", id: command.step });
    }
    case "steps/rest":
      return record("steps/rested@1", command);
    case "steps/plan":
      return plan(command, stamp, around);
    case "steps/predict":
      return predict(state, command, around);
    case "steps/note-outcome": {
      const there = known(state, command.experiment);
      return there.ok ? record("steps/outcome-noted@1", command) : there;
    }
    case "steps/note-alone":
      return record("steps/alone-noted@1", command);
    default:
      return assertNever(command);
  }
};
