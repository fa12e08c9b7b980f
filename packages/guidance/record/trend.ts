/** Finds which way a number goes over time, in a way that a single odd day cannot turn. */
import { normalQuantile } from "./student.ts";

/** One number at a time. `at` is a day number, `value` in whatever unit. */
export type Point = { readonly at: number; readonly value: number };

/** A slope in units of the value for one unit of time, with its interval; `n` points went in. */
export type Trend = { readonly slope: number; readonly low: number; readonly high: number; readonly n: number };

/** More points than this are not asked: the newest speak, and the work stays within milliseconds. */
const newestOnly = 150;

/** Sum of f over the sizes of groups of equal values. */
const overTies = (values: readonly number[], f: (size: number) => number): number => {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + f(size), 0);
};

/**
 * Variance of Kendall's S when nothing goes anywhere, with ties on either side: Kendall 1970, Rank Correlation Methods,
 * 4th ed., chapter 4.
 */
export const kendallVariance = (points: readonly Point[]): number => {
  const n = points.length;
  const xs = points.map(({ at }) => at);
  const ys = points.map(({ value }) => value);
  const main = (k: number): number => k * (k - 1) * (2 * k + 5);
  const pairs = (k: number): number => k * (k - 1);
  const triples = (k: number): number => k * (k - 1) * (k - 2);
  const first = (main(n) - overTies(xs, main) - overTies(ys, main)) / 18;
  const second = n > 2 ? (overTies(xs, triples) * overTies(ys, triples)) / (9 * triples(n)) : 0;
  const third = n > 1 ? (overTies(xs, pairs) * overTies(ys, pairs)) / (2 * pairs(n)) : 0;
  return first + second + third;
};

/** Slopes of all pairs that lie at different times, smallest first. */
const slopesOf = (points: readonly Point[]): Float64Array => {
  const slopes: number[] = [];
  points.forEach((a, i) => {
    for (const b of points.slice(i + 1)) if (b.at !== a.at) slopes.push((b.value - a.value) / (b.at - a.at));
  });
  return Float64Array.from(slopes).sort();
};

/**
 * The median of the slopes between all pairs of points, and the interval of `level` that Kendall's S gives it. Null
 * where all points lie at one time. Up to 29 % of the points may be wild before it breaks. Only the newest 150 points
 * are asked. Points close in time lean on each other, so the true interval is somewhat wider. Theil 1950, Proc Kon Ned
 * Akad Wet 53:386-392; Sen 1968, J Am Stat Assoc 63:1379-1389.
 */
export const trendOf = (all: readonly Point[], level = 0.9): Trend | null => {
  const points = all.toSorted((a, b) => a.at - b.at).slice(-newestOnly);
  const slopes = slopesOf(points);
  const { length } = slopes;
  if (length === 0) return null;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(kendallVariance(points));
  const low = Math.max(0, Math.round((length - half) / 2) - 1);
  const high = Math.min(length - 1, Math.round((length + half) / 2));
  const middle = ((slopes[Math.floor((length - 1) / 2)] ?? 0) + (slopes[Math.floor(length / 2)] ?? 0)) / 2;
  return { slope: middle, low: slopes[low] ?? middle, high: slopes[high] ?? middle, n: points.length };
};
