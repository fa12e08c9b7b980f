/** Compares two phases of one person's points: the share of pairs that lie higher, with its interval. */
import { err, ok, type Result } from "@belay/basics";
import { meanOf } from "./change.ts";

/** Points that a phase needs before anything is said about it (measures page 1.7, rule 8). */
export const pointsForPhase = 5;

/** The level of the interval of NAP, and the quantile of the standard normal that belongs to it. */
export const napLevel = 0.95;
const z = 1.959963984540054;

/** True while a phase has too few points for a word about it. */
export const tooEarly = (...counts: readonly number[]): boolean => counts.some((count) => count < pointsForPhase);

/** Why two phases cannot be compared. */
export type NoPhase = { readonly type: "EmptyPhase"; readonly phase: "A" | "B" };

/** What may be said: `early` below five points in a phase; `unclear` while the interval of NAP holds one half. */
export type PhaseVerdict = "early" | "unclear" | "higher" | "lower";

/** Two phases side by side. Nothing in here is a percentage of a person. */
export interface Phases {
  readonly pointsA: number;
  readonly pointsB: number;
  readonly tooEarly: boolean;
  /** Pairs of one point of A and one of B: all, those with B higher, with B lower, and alike. */
  readonly pairs: number;
  readonly higher: number;
  readonly lower: number;
  readonly ties: number;
  /** Share of pairs with B better, ties as half: 0 to 1, one half where the phases are alike. */
  readonly nap: number;
  readonly napInterval: readonly [low: number, high: number];
  /** (better - worse) / pairs, -1 to 1. It is 2 * nap - 1; no trend is taken out of it. */
  readonly tau: number;
  readonly meanA: number;
  readonly meanB: number;
  readonly medianA: number;
  readonly medianB: number;
  readonly verdict: PhaseVerdict;
}

/** The middle of at least one number; the mean of the two middle ones of an even count. */
export const middleOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
};

/** How many of the sorted values lie below `value`; with `alike`, those equal to it too. */
const countBelow = (sorted: readonly number[], value: number, alike: boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = sorted[middle] ?? Number.NaN;
    if (here < value || (alike && here === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The place between `from` and `to`, where `f` changes its sign, to the last bit. */
const rootOf = (f: (x: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to];
  const rising = f(to) >= f(from);
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The 95 % interval of NAP: Newcombe 2006, Stat Med 25:559-573, method 5. Its ends t solve
 * (NAP - t)^2 = z^2 t (1 - t) / (m n) * [1 + h (1 - t) / (2 - t) + h t / (1 + t)] with h = (m + n) / 2 - 1. It takes
 * points as apart from each other; a person's days are not quite, so the true one is wider.
 */
export const napIntervalOf = (nap: number, m: number, n: number): readonly [low: number, high: number] => {
  const h = (m + n) / 2 - 1;
  const off = (t: number): number => {
    const bracket = 1 + (h * (1 - t)) / (2 - t) + (h * t) / (1 + t);
    return (nap - t) ** 2 - (z ** 2 * t * (1 - t) * bracket) / (m * n);
  };
  return [nap === 0 ? 0 : rootOf(off, 0, nap), nap === 1 ? 1 : rootOf(off, nap, 1)];
};

const verdictOf = (
  early: boolean,
  [low, high]: readonly [number, number],
  towards: "higher" | "lower",
): PhaseVerdict => {
  if (early) return "early";
  if (low > 0.5) return towards;
  if (high < 0.5) return towards === "higher" ? "lower" : "higher";
  return "unclear";
};

/**
 * Non-overlap of all pairs (Parker & Vannest 2009, Behav Ther 40:357-367) of phase B against phase A, in points where
 * `better` says which way is better; with Tau, means and medians. Below five points in a phase the numbers are there
 * and nothing may be said of them. The verdict says where B lies, higher or lower, not whether that is good.
 */
export const phasesOf = (
  a: readonly number[],
  b: readonly number[],
  better: "higher" | "lower" = "higher",
): Result<Phases, NoPhase> => {
  if (a.length === 0) return err({ type: "EmptyPhase", phase: "A" });
  if (b.length === 0) return err({ type: "EmptyPhase", phase: "B" });
  const sorted = a.toSorted((x, y) => x - y);
  const pairs = a.length * b.length;
  const higher = b.reduce((sum, value) => sum + countBelow(sorted, value, false), 0);
  const ties = b.reduce((sum, value) => sum + countBelow(sorted, value, true), 0) - higher;
  const lower = pairs - higher - ties;
  const [good, bad] = better === "higher" ? [higher, lower] : [lower, higher];
  const nap = (good + ties / 2) / pairs;
  const napInterval = napIntervalOf(nap, a.length, b.length);
  const early = tooEarly(a.length, b.length);
  return ok({
    pointsA: a.length,
    pointsB: b.length,
    tooEarly: early,
    pairs,
    higher,
    lower,
    ties,
    nap,
    napInterval,
    tau: (good - bad) / pairs,
    meanA: meanOf(a),
    meanB: meanOf(b),
    medianA: middleOf(a),
    medianB: middleOf(b),
    verdict: verdictOf(early, napInterval, better),
  });
};

/**
 * The smallest difference between the means of two phases that stands out (95 %), in points, for days that vary by
 * `sd` within a person and are apart from each other: 1.96 * sd * sqrt(1/m + 1/n). With sd .57: .79 at 4 points each,
 * .56 at 8, .42 at 14. Days that hang together need more.
 */
export const smallestPhaseDifference = (sd: number, m: number, n: number): number => z * sd * Math.sqrt(1 / m + 1 / n);
