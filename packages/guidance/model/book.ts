/** The log of rows: each key once, growing by one at a time without a copy, and yet a value that never changes. */
import { standing, type Row } from "./rows.ts";

/** What versions of one log share. `rows` grows at its end only, and only for the newest version. */
type Shared = { readonly rows: Row[]; readonly places: Map<string, number> };

/**
 * The first `size` rows of what is shared, in the order they were heard. A version that is not the newest copies what
 * it has before it grows, so that no version ever sees another's rows.
 */
export type Book = { readonly size: number; readonly shared: Shared };

/** A log with nothing in it. */
export const emptyBook = (): Book => ({ size: 0, shared: { rows: [], places: new Map() } });

const bookOf = (rows: readonly Row[]): Book => ({
  size: rows.length,
  shared: { rows: [...rows], places: new Map(rows.map((row, i) => [row.key, i])) },
});

/** The rows, as heard. */
export const rowsOf = ({ size, shared }: Book): readonly Row[] =>
  shared.rows.length === size ? shared.rows : shared.rows.slice(0, size);

/** The rows heard after the first `from`. */
export const rowsFrom = ({ size, shared }: Book, from: number): readonly Row[] => shared.rows.slice(from, size);

/** The log with one more row; the same log when the row is known, or when a fuller row of its key is. */
export const withRow = (book: Book, row: Row): Book => {
  const place = book.shared.places.get(row.key);
  const known = place === undefined || place >= book.size ? undefined : book.shared.rows[place];
  if (known !== undefined) {
    const stands = standing(known, row);
    return stands === row ? bookOf(rowsOf(book).map((one) => (one === known ? row : one))) : book;
  }
  // An empty log is never grown in place: it may be the one that everybody begins with.
  const grown = book.size > 0 && book.shared.rows.length === book.size ? book : bookOf(rowsOf(book));
  grown.shared.rows.push(row);
  grown.shared.places.set(row.key, grown.size);
  return { size: grown.size + 1, shared: grown.shared };
};
