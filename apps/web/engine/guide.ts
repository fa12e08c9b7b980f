/** What chooses a step: it comes after the first paint, since the first view needs no step. */
import type { LocalDay } from "@belay/basics";
import type { State, StepSpec } from "@belay/domain";
import type { Choice } from "@belay/guidance";

/** The steps of the catalogue, and the way to choose among them (`offerStep`). */
export interface Guide {
  readonly steps: readonly StepSpec[];
  readonly offer: (state: State, catalogue: readonly StepSpec[], day: LocalDay, exclude: readonly string[]) => Choice;
}
