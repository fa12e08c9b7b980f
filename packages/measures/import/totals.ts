/** Says on which range a file counts its totals: the one that is used here, or the other one that is in use. */
import { rangeOf, type Instrument, type Scale } from "../instrument.ts";
import { numberIn, type Table } from "./table.ts";

/**
 * As here; or the other way: the points added up where that is another number (WHO-5: 0 to 25, not 0 to 100; a mean of
 * 12 answers from 1 to 5: 12 to 60), and else a sum of answers numbered from 0 (Rosenberg: 0 to 30, not 10 to 40).
 */
export const totallings = ["own", "other"] as const;
/** One way of counting a total. */
export type Totalling = (typeof totallings)[number];

/** The lowest and the highest total in a way of counting; null where a score has no other way. */
export const totalRange = (
  instrument: Instrument,
  scale: Scale,
  way: Totalling,
): readonly [low: number, high: number] | null => {
  const own = rangeOf(instrument, scale);
  const [low, high] = rangeOf(instrument, { ...scale, how: "sum", times: 1 });
  if (way === "own") return own;
  // What is counted has one range; answers in steps of 25 are points already, and nobody adds those up.
  if (scale.how === "count" || instrument.answers.some(({ step }) => step > 1)) return null;
  if (high !== own[1]) return [low, high];
  return low > 0 ? [0, high - low] : null;
};

/**
 * A total of a file as this instrument counts it; null where it cannot be one in this way of counting. `isLoose`: only
 * its range is looked at.
 */
export const totalAs = (
  instrument: Instrument,
  scale: Scale,
  way: Totalling,
  total: number,
  isLoose = false,
): number | null => {
  const [from, to] = totalRange(instrument, scale, way) ?? [1, 0];
  const [low, high] = rangeOf(instrument, scale);
  const ours = low + ((total - from) * (high - low)) / (to - from);
  // A sum is a whole number of the scale's steps: 18 is no WHO-5 out of 100, and 7.5 no PHQ-9.
  const rest = scale.how !== "mean" ? ours % scale.times : way === "own" ? 0 : total % 1;
  return total < from || total > to || (rest !== 0 && !isLoose) ? null : ours;
};

/**
 * The one way that all totals of a file fit, or else the one whose range holds them all; null is a question to the
 * person. Sums from 0 are never settled: small numbers may as well be means. `columns`: one for each score.
 */
export const proposedTotals = (
  table: Table,
  instrument: Instrument,
  columns: readonly (number | null)[],
): Totalling | null => {
  const fit = (way: Totalling, isLoose: boolean): boolean =>
    instrument.scales.every((scale, i) =>
      table.rows.every(({ cells }) => {
        const total = numberIn(cells[columns[i] ?? -1] ?? "");
        return total === null || totalAs(instrument, scale, way, total, isLoose) !== null;
      }),
    );
  const isOnly = (way: Totalling, not: Totalling): boolean =>
    [false, true].some((isLoose) => fit(way, isLoose) && !fit(not, isLoose));
  const [scale] = instrument.scales;
  const other = scale === undefined ? null : totalRange(instrument, scale, "other");
  if (other === null || isOnly("own", "other")) return "own";
  return (scale?.how === "mean" || scale?.times !== 1) && isOnly("other", "own") ? "other" : null;
};
