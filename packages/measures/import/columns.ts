/** Proposes which questionnaire a table holds, and which of its columns is the day, an item or a score. */
import { instrumentIds, type InstrumentId } from "../ids.ts";
import { instruments } from "../catalogue.ts";
import { dayShare, formOf, type DayForm } from "./days.ts";
import { numberIn, type Table } from "./table.ts";
import { proposedTotals, type Totalling } from "./totals.ts";

/** Which columns are what; every part can be changed by the person. Columns are counted from 0. */
export interface Mapping {
  readonly instrument: InstrumentId | null;
  readonly day: number | null;
  readonly form: DayForm | null;
  /** Whether answers are taken, or scores that somebody else worked out. */
  readonly take: "answers" | "scores";
  /** One for each item, in the published order; null where the file has no such column. */
  readonly items: readonly (number | null)[];
  /** One for each score, in the order of the instrument. */
  readonly scores: readonly (number | null)[];
  /** On which range the scores are counted; null while it has to be asked. */
  readonly totals: Totalling | null;
}

/** The words of an instrument's items, where the app may show them: some files have them as names of columns. */
export type ItemWords = (instrument: InstrumentId) => readonly string[];

/** Letters and figures alone, in small letters, so that "PHQ-9: Item 01" and "phq9_item01" are the same. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** What a name begins with, and the number at its end: "phq9" and 1 for "PHQ-9 item 1", "" and 1 for "Q1". */
const numbered = (name: string): { readonly stem: string; readonly at: number } | null => {
  const digits = /\d{1,3}$/.exec(name)?.[0];
  if (digits === undefined) return null;
  const stem = plain(name.slice(0, -digits.length)).replace(/(?:item|question|frage|answers?|[qif])$/, "");
  return { stem, at: Number(digits) };
};

/** The instrument that a text names by its id, where it names just one: "phq9", "my PHQ-9". */
const namedIn = (text: string): InstrumentId | null => {
  // An ECR-R score is no ECR-RS.
  const said = text.replaceAll("score", "");
  const found = instrumentIds.filter((id) => said.includes(plain(id)));
  // The id of one can stand within that of another (ecr-r, ecr-rs).
  const longest = found.filter((id) => !found.some((other) => other !== id && plain(other).includes(plain(id))));
  return longest.length === 1 ? (longest[0] ?? null) : null;
};

/** Columns that are numbered alike, by what they begin with; the first one counts where a number comes twice. */
const families = (columns: readonly string[]): ReadonlyMap<string, ReadonlyMap<number, number>> => {
  const found = new Map<string, Map<number, number>>();
  columns.forEach((name, column) => {
    const parts = numbered(name);
    if (parts === null) return;
    const family = found.get(parts.stem) ?? new Map<number, number>();
    if (!family.has(parts.at)) family.set(parts.at, column);
    found.set(parts.stem, family);
  });
  return found;
};

/** The items of an instrument in a family that is numbered from 1, or from 0. */
const inFamily = (family: ReadonlyMap<number, number>, items: number): readonly (number | null)[] => {
  const first = family.has(0) && !family.has(items) ? 0 : 1;
  return Array.from({ length: items }, (_, i) => family.get(i + first) ?? null);
};

const filled = (columns: readonly (number | null)[]): number => columns.filter((column) => column !== null).length;

/** The columns of an instrument's items: by their words, by their numbers, or by order where just so many are left. */
export const itemColumns = (
  table: Table,
  instrument: InstrumentId,
  day: number | null,
  words: ItemWords,
): readonly (number | null)[] => {
  const { items } = instruments[instrument];
  const names = table.columns.map(plain);
  const said = words(instrument).map((word) => names.indexOf(plain(word)));
  if (said.length === items && !said.includes(-1)) return said;
  const ranked = [...families(table.columns)]
    .map(([stem, family]) => ({ named: stem.includes(plain(instrument)), columns: inFamily(family, items) }))
    .filter(({ named, columns }) => named || filled(columns) === items)
    .toSorted((a, b) => Number(b.named) - Number(a.named) || filled(b.columns) - filled(a.columns));
  const best = ranked[0];
  if (best !== undefined && filled(best.columns) > 0) return best.columns;
  const left = table.columns.flatMap((_, column) => (column === day ? [] : [column]));
  return Array.from({ length: items }, (_, i) => (left.length === items ? (left[i] ?? null) : null));
};

/** The columns of an instrument's scores: named by the score, or called a total where there is just one score. */
const scoreColumns = (table: Table, instrument: InstrumentId): readonly (number | null)[] => {
  const { scales } = instruments[instrument];
  const names = table.columns.map(plain);
  return scales.map((scale) => {
    const fitting = names.flatMap((name, column) => {
      const isTotal = scale.name === "total" && /total|sum|score|gesamt|punkte/.test(name);
      return isTotal || name.includes(plain(scale.name)) ? [column] : [];
    });
    return fitting.find((column) => names[column]?.includes(plain(instrument))) ?? fitting[0] ?? null;
  });
};

