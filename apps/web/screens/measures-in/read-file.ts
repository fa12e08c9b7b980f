/** Reads a file or pasted words into rows: finds out how it is written, and says in tagged words what is wrong. */
import { err, ok, type Result } from "@belay/basics";
import { bytesMost, jsonRows, looksHeaded, rowsMost, type TableFault } from "@belay/measures";

/** Rows of text as they stand in the file. */
export interface RawRows {
  readonly rows: readonly (readonly string[])[];
  readonly headed: boolean;
  /** Whether the names are known for sure, as in a list of objects; else the person may say. */
  readonly sure: boolean;
}

/** Why a file cannot be read. `row` counts from 1. */
export type FileFault =
  | TableFault
  | { readonly type: "TooLarge" }
  | { readonly type: "Unread" }
  /** A picture, a spreadsheet, a document: no text. */
  | { readonly type: "NotText" }
  | { readonly type: "NotJson" }
  /** A quote that is opened and never closed, or closed in the middle. */
  | { readonly type: "Damaged"; readonly row: number };

/** Rows that are looked at, empty ones and the names with them; more is too much. */
const rawMost = rowsMost * 2;

const decoded = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Another encoding is tried by the caller, and no text at all becomes a fault.
    return null;
  }
};

/** Text out of bytes: UTF-16 by its mark, else UTF-8, else the one that older Windows programs write. */
export const textIn = (bytes: Uint8Array): Result<string, FileFault> => {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const text = wide === null ? (decoded(bytes, "utf-8") ?? decoded(bytes, "windows-1252")) : decoded(bytes, wide);
  // No table has this character; every picture and every packed file does.
  return text === null || text.includes("\u0000") ? err({ type: "NotText" }) : ok(text);
};

/** A value out of JSON; the one place where a throw of the reader becomes a fault. */
const jsonIn = (text: string): Result<unknown, FileFault> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ type: "NotJson" });
  }
};

const fromCsv = async (text: string): Promise<Result<RawRows, FileFault>> => {
  const { default: papa } = await import("papaparse");
  // The separator is looked for without empty rows, which would count as rows of one cell; the rows are read with them.
  // The comma comes last: between 2,5;3,5 both would do.
  const guess = papa.parse(text, { delimitersToGuess: [";", "\t", ","], preview: 50, skipEmptyLines: true });
  const { data, errors } = papa.parse(text, { delimiter: guess.meta.delimiter, preview: rawMost + 1 });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined) return err({ type: "Damaged", row: (broken.row ?? 0) + 1 });
  if (data.length > rawMost) return err({ type: "TooManyRows", max: rowsMost });
  return ok({ rows: data, headed: looksHeaded(data), sure: false });
};

/** Rows out of text: JSON where it begins as such, else a table with separators. */
export const rowsIn = async (text: string): Promise<Result<RawRows, FileFault>> => {
  const plain = text.replace(/^\ufeff/, "");
  if (plain.length > bytesMost) return err({ type: "TooLarge" });
  if (plain.trim() === "") return err({ type: "Empty" });
  if (!/^\s*[[{]/.test(plain)) return fromCsv(plain);
  const json = jsonIn(plain);
  if (!json.ok) return json;
  const rows = jsonRows(json.value);
  return rows.ok ? ok({ ...rows.value, sure: rows.value.headed }) : rows;
};

/** Rows out of a file of the device. Nothing of it is kept. */
export const rowsOfFile = async (file: Blob): Promise<Result<RawRows, FileFault>> => {
  if (file.size > bytesMost) return err({ type: "TooLarge" });
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (bytes === null) return err({ type: "Unread" });
  const text = textIn(bytes);
  return text.ok ? rowsIn(text.value) : text;
};
