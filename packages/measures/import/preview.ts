/** Shows every row as it would be taken in, with its scores, and every row that cannot be, with the reason. */
import { err, ok, type LocalDay, type Result } from "@belay/basics";
import { instruments } from "../catalogue.ts";
import type { InstrumentId } from "../ids.ts";
import { answersTo, type Instrument } from "../instrument.ts";
import { score, type Scores } from "../score.ts";
import { asGiven, valueOf, type Codes } from "./codes.ts";
import type { Mapping } from "./columns.ts";
import { dayIn } from "./days.ts";
import { numberIn, type Row, type Table } from "./table.ts";
import { totalAs } from "./totals.ts";

/** Why a row cannot be taken in. `column` counts from 0, `item` from 1; `text` is what stands there. */
export type RowFault =
  | { readonly type: "NoDay"; readonly column: number }
  | { readonly type: "NotADay"; readonly column: number; readonly text: string }
  | { readonly type: "NotYet"; readonly column: number; readonly text: string }
  | { readonly type: "NoMeaning"; readonly column: number; readonly item: number; readonly text: string }
  | { readonly type: "NotOnScale"; readonly column: number; readonly item: number; readonly text: string }
  | { readonly type: "NotAScore"; readonly column: number; readonly scale: string; readonly text: string }
  | { readonly type: "Nothing" };

/** What is kept of one row. */
export interface Sitting {
  readonly instrument: InstrumentId;
  readonly on: LocalDay;
  /** In the published order; null for one that was not given. Null as a whole where only scores are known. */
  readonly answers: readonly (number | null)[] | null;
  readonly scores: Scores | null;
}

/** A row that can be taken in. */
export interface Taken {
  readonly n: number;
  readonly sitting: Sitting;
  /** What it comes to; null where answers are missing that a score would need. */
  readonly scores: Scores | null;
  /** The same questionnaire on the same day: in the record already, or further up in the file (the row's number). */
  readonly twice: "recorded" | number | null;
}

/** Every row of a table, in its order. */
export interface Preview {
  readonly taken: readonly Taken[];
  readonly doubtful: readonly { readonly n: number; readonly faults: readonly RowFault[] }[];
}

/** All that was said about a file. */
export interface Reading {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly codes: Codes;
  /** The items that are turned for scoring stand turned in the file. */
  readonly isTurned: boolean;
}

type Read<T> = { readonly value: T | null; readonly faults: readonly RowFault[] };

const dayOf = ({ cells }: Row, { day, form }: Mapping, today: LocalDay): Read<LocalDay> => {
  if (day === null || form === null) return { value: null, faults: [{ type: "NoDay", column: day ?? 0 }] };
  const text = cells[day] ?? "";
  const value = dayIn(text, form);
  if (text === "") return { value, faults: [{ type: "NoDay", column: day }] };
  if (value === null) return { value, faults: [{ type: "NotADay", column: day, text }] };
  return { value, faults: value > today ? [{ type: "NotYet", column: day, text }] : [] };
};

const isAllowed = (instrument: Instrument, item: number, answer: number): boolean => {
  const { from, to, step } = answersTo(instrument, item);
  return answer >= from && answer <= to && Number.isInteger((answer - from) / step);
};

const answersIn = (
  { cells }: Row,
  instrument: Instrument,
  { mapping, codes, isTurned }: Reading,
): Read<readonly (number | null)[]> => {
  const faults: RowFault[] = [];
  const value = Array.from({ length: instrument.items }, (_, i) => {
    const column = mapping.items[i] ?? null;
    const text = column === null ? "" : (cells[column] ?? "");
    if (column === null || text === "") return null;
    const at = { column, item: i + 1, text };
    const meaning = codes.get(valueOf(text)) ?? null;
    if (meaning === null) faults.push({ type: "NoMeaning", ...at });
    if (typeof meaning !== "number") return null;
    if (!isAllowed(instrument, i + 1, meaning)) faults.push({ type: "NotOnScale", ...at });
    return asGiven(instrument, i + 1, meaning, isTurned);
  });
  if (faults.length === 0 && value.every((answer) => answer === null)) faults.push({ type: "Nothing" });
  return { value, faults };
};

