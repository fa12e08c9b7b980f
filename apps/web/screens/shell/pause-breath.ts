/** Tells where a breath stands at a moment: in or out, which second of it, and when that changes. */

/** How long a breath takes, in tenths of a second each way. */
export interface BreathPace {
  readonly inTenths: number;
  readonly outTenths: number;
}

/** One moment of a breath. */
export interface BreathMoment {
  readonly phase: "in" | "out";
  /** Which second of the phase it is, counted from 1; the last one may be short. */
  readonly second: number;
  /** Milliseconds until the phase or the second changes; more than 0. */
  readonly next: number;
}

/** The moment `ms` after the first breath began. The first half of a breath is the one inwards. */
export const breathAt = (ms: number, { inTenths, outTenths }: BreathPace): BreathMoment => {
  const inward = inTenths * 100;
  const at = ms % (inward + outTenths * 100);
  const phase = at < inward ? "in" : "out";
  const since = phase === "in" ? at : at - inward;
  const length = phase === "in" ? inward : outTenths * 100;
  const second = Math.floor(since / 1000) + 1;
  return { phase, second, next: Math.min(second * 1000, length) - since };
};
