/** What is recorded when only one thing is said about how it went. */
import type { Command, Outcome, Status } from "@belay/domain";

/** The command that notes an outcome. */
export type OutcomeCommand = Extract<Command, { kind: "steps/note-outcome" }>;

/** Everything that was not said stays null, never zero. */
export const quickOutcome = (experiment: string, status: Status, outcome: Outcome | null): OutcomeCommand => ({
  kind: "steps/note-outcome",
  experiment,
  status,
  outcome,
  before: null,
  peak: null,
  after: null,
  bad: null,
  feared: null,
  closer: null,
  learnt: "",
});
