/** The record in exact figures: over distinct tries, nothing estimated and nothing left out. */
import { jeffreys } from "../evidence.ts";
import type { Row, TryRow } from "./rows.ts";

/** Brier score 0 to 1, violation in points, share of yes with its 90 % interval (Jeffreys); null without any case. */
export type Record_ = {
  readonly brier: number | null;
  readonly violation: number | null;
  readonly yesRate: readonly [mean: number, low: number, high: number] | null;
};

/** A sum that knows of how many. */
type Sum = { readonly n: number; readonly total: number };

const none: Sum = { n: 0, total: 0 };
const plus = ({ n, total }: Sum, value: number): Sum => ({ n: n + 1, total: total + value });
const mean = ({ n, total }: Sum): number | null => (n === 0 ? null : total / n);

const helped = ({ outcome }: TryRow): boolean => outcome === "yes" || outcome === "partial";

/** What was counted so far: squared errors of hopes, gaps of feared and felt, and answers that were a yes. */
export type Counts = { readonly squares: Sum; readonly gaps: Sum; readonly yes: Sum };

/** Before the first row. */
export const noCounts: Counts = { squares: none, gaps: none, yes: none };

/** The counts after a row; each key must come once. */
const counted = ({ squares, gaps, yes }: Counts, row: Row): Counts => {
  if (row.kind !== "try") return { squares, gaps, yes };
  const help = helped(row) ? 1 : 0;
  const hoped = row.outcome !== null && row.predHelp !== null;
  return {
    // In points, so that sums of whole numbers are exact, whatever their order.
    squares: hoped ? plus(squares, ((row.predHelp ?? 0) - 100 * help) ** 2) : squares,
    gaps: row.predBad !== null && row.bad !== null ? plus(gaps, row.predBad - row.bad) : gaps,
    yes: row.outcome !== null ? plus(yes, help) : yes,
  };
};

/** The counts after more rows. */
export const countedWith = (counts: Counts, rows: readonly Row[]): Counts => rows.reduce(counted, counts);

/** The record that counts come to. */
export const recordOf = ({ squares, gaps, yes }: Counts): Record_ => {
  const interval = jeffreys(yes.total, yes.n);
  const squared = mean(squares);
  return {
    brier: squared === null ? null : squared / 10_000,
    violation: mean(gaps),
    yesRate: interval === null ? null : [yes.total / yes.n, ...interval],
  };
};
