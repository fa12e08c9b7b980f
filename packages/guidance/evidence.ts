/** What the record shows: expected against actual, feared against felt, and how little can be said of it. */
import type { LocalDay } from "@belay/basics";
import type { Trial, TrialOutcome } from "@belay/domain";
import { betaQuantile } from "./beta.ts";

/** A range of shares, 0 to 1. */
export type Interval = readonly [low: number, high: number];

/** What was feared before and felt in one try, both 0 to 100. */
export type FearedFelt = {
  readonly id: string;
  readonly day: LocalDay;
  readonly step: string;
  readonly feared: number;
  readonly felt: number;
};

/** The figures. Null where there is nothing to reckon with; shares are 0 to 1, distress 0 to 100. */
export type Evidence = {
  /** Tries whose answer is known and whose chance of help was predicted: what `expectedYes` and `brier` rest on. */
  readonly n: number;
  /** Mean predicted chance of help over those. */
  readonly expectedYes: number | null;
  /** Tries that brought help, in part or whole, among `total`. */
  readonly yes: number;
  /** Those among `yes` that brought it in part. */
  readonly partial: number;
  /** Answers that hurt, among `total`. */
  readonly hurtful: number;
  /** Tries whose answer is known. */
  readonly total: number;
  /** 90 % interval of the share of yes of the asks that were made: chosen asks, so not of any ask. */
  readonly interval90: Interval | null;
  /** In the order given. */
  readonly pairs: readonly FearedFelt[];
  /** Mean of feared minus felt: above 0, it was less bad than feared. */
  readonly violation: number | null;
  /** Mean squared distance of prediction and result, 0 (always right) to 1. Brier 1950, Mon Weather Rev 78:1-3. */
  readonly brier: number | null;
  /** Fewer than five known answers: too few to say. */
  readonly tooFew: boolean;
};

/** Below so many known answers a share is not spoken of as one. */
export const enough = 5;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Jeffreys' interval of a share: the quantiles of Beta(yes + 1/2, total - yes + 1/2), with 0 and 1 at the ends of the
 * scale. `level` is 0 to 1. Null without a try. Brown, Cai & DasGupta 2001, Stat Sci 16:101-133, section 4.1.
 */
export const jeffreys = (yes: number, total: number, level = 0.9): Interval | null => {
  if (total <= 0) return null;
  const tail = (1 - level) / 2;
  const low = yes <= 0 ? 0 : betaQuantile(yes + 0.5, total - yes + 0.5, tail);
  const high = yes >= total ? 1 : betaQuantile(yes + 0.5, total - yes + 0.5, 1 - tail);
  return [low, high];
};

/** Whether help came. A partial counts: it is help. */
export const isYes = (outcome: TrialOutcome): boolean => outcome === "yes" || outcome === "partial";

/** One row for each try; of rows with the same id the last stands. */
const distinct = (trials: readonly Trial[]): readonly Trial[] => [
  ...new Map(trials.map((trial) => [trial.id, trial])).values(),
];

const known = (
  trial: Trial,
): readonly { readonly yes: boolean; readonly outcome: TrialOutcome; readonly help: number | null }[] =>
  trial.outcome === null ? [] : [{ yes: isYes(trial.outcome), outcome: trial.outcome, help: trial.predHelp }];

const pair = ({ id, day, step, predBad, bad }: Trial): readonly FearedFelt[] =>
  predBad === null || bad === null ? [] : [{ id, day, step, feared: predBad, felt: bad }];

/** The figures over all tries, refusals and bad outcomes included. */
export const evidence = (trials: readonly Trial[]): Evidence => {
  const rows = distinct(trials);
  const answers = rows.flatMap(known);
  const predicted = answers.flatMap(({ yes, help }) => (help === null ? [] : [{ yes: yes ? 1 : 0, help: help / 100 }]));
  const pairs = rows.flatMap(pair);
  const yes = answers.filter((answer) => answer.yes).length;
  return {
    n: predicted.length,
    expectedYes: mean(predicted.map(({ help }) => help)),
    yes,
    partial: answers.filter(({ outcome }) => outcome === "partial").length,
    hurtful: answers.filter(({ outcome }) => outcome === "hurtful").length,
    total: answers.length,
    interval90: jeffreys(yes, answers.length),
    pairs,
    violation: mean(pairs.map(({ feared, felt }) => feared - felt)),
    brier: mean(predicted.map((row) => (row.help - row.yes) ** 2)),
    tooFew: answers.length < enough,
  };
};
