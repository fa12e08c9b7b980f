/** What chooses a step: it comes after the first paint, since the first view needs no step. */
import type { LocalDay } from "@belay/basics";
import type { State, StepSpec } from "@belay/domain";
import type { Choice, Hardness } from "@belay/guidance";

/** The way to choose among the steps of the catalogue and one's own (`createGuide`), and to say how hard they look. */
export interface Guide {
  readonly offer: (state: State, day: LocalDay, exclude: readonly string[]) => Choice;
  /** Null while there is nothing to go by. */
  readonly hardness: (state: State, day: LocalDay, step: StepSpec) => Hardness | null;
  /** Reads a long record in pieces: the generator yields where a frame may be drawn, and after it answers come at once. */
  readonly read: (state: State, day: LocalDay) => Generator<undefined, null>;
}
