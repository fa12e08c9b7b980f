/** Writes the numbers behind a drawing as a file that spreadsheets read. */
import { utf8 } from "@belay/basics";
import type { Numbers } from "./table.tsx";

/** What a spreadsheet would take for a formula, also in its wide forms (OWASP, "CSV Injection"). */
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A plain number, with or without its sign: nothing that could be reckoned. */
const plain = /^-?\d+(\.\d+)?$/;

/** One cell: numbers bare, text in quotes with quotes doubled (RFC 4180, 2.7), and never a formula. */
const cell = (text: string): string => {
  if (plain.test(text)) return text;
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/**
 * The table as RFC 4180 says, its headings first, in UTF-8 with a byte order mark: without one the spreadsheet that most
 * people have reads letters wrongly.
 */
export const tableFile = ({ columns, rows }: Pick<Numbers, "columns" | "rows">): Uint8Array => {
  const lines = [columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cell).join(","));
  return utf8(`\ufeff${lines.join("\r\n")}\r\n`);
};
