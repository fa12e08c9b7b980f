/** The record in exact figures: over distinct tries, nothing estimated and nothing left out. */
import { jeffreys } from "../evidence.ts";
import type { Row, TryRow } from "./rows.ts";

/** Brier score 0 to 1, violation in points, share of yes with its 90 % interval (Jeffreys); null without any case. */
export type Record_ = {
  readonly brier: number | null;
  readonly violation: number | null;
  readonly yesRate: readonly [mean: number, low: number, high: number] | null;
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const helped = ({ outcome }: TryRow): boolean => outcome === "yes" || outcome === "partial";

/** Counts over rows that have each key once. */
export const recordOf = (rows: readonly Row[]): Record_ => {
  const tries = rows.flatMap((row) => (row.kind === "try" ? [row] : []));
  const answered = tries.filter(({ outcome }) => outcome !== null);
  const yes = answered.filter(helped).length;
  const interval = jeffreys(yes, answered.length);
  return {
    brier: mean(
      answered.flatMap((row) => (row.predHelp === null ? [] : [(row.predHelp / 100 - (helped(row) ? 1 : 0)) ** 2])),
    ),
    violation: mean(tries.flatMap(({ predBad, bad }) => (predBad === null || bad === null ? [] : [predBad - bad]))),
    yesRate: interval === null ? null : [yes / answered.length, ...interval],
  };
};
