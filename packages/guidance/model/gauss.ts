/** A Gaussian over some dozens of numbers with full covariance, and the two moves it knows: to learn, and to drift. */

/** A pull along `spread` that is not yet in `cov`: curve x spread x spread is still to be taken from it. */
type Pull = { readonly spread: Float64Array; curve: number };

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
  /** Room for pulls, and how many of them wait. Making arrays anew for each would cost more than the pulls. */
  readonly pulls: readonly Pull[];
  waiting: number;
};

/** A weighted sum of some of the numbers: `at[i]` is a slot, `weight[i]` its weight. */
export type Sum = { readonly at: readonly number[]; readonly weight: readonly number[] };

const freshPulls = (room: number): readonly Pull[] =>
  [0, 1, 2, 3].map(() => ({ spread: new Float64Array(room), curve: 0 }));

/** With room for so many numbers, none of them there yet. */
export const emptyGauss = (room: number): Gauss => ({
  size: 0,
  room,
  mean: new Float64Array(room),
  cov: new Float64Array(room * room),
  pulls: freshPulls(room),
  waiting: 0,
});

/** Takes one pull into the covariances. */
const takeOne = ({ size, room, cov }: Gauss, { spread, curve }: Pull): void => {
  for (let i = 0; i < size; i += 1) {
    const c = curve * (spread[i] ?? 0);
    if (c === 0) continue;
    const row = i * room;
    for (let j = i; j < size; j += 1) cov[row + j] = (cov[row + j] ?? 0) - c * (spread[j] ?? 0);
  }
};

/** Takes two pulls in one go, since it is the walk over the memory that costs. */
const takeTwo = ({ size, room, cov }: Gauss, one: Pull, two: Pull): void => {
  const a = one.spread;
  const b = two.spread;
  for (let i = 0; i < size; i += 1) {
    const ca = one.curve * (a[i] ?? 0);
    const cb = two.curve * (b[i] ?? 0);
    if (ca === 0 && cb === 0) continue;
    const row = i * room;
    for (let j = i; j < size; j += 1) cov[row + j] = (cov[row + j] ?? 0) - ca * (a[j] ?? 0) - cb * (b[j] ?? 0);
  }
};

/** Takes what waits into the covariances; to be called before they are read. */
export const settle = (gauss: Gauss): void => {
  const { pulls, waiting } = gauss;
  for (let i = 0; i < waiting; i += 2) {
    const one = pulls[i];
    const two = pulls[i + 1];
    if (one !== undefined && two !== undefined && i + 1 < waiting) takeTwo(gauss, one, two);
    else if (one !== undefined) takeOne(gauss, one);
  }
  gauss.waiting = 0;
};

/** A copy that shares nothing; all is settled first, in both. */
export const copyGauss = (gauss: Gauss): Gauss => {
  settle(gauss);
  return { ...gauss, mean: gauss.mean.slice(), cov: gauss.cov.slice(), pulls: freshPulls(gauss.room) };
};

/** Adds a number that is independent of all others; gives its slot, or -1 when there is no room. */
export const addNumber = (gauss: Gauss, mean: number, sd: number): number => {
  if (gauss.size >= gauss.room) return -1;
  settle(gauss);
  const slot = gauss.size;
  gauss.size += 1;
  gauss.mean[slot] = mean;
  gauss.cov[slot * gauss.room + slot] = sd * sd;
  return slot;
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

/** The next free pull; when all wait, they are taken in first. */
const freePull = (gauss: Gauss): Pull => {
  if (gauss.waiting >= gauss.pulls.length) settle(gauss);
  return gauss.pulls[gauss.waiting] ?? { spread: new Float64Array(gauss.room), curve: 0 };
};

/**
 * Covariance of every number with a sum; what waits is counted in. The array is the Gaussian's own, and good until the
 * next call.
 */
export const spreadOf = (gauss: Gauss, sum: Sum): Float64Array => {
  const { spread } = freePull(gauss);
  const { size, room, cov, pulls, waiting } = gauss;
  spread.fill(0);
  for (let k = 0; k < sum.at.length; k += 1) {
    const slot = sum.at[k] ?? 0;
    const weight = sum.weight[k] ?? 0;
    for (let i = 0; i < slot; i += 1) spread[i] = (spread[i] ?? 0) + weight * (cov[i * room + slot] ?? 0);
    const row = slot * room;
    for (let i = slot; i < size; i += 1) spread[i] = (spread[i] ?? 0) + weight * (cov[row + i] ?? 0);
  }
  for (let p = 0; p < waiting; p += 1) {
    const before = pulls[p];
    if (before === undefined) continue;
    const c = before.curve * along(before.spread, sum);
    for (let i = 0; i < size; i += 1) spread[i] = (spread[i] ?? 0) - c * (before.spread[i] ?? 0);
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
 * Learns something about the sum whose spread was taken last, given the slope of the log-likelihood in the sum's mean
 * and how much it bends there (minus the second derivative, at least 0): assumed-density filtering. A plain measurement
 * y with total variance s has slope (y - mean) / s and curve 1 / s: Kalman's update (1960, J Basic Eng 82:35-45).
 */
export const learn = (gauss: Gauss, spread: Float64Array, slope: number, curve: number): void => {
  const { mean, size } = gauss;
  for (let i = 0; i < size; i += 1) mean[i] = (mean[i] ?? 0) + slope * (spread[i] ?? 0);
  const pull = gauss.pulls[gauss.waiting];
  if (pull === undefined) return;
  pull.curve = curve;
  gauss.waiting += 1;
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
  for (let i = 0; i < to; i += 1) {
    const at = i * room + to;
    cov[at] = (cov[at] ?? 0) + factor * (cov[i < from ? i * room + from : from * room + i] ?? 0);
  }
  const row = to * room;
  for (let i = to + 1; i < size; i += 1)
    cov[row + i] = (cov[row + i] ?? 0) + factor * (cov[i < from ? i * room + from : from * room + i] ?? 0);
  cov[row + to] = Math.max(0, own);
};
