/** Follows how far expectation and experience lie apart, try by try. */
import type { FearedFelt } from "../evidence.ts";
import { runOf } from "./enough.ts";
import { bandBy, studentQuantile, type MeanBand } from "./student.ts";

/**
 * Feared minus felt in one try, -100 to 100: above 0 it was less bad than feared, below 0 it was worse. `run` is the
 * mean over the newest tries up to this one, with its 90 % interval.
 */
export type Violation = FearedFelt & { readonly gap: number; readonly run: MeanBand };

/**
 * The gap of every try, oldest first as given, none left out. The size of the gap is what exposure learns from; by
 * itself it predicts little of how somebody fares later, so nothing is promised of it. Craske et al. 2014, Behav Res
 * Ther 58:10-23; Pittig et al. 2023, Clin Psychol Sci 11:199-217.
 */
export const violationsOf = (pairs: readonly FearedFelt[], run: number = runOf): readonly Violation[] => {
  const gaps = pairs.map(({ feared, felt }) => feared - felt);
  const quantiles = Array.from({ length: Math.max(0, run - 1) }, (_, index) => studentQuantile(index + 1, 0.95));
  return pairs.flatMap((pair, index) => {
    const gap = gaps[index] ?? 0;
    const newest = gaps.slice(Math.max(0, index + 1 - Math.max(1, run)), index + 1);
    const band = bandBy(newest, (freedom) => quantiles[freedom - 1] ?? 0);
    return band === null ? [] : [{ ...pair, gap, run: band }];
  });
};
