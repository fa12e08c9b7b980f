/** Says on which range a file counts its totals: as here, as the plain sum of the points, or as that sum from 0 up. */
import { rangeOf, type Instrument, type Scale } from "../instrument.ts";
import { numberIn, type Table } from "./table.ts";

/**
 * As here (WHO-5: 0 to 100); the points added up where that is another number (WHO-5: 0 to 25; a mean of 12 answers
 * from 1 to 5: 12 to 60); a sum of answers that are numbered from 0 and not from 1 (Rosenberg: 0 to 30, not 10 to 40).
 */
export const totallings = ["own", "points", "zero"] as const;
/** One way of counting a total. */
export type Totalling = (typeof totallings)[number];

/** The lowest and the highest total in a way of counting; null where a score has no such way. */
export const totalRange = (
  instrument: Instrument,
  scale: Scale,
  way: Totalling,
): readonly [low: number, high: number] | null => {
  if (way === "own") return rangeOf(instrument, scale);
  const [low, high] = rangeOf(instrument, { ...scale, how: "sum", times: 1 });
  const isPlain = scale.how === "sum" && scale.times === 1;
  if (way === "zero") return isPlain && low > 0 ? [0, high - low] : null;
  // Answers in steps of 25 are points already: nobody adds those up.
  return isPlain || scale.how === "count" || instrument.answers.some(({ step }) => step > 1) ? null : [low, high];
};

const isWithin = (instrument: Instrument, scale: Scale, way: Totalling, total: number): boolean => {
  const [low, high] = totalRange(instrument, scale, way) ?? [1, 0];
  return total >= low && total <= high;
};

/** A total of a file as this instrument counts it; null where it cannot be one in this way of counting. */
export const totalAs = (instrument: Instrument, scale: Scale, way: Totalling, total: number): number | null => {
  // A sum is a whole number of the scale's steps: 18 is no WHO-5 out of 100, and 7.5 no PHQ-9.
  const isStep = way === "own" ? scale.how === "mean" || total % scale.times === 0 : Number.isInteger(total);
  const range = totalRange(instrument, scale, way);
  if (range === null || !isStep || !isWithin(instrument, scale, way, total)) return null;
  const [low, high] = rangeOf(instrument, scale);
  return low + ((total - range[0]) * (high - low)) / (range[1] - range[0]);
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
  const totals = instrument.scales.flatMap((scale, i) =>
    table.rows.flatMap(({ cells }) => {
      const total = numberIn(cells[columns[i] ?? -1] ?? "");
      return total === null ? [] : [{ scale, total }];
    }),
  );
  const ways = totallings.filter((way) => instrument.scales.some((scale) => totalRange(instrument, scale, way)));
  if (ways.length === 1) return "own";
  const only = (fits: typeof isWithin): Totalling | null => {
    const [way = null, other = null] = ways.filter((one) =>
      totals.every(({ scale, total }) => fits(instrument, scale, one, total)),
    );
    return other === null && way !== "zero" ? way : null;
  };
  return only((...at) => totalAs(...at) !== null) ?? only(isWithin);
};
