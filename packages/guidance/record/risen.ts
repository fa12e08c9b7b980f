/** Says how likely it is that reach has risen, from what is believed already. */
import type { Guided } from "../app/guided.ts";
import { triesFelt } from "../app/numbers.ts";
import { standingOf } from "../model/standing.ts";
import type { Band } from "../protocol.ts";

/** Where reach stands (0 to 100, with its 90 % interval), and the chance, 0 to 1, that it is higher than 28 days ago. */
export type Risen = {
  readonly reach: Band;
  readonly chance: number;
  /** Tries that told how bad they were: what it rests on. */
  readonly tries: number;
};

/** The estimate as of the day of `guided`; null where there is no step to reckon with. */
export const risenOf = (guided: Guided): Risen | null => {
  if (guided.belief === null) return null;
  const { reach, trend28 } = standingOf(guided.belief.folded);
  return { reach, chance: trend28, tries: triesFelt(guided) };
};
