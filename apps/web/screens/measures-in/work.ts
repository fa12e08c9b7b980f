/** Keeps what was said about a file so far: its columns, its values, its rows; every step is a copy. */
import { ok, type LocalDay, type Result } from "@belay/basics";
import {
  cleaned,
  inOrderFrom,
  instruments,
  lackingIn,
  mappingFor,
  numberedBy,
  openIn,
  previewOf,
  proposed,
  proposedCodes,
  proposedCounted,
  proposedTotals,
  tableOf,
  turnedItems,
  valuesIn,
  valuesMost,
  type Codes,
  type Counted,
  type Instrument,
  type InstrumentId,
  type Lacking,
  type Mapping,
  type Meaning,
  type Preview,
  type Table,
  type TableFault,
} from "@belay/measures";
import type { RawRows } from "./read-file.ts";

/** The words of instruments, as far as the app may show them. */
export interface KnownWords {
  readonly items: (instrument: InstrumentId) => readonly string[];
  /** Lowest answer first; one list, or one for each item. */
  readonly answers: (instrument: InstrumentId) => readonly (readonly string[])[];
}

/** A file with all that was said about it. */
export interface Work {
  /** What the file is called; it stands beside what is kept. */
  readonly name: string;
  readonly raw: RawRows;
  readonly table: Table;
  readonly mapping: Mapping;
  readonly codes: Codes;
  readonly counted: Counted;
  /** Whether the file has items turned already; null until it is said, where it matters. */
  readonly isTurned: boolean | null;
}

const unsaid: Counted = { way: null, isDown: null };

/** Longest name that is kept. */
const nameMost = 80;

/** A file as the code reads it by itself, or why it is no table. */
export const begun = (name: string, raw: RawRows, words: KnownWords): Result<Work, TableFault> => {
  const table = tableOf(raw.rows, raw.headed);
  if (!table.ok) return table;
  const plain = cleaned(name).slice(0, nameMost).trim();
  const mapping = proposed(table.value, plain, words.items);
  return ok({ name: plain, raw, table: table.value, mapping, codes: new Map(), counted: unsaid, isTurned: null });
};

/** The same file with or without names in its first row; unchanged where nothing would be left. */
export const withNames = (work: Work, headed: boolean, words: KnownWords): Work => {
  const again = begun(work.name, { ...work.raw, headed }, words);
  return again.ok ? again.value : work;
};

/** Another questionnaire; its columns are looked for anew. */
export const withInstrument = (work: Work, instrument: InstrumentId, words: KnownWords): Work => ({
  ...work,
  mapping: mappingFor(work.table, instrument, work.mapping, words.items),
  codes: new Map(),
  counted: unsaid,
  isTurned: null,
});

/** Other columns. */
export const withMapping = (work: Work, part: Partial<Mapping>): Work => ({
  ...work,
  mapping: { ...work.mapping, ...part },
});

/** Another column for one item (from 0), or none. */
export const withItem = (work: Work, item: number, column: number | null): Work =>
  withMapping(work, { items: work.mapping.items.map((old, i) => (i === item ? column : old)) });

/** Another column for one score (from 0), or none; on which range they are counted is looked at anew. */
export const withScore = (work: Work, score: number, column: number | null): Work => {
  const instrument = instrumentIn(work);
  if (instrument === null) return work;
  const scores = work.mapping.scores.map((old, i) => (i === score ? column : old));
  return withMapping(work, { scores, totals: proposedTotals(work.table, instrument, scores) });
};

/** The items in the order of the columns from the first one on; unchanged while that one is not known. */
export const inOrder = (work: Work): Work => {
  const [first] = work.mapping.items;
  if (first === undefined || first === null) return work;
  return withMapping(work, { items: inOrderFrom(work.mapping, first, work.table.columns.length) });
};

/** What the columns lack, if anything. */
export const lacksColumns = (work: Work): Lacking | null => lackingIn(work.mapping);

/** The instrument that was chosen, or null. */
export const instrumentIn = ({ mapping }: Work): Instrument | null =>
  mapping.instrument === null ? null : instruments[mapping.instrument];

/** The values in the columns of the items, with how they stand there and how often. */
export const valuesOf = ({ table, mapping }: Work): ReturnType<typeof valuesIn> => valuesIn(table, mapping.items);

/** The columns are settled: every value gets the meaning that can be known. What was said of a value before stays. */
export const withValues = (work: Work, words: KnownWords): Work => {
  const instrument = instrumentIn(work);
  if (instrument === null) return work;
  const values = [...valuesOf(work).keys()];
  const same = values.length === work.codes.size && values.every((value) => work.codes.has(value));
  if (same) return work;
  const at = [instrument, values, words.answers(instrument.id)] as const;
  return { ...work, codes: proposedCodes(...at), counted: proposedCounted(...at), isTurned: null };
};

/** Numbers as the person says they are counted. */
export const withCounted = (work: Work, part: Partial<Counted>): Work => {
  const instrument = instrumentIn(work);
  const counted = { ...work.counted, ...part };
  return instrument === null ? work : { ...work, counted, codes: numberedBy(instrument, work.codes, counted) };
};

/** Another meaning of one value. */
export const withMeaning = (work: Work, value: string, meaning: Meaning): Work => ({
  ...work,
  codes: new Map(work.codes).set(value, meaning),
});

/** Whether it has to be asked if items are turned already. */
export const asksTurned = (work: Work): boolean => {
  const instrument = instrumentIn(work);
  return work.mapping.take === "answers" && instrument !== null && turnedItems(instrument).size > 0;
};

/** What still has to be said about the values; null when nothing has. */
export type LackingValues = { readonly type: "TooMany" } | { readonly type: "Open" } | { readonly type: "Turned" };

/** The first thing that the values lack. Some may stay open: rows with them are then in doubt. */
export const lacksValues = (work: Work): LackingValues | null => {
  if (work.mapping.take === "scores") return null;
  if (work.codes.size > valuesMost) return { type: "TooMany" };
  if (work.codes.size > 0 && openIn(work.codes).length === work.codes.size) return { type: "Open" };
  return asksTurned(work) && work.isTurned === null ? { type: "Turned" } : null;
};

/** Every row as it would be taken in, or why it cannot be. */
export const rowsOf = (work: Work, recorded: ReadonlySet<LocalDay>, today: LocalDay): Preview =>
  previewOf({ ...work, isTurned: work.isTurned === true }, recorded, today);
