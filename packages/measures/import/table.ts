/** Holds a file as rows of plain text, cleaned of what does nothing but harm, within limits. */
import { err, ok, type Result } from "@belay/basics";

/** Most rows, the names of the columns not counted. */
export const rowsMost = 5000;
/** Most columns. */
export const columnsMost = 400;
/** Largest file in bytes: 5 MB. */
export const bytesMost = 5 * 1024 * 1024;
/** Letters of one cell; what is longer is no answer, and is cut. */
export const cellMost = 200;

/** One row with its number in the file, counted from 1 with the row of names. */
export interface Row {
  readonly n: number;
  readonly cells: readonly string[];
}

/** A file as text: every row has as many cells as there are names. */
export interface Table {
  /** One for each column; empty where a column has no name. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Why there is no table. */
export type TableFault =
  | { readonly type: "Empty" }
  | { readonly type: "TooManyRows"; readonly max: number }
  | { readonly type: "TooManyColumns"; readonly max: number; readonly got: number }
  /** JSON that is no list of sittings. */
  | { readonly type: "NoTable" };

/**
 * What nobody sees: control characters, marks that turn the direction of writing (Unicode UAX 9), letters of no width,
 * byte order marks, halves of letters.
 */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A cell as it is compared and shown: no unseen characters, single spaces, at most `cellMost` letters. */
export const cleaned = (text: string): string =>
  text
    .slice(0, cellMost * 4)
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, cellMost)
    .replaceAll(unseen, "")
    .trim();

/**
 * A table out of rows as they stand in a file. Empty rows are passed over, but counted; short rows are filled up.
 * `headed`: the first row that is not empty holds the names.
 */
export const tableOf = (raw: readonly (readonly string[])[], headed: boolean): Result<Table, TableFault> => {
  const full = raw.flatMap((cells, i): readonly Row[] => {
    const clean = cells.map(cleaned);
    return clean.some((cell) => cell !== "") ? [{ n: i + 1, cells: clean }] : [];
  });
  const body = headed ? full.slice(1) : full;
  if (body.length === 0) return err({ type: "Empty" });
  if (body.length > rowsMost) return err({ type: "TooManyRows", max: rowsMost });
  const width = full.reduce((most, { cells }) => Math.max(most, lastUsed(cells)), 0);
  if (width > columnsMost) return err({ type: "TooManyColumns", max: columnsMost, got: width });
  const wide = (cells: readonly string[]): readonly string[] => Array.from({ length: width }, (_, i) => cells[i] ?? "");
  return ok({
    columns: wide(headed ? (full[0]?.cells ?? []) : []),
    rows: body.map(({ n, cells }) => ({ n, cells: wide(cells) })),
  });
};

/** How many cells a row has up to its last one with something in it. */
const lastUsed = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== "") + 1;

/** A cell that is a number, with a point or a comma; null for anything else, such as 1e999 or 0x10. */
export const numberIn = (cell: string): number | null => {
  const plain = /^["'](.*)["']$/.exec(cell)?.[1] ?? cell;
  return /^[+-]?\d{1,9}(?:[.,]\d{1,20})?$/.test(plain) ? Number(plain.replace(",", ".")) + 0 : null;
};

/** Whether the first row looks like names: something stands there, and none of it is a number or begins with one. */
export const looksHeaded = (raw: readonly (readonly string[])[]): boolean => {
  const first = raw.map((cells) => cells.map(cleaned)).find((cells) => cells.some((cell) => cell !== "")) ?? [];
  return first.every((cell) => numberIn(cell) === null && !/^\d{1,4}[-./]\d/.test(cell));
};
