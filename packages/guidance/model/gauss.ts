/** A Gaussian over some dozens of numbers with full covariance, and the two moves it knows: to learn, and to drift. */

/** A pull along `spread` that is not yet in `cov`: curve x spread x spread is still to be taken from it. */
type Pull = { readonly spread: Float64Array; readonly curve: number };

/**
 * Means and covariances of `size` numbers, in arrays with room for `room`. Only the upper triangle of `cov` is kept
 * (row-major, `room` wide), and what was learnt last may wait in `waiting`, since several pulls are cheaper in one go.
 * It is changed in place by the functions here, so nobody else may hold it meanwhile.
 */
export type Gauss = {
  size: number;
  readonly room: number;
  readonly mean: Float64Array;
  readonly cov: Float64Array;
  waiting: readonly Pull[];
};

/** A weighted sum of some of the numbers: `at[i]` is a slot, `weight[i]` its weight. */
export type Sum = { readonly at: readonly number[]; readonly weight: readonly number[] };

/** With room for so many numbers, none of them there yet. */
export const emptyGauss = (room: number): Gauss => ({
  size: 0,
  room,
  mean: new Float64Array(room),
  cov: new Float64Array(room * room),
  waiting: [],
});

/** Adds a number that is independent of all others; gives its slot, or -1 when there is no room. */
export const addNumber = (gauss: Gauss, mean: number, sd: number): number => {
  if (gauss.size >= gauss.room) return -1;
  const slot = gauss.size;
  gauss.size += 1;
  gauss.mean[slot] = mean;
  gauss.cov[slot * gauss.room + slot] = sd * sd;
  return slot;
};

/** Takes what waits into the covariances; to be called before they are read. */
export const settle = (gauss: Gauss): void => {
  const [one, two, three, ...rest] = gauss.waiting;
  if (one === undefined) return;
  gauss.waiting = [];
  const nothing = two === undefined || three === undefined ? new Float64Array(gauss.size) : one.spread;
  takeThree(gauss, [one, two ?? { spread: nothing, curve: 0 }, three ?? { spread: nothing, curve: 0 }]);
  gauss.waiting = rest;
  settle(gauss);
};

const takeThree = ({ size, room, cov }: Gauss, [a, b, c]: readonly [Pull, Pull, Pull]): void => {
  for (let i = 0; i < size; i += 1) {
    const ai = a.curve * (a.spread[i] ?? 0);
    const bi = b.curve * (b.spread[i] ?? 0);
    const ci = c.curve * (c.spread[i] ?? 0);
    const row = i * room;
    for (let j = i; j < size; j += 1)
      cov[row + j] = (cov[row + j] ?? 0) - ai * (a.spread[j] ?? 0) - bi * (b.spread[j] ?? 0) - ci * (c.spread[j] ?? 0);
  }
};

/** A copy that shares nothing; all is settled first, in both. */
export const copyGauss = (gauss: Gauss): Gauss => {
  settle(gauss);
  return { ...gauss, mean: gauss.mean.slice(), cov: gauss.cov.slice() };
};

/** Covariance of two numbers, once all is settled. */
export const covOf = ({ cov, room }: Gauss, i: number, j: number): number =>
  (i < j ? cov[i * room + j] : cov[j * room + i]) ?? 0;

/** Mean of a sum. */
export const meanOf = (gauss: Gauss, sum: Sum): number => {
  let total = 0;
  for (let i = 0; i < sum.at.length; i += 1) total += (sum.weight[i] ?? 0) * (gauss.mean[sum.at[i] ?? 0] ?? 0);
  return total;
};

/** Covariance of two sums. */
export const between = (gauss: Gauss, one: Sum, other: Sum): number => {
  let total = 0;
  for (let i = 0; i < one.at.length; i += 1) {
    let row = 0;
    for (let j = 0; j < other.at.length; j += 1)
      row += (other.weight[j] ?? 0) * covOf(gauss, one.at[i] ?? 0, other.at[j] ?? 0);
    total += (one.weight[i] ?? 0) * row;
  }
  return total;
};

