/** Says how well a mean is known: quantiles of the normal and of Student's curve, and the interval of a mean. */
import { betaQuantile } from "../beta.ts";
import type { Interval } from "../evidence.ts";
import { below } from "../model/normal.ts";

/** The `z` that the share `p` (strictly between 0 and 1) of the standard normal lies below; good to about 1e-6. */
export const normalQuantile = (p: number): number => {
  let low = -40;
  let high = 40;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The `t` that the share `p` (above 1/2, below 1) of Student's distribution lies below, for `freedom` >= 1 degrees of
 * freedom: t^2 = f (1 / x - 1) with x the quantile 2 (1 - p) of Beta(f / 2, 1 / 2). Abramowitz & Stegun 26.7.1, 26.5.27.
 */
export const studentQuantile = (freedom: number, p: number): number => {
  const x = betaQuantile(freedom / 2, 0.5, 2 * (1 - p));
  return Math.sqrt(freedom * (1 / x - 1));
};

/** A mean in the unit of its values, what it rests on, and the range it likely lies in (null for a single value). */
export type MeanBand = { readonly mean: number; readonly n: number; readonly range: Interval | null };

/**
 * The mean of `values` with its interval of `level` (0 to 1): mean +- t s / sqrt(n). Null without a value. It takes the
 * values as drawn from one pool and apart from each other, which a person's tries are not quite. Student 1908,
 * Biometrika 6:1-25.
 */
export const meanBand = (values: readonly number[], level = 0.9): MeanBand | null =>
  bandBy(values, (freedom) => studentQuantile(freedom, (1 + level) / 2));

/** The same where the quantiles by degrees of freedom are at hand already, for many means of few sizes. */
export const bandBy = (values: readonly number[], quantile: (freedom: number) => number): MeanBand | null => {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, n, range: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = quantile(n - 1) * Math.sqrt(variance / n);
  return { mean, n, range: [mean - half, mean + half] };
};
