/** The hybrid clock that orders entries without trusting anybody's wall clock (`security.md` 4.5a). */
import type { Recorded } from "@belay/domain";

/** A reading: milliseconds (48 bit) and a counter for entries of the same millisecond (16 bit). */
export interface Tick {
  readonly ms: number;
  readonly counter: number;
}

const counterLimit = 0xffff;

/** The later of a reading and one that was seen in the log, never clamped. */
export const observe = (last: Tick, seen: Tick): Tick => {
  if (seen.ms !== last.ms) return seen.ms > last.ms ? seen : last;
  return seen.counter > last.counter ? seen : last;
};

/**
 * The reading for a new entry at `ms`: later than every one before, even when the wall clock went back.
 * A counter that is full moves to the next millisecond.
 */
export const tick = (last: Tick, ms: number): Tick => {
  if (ms > last.ms) return { ms, counter: 0 };
  return last.counter < counterLimit ? { ms: last.ms, counter: last.counter + 1 } : { ms: last.ms + 1, counter: 0 };
};

/** The order of the log everywhere: time, counter, device, and the id where even those are equal. */
export const orderOf = (a: Recorded, b: Recorded): number => {
  if (a.at[0] !== b.at[0]) return a.at[0] - b.at[0];
  if (a.at[1] !== b.at[1]) return a.at[1] - b.at[1];
  if (a.at[2] !== b.at[2]) return a.at[2] < b.at[2] ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};