const scoresIn = ({ cells }: Row, instrument: Instrument, { mapping: { scores, totals } }: Reading): Read<Scores> => {
  const faults: RowFault[] = [];
  const value: Record<string, number> = {};
  instrument.scales.forEach((scale, i) => {
    const column = scores[i] ?? null;
    const text = column === null ? "" : (cells[column] ?? "");
    if (column === null || text === "") return;
    const points = numberIn(text);
    const total = points === null || totals === null ? null : totalAs(instrument, scale, totals, points);
    if (total === null) faults.push({ type: "NotAScore", column, scale: scale.name, text });
    else value[scale.name] = total;
  });
  if (faults.length === 0 && Object.keys(value).length === 0) faults.push({ type: "Nothing" });
  return { value, faults };
};

const sittingIn = (row: Row, instrument: Instrument, reading: Reading): Read<Pick<Sitting, "answers" | "scores">> => {
  if (reading.mapping.take === "answers") {
    const { value, faults } = answersIn(row, instrument, reading);
    return { value: { answers: value, scores: null }, faults };
  }
  const { value, faults } = scoresIn(row, instrument, reading);
  return { value: { answers: null, scores: value }, faults };
};

/** The scores that a sitting comes to, or those that were brought along. */
const scoresOf = (instrument: Instrument, { answers, scores }: Pick<Sitting, "answers" | "scores">): Scores | null => {
  if (answers === null) return scores;
  const scored = score(instrument, answers);
  return scored.ok ? scored.value : null;
};

/**
 * Reads every row. `recorded`: the days of this questionnaire that are in the record already. Nothing is guessed here:
 * a value without a meaning, a day that is none and a score out of range are doubts, and a doubt keeps everything out.
 */
export const previewOf = (reading: Reading, recorded: ReadonlySet<LocalDay>, today: LocalDay): Preview => {
  const { instrument: id } = reading.mapping;
  if (id === null) return { taken: [], doubtful: [] };
  const instrument = instruments[id];
  const taken: Taken[] = [];
  const doubtful: { readonly n: number; readonly faults: readonly RowFault[] }[] = [];
  const seen = new Map<LocalDay, number>();
  for (const row of reading.table.rows) {
    const on = dayOf(row, reading.mapping, today);
    const read = sittingIn(row, instrument, reading);
    const faults = [...on.faults, ...read.faults];
    if (faults.length > 0 || on.value === null || read.value === null) {
      doubtful.push({ n: row.n, faults });
      continue;
    }
    const sitting = { instrument: id, on: on.value, ...read.value };
    const twice = recorded.has(on.value) ? "recorded" : (seen.get(on.value) ?? null);
    taken.push({ n: row.n, sitting, scores: scoresOf(instrument, read.value), twice });
    if (!seen.has(on.value)) seen.set(on.value, row.n);
  }
  return { taken, doubtful };
};

/** What the person ticked, by the numbers of rows: those left out, and those wanted although they are there twice. */
export interface Ticks {
  readonly leftOut: ReadonlySet<number>;
  readonly wanted: ReadonlySet<number>;
}

/** Why nothing is taken in: rows are in doubt and were not left out, or no row is left. */
export type NotTaken =
  | { readonly type: "InDoubt"; readonly rows: readonly number[] }
  | { readonly type: "NothingLeft" };

/** Whether a row would be taken in as things are ticked. */
export const isIn = ({ n, twice }: Taken, { leftOut, wanted }: Ticks): boolean =>
  !leftOut.has(n) && (twice === null || wanted.has(n));

/** Exactly the sittings that the preview shows as taken in, or none at all. */
export const sittingsOf = (preview: Preview, ticks: Ticks): Result<readonly Sitting[], NotTaken> => {
  const rows = preview.doubtful.map(({ n }) => n).filter((n) => !ticks.leftOut.has(n));
  if (rows.length > 0) return err({ type: "InDoubt", rows });
  const sittings = preview.taken.filter((row) => isIn(row, ticks)).map(({ sitting }) => sitting);
  return sittings.length === 0 ? err({ type: "NothingLeft" }) : ok(sittings);
};
