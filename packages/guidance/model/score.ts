/** Weighs what could be offered: near enough to be done, far enough to matter, and not what was done just now. */
import type { Candidate } from "./candidate.ts";
import type { Folded } from "./fold.ts";
import { doingWidth } from "./reports.ts";
import type { Limits } from "./today.ts";

/** Weights; the unit is a distance of 1 from the aimed-at chance of doing, squared and scaled. Set on simulated people. */
export const weights = {
  /** The chance of doing that is aimed at, and what it is worth to learn something where little is known. */
  done: { aim: 0.74, sd: 0.13, curious: 0.3 },
  felt: { low: 30, high: 56, perPoint: 0.03 },
  over: 12,
  step: 1,
  person: 0.35,
  context: 0.35,
  domain: 0.35,
  unsafe: 3,
} as const;

/** Points by which an expected peak lies outside the range that teaches. */
const outside = (felt: number, high: number): number =>
  Math.max(0, Math.min(weights.felt.low, high - 8) - felt, felt - Math.min(weights.felt.high, high));

/** How good an offer would be; only the order means anything. */
export const scoreOf = ({ track }: Folded, { act, outlook, felt, unsafe }: Candidate, { cap }: Limits): number => {
  const { step, someone, context } = act;
  const off = (outlook.done - weights.done.aim) / weights.done.sd;
  const used =
    weights.step * (track.steps[step.index] ?? 0) +
    (someone === null ? 0 : weights.person * (track.people[someone.index] ?? 0)) +
    (context < 0 ? 0 : weights.context * (track.contexts[context] ?? 0)) +
    (step.domain < 0 ? 0 : weights.domain * (track.domains[step.domain] ?? 0));
  // How far the chance of doing may be off, by what is not known of the distance: a first-order guess.
  const unsure = (outlook.sd * outlook.done * (1 - outlook.done)) / doingWidth / weights.done.sd;
  const aimed = cap < 60 ? 0 : 0.5 * (off * off - weights.done.curious * unsure * unsure);
  return (
    -aimed - weights.felt.perPoint * outside(felt, cap) - weights.over * outlook.over - used - weights.unsafe * unsafe
  );
};
