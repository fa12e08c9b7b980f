/** What is expected of an act: whether it will be done, how it will be reported, and whether it would be too much. */
import { distanceOf, spreadOfDistance, type Act, type Distance, type Spread } from "./distance.ts";
import type { Folded } from "./fold.ts";
import { covOf, varianceOf } from "./gauss.ts";
import { slots } from "./state.ts";
import { below, bend, distanceAt, meanLogistic, ninety, pointsAt } from "./normal.ts";
import { noise } from "./priors.ts";
import { doingWidth, peakSum, peakVariance } from "./reports.ts";
import { noisiness } from "./track.ts";
import { chanceOfYes } from "./willing.ts";

/** The distance at which the true peak is 80 points: beyond it a step overwhelms. */
export const tooMuch = distanceAt(80);

/** Distance beyond reach (mean, sd), chances 0 to 1. */
export type Outlook = {
  readonly mean: number;
  readonly sd: number;
  readonly done: number;
  readonly over: number;
};

/** Chance that the true peak is above 80, for a distance of this mean and variance; moments differ a little. */
export const chanceOfTooMuch = ({ track }: Folded, mean: number, variance: number): number => {
  const wider = Math.max(1, noisiness(track).moment);
  return below((mean - tooMuch) / Math.sqrt(variance + noise.moment ** 2 * wider));
};

/** The outlook of an act, as far as choosing needs it. Done means: tolerance lies above the distance. */
export const outlookOf = (folded: Folded, { mean, variance, tolerance }: Spread): Outlook => {
  const { gauss } = folded.state;
  const margin = (gauss.mean[slots.tolerance] ?? 0) - mean;
  const total = variance - 2 * tolerance + covOf(gauss, slots.tolerance, slots.tolerance);
  return {
    mean,
    sd: Math.sqrt(variance),
    done: meanLogistic(margin / doingWidth, Math.max(0, total) / doingWidth ** 2),
    over: chanceOfTooMuch(folded, mean, variance),
  };
};

/** A reported peak: its mean and a 90 % interval, in points. */
export type PeakOutlook = { readonly peak: number; readonly low: number; readonly high: number };

/**
 * The peak that will be reported. Noise on the straight scale bends with it; the error of reading off and rounding is
 * in points, and is added where the interval ends.
 */
export const peakOutlookOf = ({ state, track }: Folded, distance: Distance): PeakOutlook => {
  const { sum, expected } = peakSum(state, distance);
  const scale = noisiness(track);
  const variance = varianceOf(state.gauss, sum) + distance.extra + peakVariance * scale.moment;
  const half = ninety * Math.sqrt(variance);
  const middle = pointsAt(expected);
  const reading = (ninety * noise.points) ** 2 * scale.reading;
  const low = middle - Math.sqrt((middle - pointsAt(expected - half)) ** 2 + reading);
  const high = middle + Math.sqrt((pointsAt(expected + half) - middle) ** 2 + reading);
  return {
    peak: 100 * meanLogistic(expected / bend, variance / bend ** 2),
    low: Math.max(0, low),
    high: Math.min(100, high),
  };
};

/** All that the protocol asks of a prediction. */
export const predictionOf = (folded: Folded, act: Act) => {
  const distance = distanceOf(folded.setup, folded.state, act, folded.strain);
  const { done, over } = outlookOf(folded, spreadOfDistance(folded.state, distance));
  const { peak, low, high } = peakOutlookOf(folded, distance);
  const yes = act.someone === null ? null : chanceOfYes(folded.willing, act.someone, act.step.cost)[0];
  return { done, yes, peak, peakLo: low, peakHi: high, over };
};
