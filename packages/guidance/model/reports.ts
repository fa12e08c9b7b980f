/** What words and deeds teach about the state: reported peaks, guesses before, cards at the start, done or not done. */
import { plus, type Distance } from "./distance.ts";
import { along, learn, spreadOf, varianceOf, type Gauss, type Sum } from "./gauss.ts";
import { bend, distanceAt, logisticWidth, pointsAt, pull } from "./normal.ts";
import { noise } from "./priors.ts";
import { slots, type State } from "./state.ts";
import type { Noisiness } from "./track.ts";

/** Beyond so many standard deviations a word weighs less the farther out it is (Huber 1964, Ann Math Stat 35:73-101). */
const trusted = 2.5;

/** No single word shows more noise than this, in variances of what was expected. */
const outlier = 9;

/** At or beyond these points the scale ends: what is said there means "at least" or "at most". */
const ends = { low: 2, high: 98 } as const;

/** Variance on the straight scale that comes of reading off and rounding points near `at`. */
export const pointsVariance = (at: number, points: number): number => {
  const share = Math.min(0.94, Math.max(0.06, at / 100));
  return ((bend * points) / (100 * share * (1 - share))) ** 2;
};

/**
 * Learns from a measurement of a sum; far-out ones pull less. Gives the squared error that is left once what was not
 * known of the sum is taken off: in the mean, the variance of the noise.
 */
const measure = (gauss: Gauss, sum: Sum, expected: number, value: number, variance: number): number => {
  const spread = spreadOf(gauss, sum);
  const own = Math.max(0, along(spread, sum));
  const total = own + variance;
  const surprise = ((value - expected) * (value - expected)) / total;
  const trust = surprise > trusted * trusted ? trusted / Math.sqrt(surprise) : 1;
  learn(gauss, spread, (trust * (value - expected)) / total, trust / total);
  return Math.min(surprise, outlier) * total - own;
};

/** Learns that a sum, measured with this variance, lies beyond a bound: above it for `side` 1, below it for -1. */
export const bounded = (
  gauss: Gauss,
  sum: Sum,
  expected: number,
  bound: number,
  variance: number,
  side: 1 | -1,
): void => {
  const spread = spreadOf(gauss, sum);
  const total = Math.max(0, along(spread, sum)) + variance;
  const sd = Math.sqrt(total);
  const x = (side * (expected - bound)) / sd;
  const ratio = pull(x);
  learn(gauss, spread, (side * ratio) / sd, (ratio * (ratio + x)) / total);
};

/**
 * A word about distress in points: a peak, a guess, a card. `variance` is that of the straight scale, `extra` what the
 * sum leaves out, `scale` how noisy this person is. Gives the noise that was seen against the usual; at the ends, the least it can have been.
 */
const said = (
  state: State,
  sum: Sum,
  expected: number,
  points: number,
  noisy: { readonly variance: number; readonly extra: number; readonly scale: Noisiness },
): number => {
  const reading = pointsVariance((points + pointsAt(expected)) / 2, noise.points);
  const usual = noisy.variance + reading;
  const variance = noisy.variance * noisy.scale.moment + reading * noisy.scale.reading + noisy.extra;
  if (points > ends.low && points < ends.high)
    return (measure(state.gauss, sum, expected, distanceAt(points), variance) - noisy.extra) / usual;
  const side = points <= ends.low ? -1 : 1;
  const bound = distanceAt(side < 0 ? ends.low + 1 : ends.high - 1);
  const before = varianceOf(state.gauss, sum);
  bounded(state.gauss, sum, expected, bound, variance, side);
  const off = Math.max(0, side * (bound - expected)) ** 2;
  return (Math.min(off, outlier * (before + variance)) - before - noisy.extra) / usual;
};

/** What will be reported as the peak: (1 + stretch) x (distance + shade), made straight around what is believed now. */
export const peakSum = (state: State, distance: Distance): { readonly sum: Sum; readonly expected: number } => {
  const { mean } = state.gauss;
  const stretch = 1 + (mean[slots.stretch] ?? 0);
  const inner = distance.mean + (mean[slots.shade] ?? 0);
  return {
    sum: plus(distance.sum, stretch, [slots.shade, slots.stretch], [stretch, inner]),
    expected: stretch * inner,
  };
};

/** Variance of a reported peak on the straight scale: of the moment, and of telling it. */
export const peakVariance: number = noise.peak ** 2 + noise.moment ** 2;

/** A reported peak. `scale` is how noisy this person's reports are against the usual (variance). Gives what it was now. */
export const hearPeak = (state: State, distance: Distance, points: number, scale: Noisiness): number => {
  const { sum, expected } = peakSum(state, distance);
  return said(state, sum, expected, points, { variance: peakVariance, extra: distance.extra, scale });
};

/** A guess of the badness, or a card at the start: the distance, the shade of all reports, and an offset of its own. */
const hearOffset = (state: State, distance: Distance, offset: number, points: number, sd: number): void => {
  const expected = distance.mean + (state.gauss.mean[slots.shade] ?? 0) + (state.gauss.mean[offset] ?? 0);
  said(state, plus(distance.sum, 1, [slots.shade, offset], [1, 1]), expected, points, {
    variance: sd * sd,
    extra: distance.extra,
    scale: { moment: 1, reading: 1 },
  });
};

export const hearGuess = (state: State, distance: Distance, points: number): void =>
  hearOffset(state, distance, slots.guess, points, noise.guess);

export const hearCard = (state: State, distance: Distance, points: number): void =>
  hearOffset(state, distance, slots.cards, points, noise.card);

/** Slope of the curve of doing: a step 7 points beyond what is tolerated is done one time in four. */
export const doingWidth = 7;

/** A deed: carried out, or avoided or broken off. */
export const hearDeed = ({ gauss }: State, distance: Distance, done: boolean): void => {
  const margin = plus(distance.sum, -1, [slots.tolerance], [1]);
  const expected = (gauss.mean[slots.tolerance] ?? 0) - distance.mean;
  bounded(gauss, margin, expected, 0, (doingWidth * logisticWidth) ** 2 + distance.extra, done ? 1 : -1);
};