/** Variance of a sum; never below 0. */
export const varianceOf = (gauss: Gauss, sum: Sum): number => Math.max(0, between(gauss, sum, sum));

/** Covariance of every number with a sum; what waits is counted in. */
export const spreadOf = (gauss: Gauss, sum: Sum): Float64Array => {
  const { size, room, cov } = gauss;
  const spread = new Float64Array(size);
  for (let k = 0; k < sum.at.length; k += 1) {
    const slot = sum.at[k] ?? 0;
    const weight = sum.weight[k] ?? 0;
    for (let i = 0; i <= slot; i += 1) spread[i] = (spread[i] ?? 0) + weight * (cov[i * room + slot] ?? 0);
    const row = slot * room;
    for (let i = slot + 1; i < size; i += 1) spread[i] = (spread[i] ?? 0) + weight * (cov[row + i] ?? 0);
  }
  for (const pull of gauss.waiting) {
    const c = pull.curve * along(pull.spread, sum);
    for (let i = 0; i < pull.spread.length; i += 1) spread[i] = (spread[i] ?? 0) - c * (pull.spread[i] ?? 0);
  }
  return spread;
};

/** Covariance of a sum with the one that a spread belongs to; with its own, that is its variance. */
export const along = (spread: Float64Array, sum: Sum): number => {
  let total = 0;
  for (let k = 0; k < sum.at.length; k += 1) total += (sum.weight[k] ?? 0) * (spread[sum.at[k] ?? 0] ?? 0);
  return total;
};

/**
 * Learns something about the sum that `spread` belongs to, given the slope of the log-likelihood in the sum's mean and
 * how much it bends there (minus the second derivative, at least 0): assumed-density filtering. A plain measurement y
 * with total variance s has slope (y - mean) / s and curve 1 / s: Kalman's update (1960, J Basic Eng 82:35-45).
 */
export const learn = (gauss: Gauss, spread: Float64Array, slope: number, curve: number): void => {
  const { mean } = gauss;
  for (let i = 0; i < spread.length; i += 1) mean[i] = (mean[i] ?? 0) + slope * (spread[i] ?? 0);
  gauss.waiting = [...gauss.waiting, { spread, curve }];
};

/** Makes a number less sure: adds variance. */
export const loosen = (gauss: Gauss, slot: number, variance: number): void => {
  const at = slot * gauss.room + slot;
  gauss.cov[at] = (gauss.cov[at] ?? 0) + variance;
};

/** Sets a number to a copy of a sum as it is now, fully correlated with it; what the slot held before is lost. */
export const remember = (gauss: Gauss, slot: number, sum: Sum): void => {
  settle(gauss);
  const spread = spreadOf(gauss, sum);
  const own = varianceOf(gauss, sum);
  const { size, room, mean, cov } = gauss;
  mean[slot] = meanOf(gauss, sum);
  for (let i = 0; i < size; i += 1) {
    const at = i < slot ? i * room + slot : slot * room + i;
    cov[at] = i === slot ? own : (spread[i] ?? 0);
  }
};

/** Adds a multiple of one number to another, with all that follows for what is known of both. */
export const shift = (gauss: Gauss, to: number, from: number, factor: number): void => {
  settle(gauss);
  const { size, room, mean, cov } = gauss;
  const own = covOf(gauss, to, to) + 2 * factor * covOf(gauss, to, from) + factor * factor * covOf(gauss, from, from);
  mean[to] = (mean[to] ?? 0) + factor * (mean[from] ?? 0);
  for (let i = 0; i < size; i += 1) {
    if (i === to) continue;
    const at = i < to ? i * room + to : to * room + i;
    cov[at] = (cov[at] ?? 0) + factor * covOf(gauss, i, from);
  }
  cov[to * room + to] = Math.max(0, own);
};
