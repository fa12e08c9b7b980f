/** Counts the record of a person exactly and says whether a policy's report agrees with it. */
import type { Answer, EventMessage, Interval } from "./messages.ts";

/** What an exact count gives; null where there is nothing to count. */
export interface ExactReport {
  readonly brier: number | null;
  readonly violation: number | null;
  readonly yes: number;
  readonly asked: number;
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const isYes = ({ outcome }: EventMessage): boolean => outcome === "yes" || outcome === "partial";

/** The exact count over distinct events (the first of each id). */
export const exactReport = (events: readonly EventMessage[]): ExactReport => {
  const distinct = [...new Map(events.toReversed().map((event) => [event.id, event])).values()];
  const answered = distinct.filter(({ outcome }) => outcome !== null);
  const squares = answered.flatMap((event) =>
    event.predHelp === null ? [] : [(event.predHelp / 100 - (isYes(event) ? 1 : 0)) ** 2],
  );
  const surprises = distinct.flatMap(({ predBad, bad }) => (predBad === null || bad === null ? [] : [predBad - bad]));
  return {
    brier: meanOf(squares),
    violation: meanOf(surprises),
    yes: answered.filter(isYes).length,
    asked: answered.length,
  };
};

/** Wilson's score interval (1927), of 90 % unless `z` says otherwise: the reference. */
export const wilson = (yes: number, asked: number, z = 1.6449): readonly [low: number, high: number] => {
  const p = yes / asked;
  const middle = p + (z * z) / (2 * asked);
  const half = z * Math.sqrt((p * (1 - p)) / asked + (z * z) / (4 * asked * asked));
  return [(middle - half) / (1 + (z * z) / asked), (middle + half) / (1 + (z * z) / asked)];
};

const near = (said: number | null, exact: number | null, slack: number): boolean =>
  said === null || exact === null ? said === exact : Math.abs(said - exact) <= slack;

/** The good intervals (Wilson, Jeffreys, Agresti and Coull) differ by about half an observation. */
const slackOf = (asked: number): number => 0.01 + 0.5 / (asked + 2);

const yesAgrees = (said: Interval | null, { yes, asked }: ExactReport): boolean => {
  if (asked === 0) return said === null;
  if (said === null) return false;
  const [mean, low, high] = said;
  const [least, most] = wilson(yes, asked);
  // A Bayesian report may give the mean of a Beta posterior (Jeffreys) instead of the plain share.
  const share = near(mean, yes / asked, 0.0006) || near(mean, (yes + 0.5) / (asked + 1), 0.0006);
  const slack = slackOf(asked);
  return share && near(low, least, slack) && near(high, most, slack);
};

/** True when every part agrees: 0.0005 for the Brier score, 0.05 for the violation, half an observation for the ends. */
export const agrees = (report: NonNullable<Answer["report"]>, exact: ExactReport): boolean =>
  near(report.brier, exact.brier, 0.0005) &&
  near(report.violation, exact.violation, 0.05) &&
  yesAgrees(report.yesRate, exact);
