/** How likely each person is to say yes, and how likely it is that asking them is not safe. */
import {
  addNumber,
  along,
  emptyGauss,
  learn,
  loosen,
  meanOf,
  settle,
  spreadOf,
  varianceOf,
  type Gauss,
  type Sum,
} from "./gauss.ts";
import { logisticWidth, logit, ninety, logistic, meanLogistic } from "./normal.ts";
import { bounded } from "./reports.ts";
import type { Setup, Someone } from "./setup.ts";

/** On the scale of log odds. `under` is by how much people underestimate a yes (Bohns 2016, Curr Dir Psychol Sci 25:119-123). */
export const willingPriors = {
  common: { mean: 1.1, sd: 0.6 },
  under: { mean: 1, sd: 0.6 },
  /** For each 20 points of trust above 55. */
  trust: { mean: 0.45, sd: 0.25 },
  own: { sd: 0.7 },
  /** What a request of cost 1 loses against one of cost 0. */
  cost: 2,
  /** Scatter of single guesses. */
  guess: 0.9,
} as const;

/**
 * Hearts change from one day to the next as well: an answer less likely than `answer` makes somebody's own number less
 * sure by a variance of `by` before it is learnt from, a guess farther off than `guess` standard deviations only after
 * it: a single slip opens the mind, and does not yet carry it off.
 */
export const turning = { guess: 1.5, answer: 0.25, by: 0.8 } as const;

const slots = { common: 0, under: 1, trust: 2 } as const;

/** People beyond so many stay at their priors. */
const room = 24;

/** The numbers about willingness; people have a slot once they were asked. Changed in place by this file alone. */
export type Willing = { readonly gauss: Gauss; readonly personSlots: Int16Array };

/** Before anybody was asked. */
export const firstWilling = (setup: Setup): Willing => {
  const gauss = emptyGauss(3 + Math.min(setup.people.size, room));
  for (const key of ["common", "under", "trust"] as const)
    addNumber(gauss, willingPriors[key].mean, willingPriors[key].sd);
  return { gauss, personSlots: new Int16Array(setup.people.size).fill(-1) };
};

/** Log odds of a yes as a sum: `fixed` plus the sum, with variance `extra` from what has no slot. */
const oddsOf = ({ personSlots }: Willing, someone: Someone | null, cost: number) => {
  const trust = someone === null ? 0 : (someone.trust - 55) / 20;
  const slot = someone === null ? -1 : (personSlots[someone.index] ?? -1);
  const sum: Sum = slot < 0 ? { at: [0, 2], weight: [1, trust] } : { at: [0, 2, slot], weight: [1, trust, 1] };
  return { fixed: -willingPriors.cost * (cost - 0.45), sum, extra: slot < 0 ? willingPriors.own.sd ** 2 : 0 };
};

const ownSlot = ({ gauss, personSlots }: Willing, someone: Someone | null): void => {
  if (someone !== null && (personSlots[someone.index] ?? -1) < 0)
    personSlots[someone.index] = addNumber(gauss, 0, willingPriors.own.sd);
};

/** Hearts change: so much variance a day, of what all have in common and of each. */
export const drifts = { common: 0.0005, own: 0.005 } as const;

/** Widens what is believed by some days in which nothing was heard. */
export const driftWilling = ({ gauss, personSlots }: Willing, days: number): void => {
  loosen(gauss, slots.common, days * drifts.common);
  for (const slot of personSlots) if (slot >= 0) loosen(gauss, slot, days * drifts.own);
};

/** Somebody may have turned: their own number is less sure. */
const turn = ({ gauss, personSlots }: Willing, someone: Someone | null): void => {
  const slot = someone === null ? -1 : (personSlots[someone.index] ?? -1);
  if (slot >= 0) loosen(gauss, slot, turning.by);
};

/** Learns from somebody's own guess (0 to 100) that asking will help. */
export const hearHope = (willing: Willing, someone: Someone | null, cost: number, points: number): void => {
  ownSlot(willing, someone);
  const { gauss } = willing;
  const { fixed, sum, extra } = oddsOf(willing, someone, cost);
  const told: Sum = { at: [...sum.at, slots.under], weight: [...sum.weight, -1] };
  const off = logit(Math.min(97, Math.max(3, points)) / 100) - fixed - meanOf(gauss, told);
  const spread = spreadOf(gauss, told);
  const total = along(spread, told) + extra + willingPriors.guess ** 2;
  const trust = Math.min(1, (2.5 * Math.sqrt(total)) / Math.max(1e-9, Math.abs(off)));
  learn(gauss, spread, (trust * off) / total, trust / total);
  if (off * off <= turning.guess ** 2 * total) return;
  settle(gauss);
  turn(willing, someone);
};

/** Learns from an answer; a partial yes is a yes. */
export const hearAnswer = (willing: Willing, someone: Someone | null, cost: number, yes: boolean): void => {
  ownSlot(willing, someone);
  const { fixed, sum, extra } = oddsOf(willing, someone, cost);
  const expected = chanceOfYes(willing, someone, cost)[0];
  if ((yes ? expected : 1 - expected) < turning.answer) turn(willing, someone);
  bounded(willing.gauss, sum, fixed + meanOf(willing.gauss, sum), 0, extra + logisticWidth ** 2, yes ? 1 : -1);
};

/** Chance of a yes to a request of this cost (0 to 1): mean and 90 % interval. */
export const chanceOfYes = (
  willing: Willing,
  someone: Someone | null,
  cost: number,
): readonly [mean: number, low: number, high: number] => {
  const { fixed, sum, extra } = oddsOf(willing, someone, cost);
  settle(willing.gauss);
  const mean = fixed + meanOf(willing.gauss, sum);
  const variance = varianceOf(willing.gauss, sum) + extra;
  const half = ninety * Math.sqrt(variance);
  return [meanLogistic(mean, variance), logistic(mean - half), logistic(mean + half)];
};

/** What somebody answered so far. A plain no, a hurtful answer and a yes tell different things. */
export type Answers = { readonly yes: number; readonly no: number; readonly hurtful: number };

/** Factors on the odds of being unsafe. */
const safetyOdds = { safe: 0.05, unsure: 0.12, unsafe: 1e6, hurtful: 14, yes: 0.85, no: 0.9 } as const;

/** Chance that asking this person is not safe, 0 to 1. */
export const chanceOfUnsafe = (someone: Someone, { yes, no, hurtful }: Answers): number => {
  const told = safetyOdds.hurtful ** hurtful * safetyOdds.yes ** Math.min(yes, 20) * safetyOdds.no ** Math.min(no, 20);
  const odds = safetyOdds[someone.safety] * Math.exp((55 - someone.trust) / 40) * told;
  return odds / (1 + odds);
};
