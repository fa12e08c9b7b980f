/** What is counted over many measured times: quantiles, and how well two kinds can be told apart. */

/** The value below which a share of the values lies, such as 0.99; 0 of nothing. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;

/**
 * The area under the curve of the best guess by a threshold (Mann and Whitney, 1947): 0.5 when the two kinds cannot be
 * told apart, 1 when they always can. Equal values count half.
 */
export const toldApart = (one: readonly number[], other: readonly number[]): number => {
  const all = [...one.map((value) => ({ value, is: 1 })), ...other.map((value) => ({ value, is: 0 }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    // Equal values share the middle of their places, counted from 1.
    for (let at = from; at < to; at += 1) ranks += (all[at]?.is ?? 0) * ((from + 1 + to) / 2);
    from = to;
  }
  const area = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
  return Math.max(area, 1 - area);
};

/** Draws whole numbers below `below` from a seed, the same ones for the same seed (a mixer of 32 bits, mulberry32). */
export const dice = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};
