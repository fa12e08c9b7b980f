/** Chance for the simulator: quick, from a seed, and the same everywhere. */

/** Draws from one seed. */
export interface Dice {
  /** 0 to below 1. */
  readonly next: () => number;
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly bytes: (length: number) => Uint8Array;
}

/** Mulberry32 (Ettinger 2017, public domain): 32 bits of state, which is plenty for a schedule. */
export const diceOf = (seed: number): Dice => {
  let state = (seed ^ 0x9e37_79b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
};