/** The column that holds most days, by its first 200 rows; of several, the one that is called so. */
const dayColumn = (table: Table): number | null => {
  const ranked = table.columns
    .map((name, column) => ({
      column,
      share: dayShare(table.rows.slice(0, 200).map(({ cells }) => cells[column] ?? "")),
      named: /^(?:date|datum|day|tag|on)$/.test(plain(name)),
    }))
    .filter(({ share }) => share >= 0.5)
    .toSorted((a, b) => Number(b.named) - Number(a.named) || b.share - a.share);
  return ranked[0]?.column ?? null;
};

const instrumentIn = (table: Table, name: string, words: ItemWords): InstrumentId | null => {
  const row = families(table.columns);
  // "phq_2" is the second of a row, and not the PHQ-2: what several begin with names them.
  const heads = table.columns.map((column) => {
    const parts = numbered(column);
    return parts !== null && (row.get(parts.stem)?.size ?? 0) > 1 ? parts.stem : plain(column);
  });
  const byHead = new Set(heads.map(namedIn).filter((id) => id !== null));
  const [only] = byHead;
  if (byHead.size === 1 && only !== undefined) return only;
  const names = new Set(table.columns.map(plain));
  const saying = instrumentIds.filter((id) => {
    const said = words(id);
    return said.length > 0 && said.every((word) => names.has(plain(word)));
  });
  // The questions of the PHQ-2 stand in the PHQ-9, too: the longest that is there as a whole is meant.
  const most = saying.toSorted((a, b) => instruments[b].items - instruments[a].items)[0];
  return most ?? (byHead.size === 0 ? namedIn(plain(name)) : null);
};

/** The columns of one instrument, with what is known already kept. */
export const mappingFor = (
  table: Table,
  instrument: InstrumentId | null,
  { day, form }: Pick<Mapping, "day" | "form">,
  words: ItemWords,
): Mapping => {
  if (instrument === null) return { instrument, day, form, take: "answers", items: [], scores: [], totals: null };
  const items = itemColumns(table, instrument, day, words);
  const scores = scoreColumns(table, instrument);
  const take = filled(items) === 0 && filled(scores) > 0 ? "scores" : "answers";
  const totals = proposedTotals(table, instruments[instrument], scores);
  return { instrument, day, form, take, items, scores, totals };
};

/** What the names of the columns and the cells below them suggest. `name`: what the file is called. */
export const proposed = (table: Table, name: string, words: ItemWords): Mapping => {
  const day = dayColumn(table);
  const form = day === null ? null : formOf(table.rows.map(({ cells }) => cells[day] ?? ""));
  return mappingFor(table, instrumentIn(table, name, words), { day, form }, words);
};

/** The other items in the order of the columns, from that of the first one on; the day is passed over. */
export const inOrderFrom = (mapping: Mapping, first: number, width: number): readonly (number | null)[] => {
  const after = Array.from({ length: width }, (_, column) => column).slice(first);
  const free = after.filter((column) => column !== mapping.day);
  return mapping.items.map((_, i) => free[i] ?? null);
};

/** Whether a column holds a number anywhere; what does not is no score. */
export const holdsNumbers = (table: Table, column: number): boolean =>
  table.rows.some(({ cells }) => numberIn(cells[column] ?? "") !== null);

/** What still has to be said before the values can be looked at; null when nothing has. `item` counts from 1. */
export type Lacking =
  | { readonly type: "NoInstrument" }
  | { readonly type: "NoDay" }
  | { readonly type: "NoForm" }
  | { readonly type: "NoColumn" }
  | { readonly type: "NoRange" }
  | { readonly type: "TwiceUsed"; readonly column: number };

/** The first thing that a mapping lacks. Some items may have no column: their answers are then missing. */
export const lackingIn = (mapping: Mapping): Lacking | null => {
  if (mapping.instrument === null) return { type: "NoInstrument" };
  if (mapping.day === null) return { type: "NoDay" };
  if (mapping.form === null) return { type: "NoForm" };
  const used = (mapping.take === "answers" ? mapping.items : mapping.scores).filter((column) => column !== null);
  if (used.length === 0) return { type: "NoColumn" };
  const all = [mapping.day, ...used];
  const twice = all.find((column, i) => all.indexOf(column) !== i);
  if (twice !== undefined) return { type: "TwiceUsed", column: twice };
  return mapping.take === "scores" && mapping.totals === null ? { type: "NoRange" } : null;
};
