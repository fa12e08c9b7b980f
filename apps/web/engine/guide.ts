/** What chooses a step: it comes after the first paint, since the first view needs no step. */
import type { LocalDay } from "@belay/basics";
import type { State, StepSpec } from "@belay/domain";
import type { Choice, Hardness, Planned, Risen } from "@belay/guidance";

/** The way to choose among the steps of the catalogue and one's own (`createGuide`), and to say how hard they look. */
export interface Guide {
  /**
   * One step, or rest, with its reasons and the numbers it was chosen by. `exclude` holds ids of steps that were just
   * turned down. Asked again for the same state and day it gives the very same value.
   */
  readonly offer: (state: State, day: LocalDay, exclude: readonly string[]) => Choice;
  /**
   * How hard a step looks on a day for this person, with nobody in particular: expected peak distress from 0 to 100 and
   * the ends between which it lies nine times of ten. Null while there is nothing to go by.
   */
  readonly hardness: (state: State, day: LocalDay, step: StepSpec) => Hardness | null;
  /**
   * The highest guess of badness, 0 to 100, that leaves a planned try bearable by what is believed; above it a smaller
   * step is named. Null while there is nothing to go by.
   */
  readonly bearable: (state: State, day: LocalDay, planned: Planned) => number | null;
  /** Where reach stands on a day, and the chance that it has risen; null while there is nothing to go by. */
  readonly risen: (state: State, day: LocalDay) => Risen | null;
  /**
   * Reads a long record in pieces: the generator yields where a frame may be drawn, and after it answers come at once.
   * Without it the first answer does the whole work.
   */
  readonly read: (state: State, day: LocalDay) => Generator<undefined, null>;
}
