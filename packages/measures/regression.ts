/** Says when a change may be nothing but a high start falling by itself. */
import { normOf, reliabilitiesOf, scaleOf } from "./catalogue.ts";
import { averagedReliability } from "./change.ts";
import type { Instrument } from "./instrument.ts";

/**
 * Starts from which scores are known to fall without any help: of 403 people, those with PHQ-9 from 10 up went from
 * 15.1 to 12.0 (measures page 1.7, rule 5). The others are the same published marks of safety page 4.2.
 */
const highStart: Readonly<Record<string, number>> = { phq9: 10, phq8: 10, gad7: 10, phq4: 6 };

/** What is known of a start and of what came after it, in points of one score. */
export interface Start {
  readonly instrument: Instrument;
  readonly scale: string;
  /** Mean of the sittings before. */
  readonly before: number;
  /** How many sittings `before` is the mean of. */
  readonly sittings: number;
  /** Mean of the sittings after. */
  readonly after: number;
}

/** Whether the sentence about high starts belongs beside a change, and where the score was to be expected anyway. */
export interface Regression {
  readonly due: boolean;
  /** The score to expect of somebody who started there and did nothing; null without a known mean. */
  readonly expected: number | null;
}

/**
 * The score to expect next time of somebody at `value`, when nothing happens: r * value + (1 - r) * mean (Kelley 1923,
 * Statistical method, 178).
 */
export const expectedNext = (value: number, mean: number, reliability: number): number =>
  reliability * value + (1 - reliability) * mean;

/** True when a start lies so far on the worse side that falling back is to be expected. */
const isFarOut = ({ instrument, scale, before }: Start, worseIsUp: boolean): boolean => {
  const mark = scale === "total" ? highStart[instrument.id] : undefined;
  if (mark !== undefined) return before >= mark;
  const norm = normOf(instrument, scale);
  if (norm === null || norm.mean === null) return false;
  return worseIsUp ? before >= norm.mean + norm.sd : before <= norm.mean - norm.sd;
};

/**
 * A mean of several sittings falls back less than one does, as it repeats itself better (`averagedReliability`).
 * The sentence is due when somebody started far out on the worse side (from a known mark, or one standard deviation
 * beyond the group's mean) and then moved the better way. It is never due for a change for the worse.
 */
export const regressionOf = (start: Start): Regression => {
  const { instrument, scale, before, sittings, after } = start;
  const worseIsUp = scaleOf(instrument, scale)?.better === "lower";
  const moved = worseIsUp ? after < before : after > before;
  const mean = normOf(instrument, scale)?.mean ?? null;
  const best = reliabilitiesOf(instrument, scale)[0];
  const expected =
    mean === null || best === undefined ? null : expectedNext(before, mean, averagedReliability(best.value, sittings));
  return { due: moved && isFarOut(start, worseIsUp), expected };
};
