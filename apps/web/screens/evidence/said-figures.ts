/** Chooses which sentence guesses, gaps and trends bear, with the numbers it needs. */
import {
  enoughForCurve,
  enoughForTrend,
  enough,
  jeffreys,
  type AgainstAverage,
  type Group,
  type Trend,
  type Violation,
} from "@belay/guidance";
import { whole } from "./figures.ts";

/**
 * Which sentence stands over the curve. What was said differs from what came only where it lies outside the range of a
 * group, or of all together. The ranges are wider than those drawn, so that among many looks not one deceives more often
 * than one in ten times (Bonferroni; Dunn 1961, J Am Stat Assoc 56:52-64).
 */
export const curveSentence = (
  groups: readonly Group[],
): "evidence.calFew" | "evidence.calLow" | "evidence.calHigh" | "evidence.calMixed" | "evidence.calAlike" => {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (n < enoughForCurve) return "evidence.calFew";
  const all = {
    said: groups.reduce((sum, group) => sum + group.said * group.n, 0) / n,
    came: groups.reduce((sum, group) => sum + group.came, 0),
    n,
  };
  const level = 1 - 0.1 / (groups.length + 1);
  const looks = [...groups, all].map((look) => ({ said: look.said, range: jeffreys(look.came, look.n, level) }));
  const low = looks.some(({ said, range }) => range !== null && said < range[0]);
  const high = looks.some(({ said, range }) => range !== null && said > range[1]);
  if (low && high) return "evidence.calMixed";
  if (low) return "evidence.calLow";
  return high ? "evidence.calHigh" : "evidence.calAlike";
};

/** A share as percent to the next five, as one says "about": people guess no finer. */
export const aboutPercent = (share: number): number => 5 * Math.round(share * 20);

/** The Brier score as points of 100, beside what always saying the average would have made. */
export const scoreWords = (
  brier: number,
  against: AgainstAverage,
): {
  readonly score: number;
  readonly average: number;
  readonly its: number;
  readonly id: "evidence.calBetter" | "evidence.calWorse" | "evidence.calSame";
} => ({
  score: whole(brier) ?? 0,
  average: whole(against.average) ?? 0,
  its: whole(against.itsBrier) ?? 0,
  id:
    against.verdict === "better"
      ? "evidence.calBetter"
      : against.verdict === "worse"
        ? "evidence.calWorse"
        : "evidence.calSame",
});

/** A month, for saying slopes in a size that can be felt. */
const month = 30;

/** Which way a trend goes, in points a month; `flat` where its range holds zero or it rests on too few tries. */
export type Course = {
  readonly way: "down" | "up" | "flat";
  readonly by: number;
  readonly low: number;
  readonly high: number;
};

/** Sizes without their sign: the word "falls" or "rises" says it. */
export const courseOf = (trend: Trend | null): Course => {
  const flat = { way: "flat", by: 0, low: 0, high: 0 } as const;
  if (trend === null || trend.n < enoughForTrend) return flat;
  if (trend.low <= 0 && trend.high >= 0) return flat;
  const [near, far] = [Math.abs(trend.low), Math.abs(trend.high)].toSorted((a, b) => a - b);
  const points = (slope: number): number => Math.round(slope * month);
  return {
    way: trend.slope < 0 ? "down" : "up",
    by: points(Math.abs(trend.slope)),
    low: points(near ?? 0),
    high: points(far ?? 0),
  };
};

/** What may be said of the newest gaps. */
export type GapSentence =
  | { readonly id: "evidence.gapFew" }
  | { readonly id: "evidence.gapSame"; readonly n: number }
  | {
      readonly id: "evidence.gapLess" | "evidence.gapMore";
      readonly n: number;
      readonly mean: number;
      readonly low: number;
      readonly high: number;
    };

/** Less bad or worse only where the range of the mean leaves zero out, and never with fewer than `enough` tries. */
export const gapSentence = (violations: readonly Violation[]): GapSentence => {
  const run = violations.at(-1)?.run;
  if (run === undefined || run.range === null || violations.length < enough) return { id: "evidence.gapFew" };
  const [low, high] = run.range;
  if (low <= 0 && high >= 0) return { id: "evidence.gapSame", n: run.n };
  const ends = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b);
  return {
    id: low > 0 ? "evidence.gapLess" : "evidence.gapMore",
    n: run.n,
    mean: Math.round(Math.abs(run.mean)),
    low: Math.round(ends[0] ?? 0),
    high: Math.round(ends[1] ?? 0),
  };
};

/** How far the drawing of gaps has to reach on either side: the widest gap, to the next 25, and 50 at the least. */
export const reachOf = (violations: readonly Violation[]): number =>
  violations.reduce((reach, { gap }) => Math.max(reach, 25 * Math.ceil(Math.abs(gap) / 25)), 50);

/** Which sentence a chance bears, and the chance in whole percent: never nothing and never all, since no model knows that. */
export const chanceWords = (
  chance: number,
): { readonly id: "evidence.reachUp" | "evidence.reachDown" | "evidence.reachOpen"; readonly chance: number } => ({
  id: chance >= 0.9 ? "evidence.reachUp" : chance <= 0.1 ? "evidence.reachDown" : "evidence.reachOpen",
  chance: Math.min(99, Math.max(1, Math.round(chance * 100))),
});
