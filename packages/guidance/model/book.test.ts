/** Tests that a log that grows in place is, for everybody who holds it, a value that never changes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anEvent } from "../pretend.ts";
import { emptyBook, rowsFrom, rowsOf, withRow, type Book } from "./book.ts";
import { rowIn, type Row } from "./rows.ts";

const row = (id: number, peak: number | null = 40): Row => {
  const made = rowIn("event", anEvent({ id, peak }));
  if (made === null) throw new Error("no row");
  return made;
};

const keys = (book: Book): readonly string[] => rowsOf(book).map(({ key }) => key);

describe("a log", () => {
  test("holds each row once, in the order heard", () => {
    const book = [3, 1, 3, 2, 1].map((id) => row(id)).reduce(withRow, emptyBook());
    expect(keys(book)).toEqual(["t number 3", "t number 1", "t number 2"]);
  });

  test("is the same log after a row that it knows", () => {
    const book = withRow(emptyBook(), row(1));
    expect(withRow(book, row(1))).toBe(book);
    expect(withRow(book, row(1, null))).toBe(book);
  });

  test("takes a fuller telling in the place of the thinner", () => {
    const book = [row(1, null), row(2)].reduce(withRow, emptyBook());
    const fuller = withRow(book, row(1));
    expect(keys(fuller)).toEqual(keys(book));
    expect(rowsOf(fuller)[0]).toEqual(row(1));
    expect(rowsOf(book)[0]).toEqual(row(1, null));
  });

  test("gives what came after so many rows", () => {
    const book = [1, 2, 3, 4].map((id) => row(id)).reduce(withRow, emptyBook());
    expect(rowsFrom(book, 2)).toEqual([row(3), row(4)]);
    expect(rowsFrom(book, 4)).toEqual([]);
  });

  test("grows without copying as long as nobody grows an older version", () => {
    const book = withRow(emptyBook(), row(1));
    expect(withRow(book, row(2)).shared).toBe(book.shared);
  });

  test("that two people begin with empty is not shared between them", () => {
    const start = emptyBook();
    const one = withRow(start, row(1));
    const other = withRow(start, row(2));
    expect([keys(start), keys(one), keys(other)]).toEqual([[], ["t number 1"], ["t number 2"]]);
  });

  test("never changes, whichever versions grow later", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 8 }), fc.boolean()), { maxLength: 25 }),
        (moves) => {
          const books: Book[] = [emptyBook()];
          const seen: (readonly Row[])[] = [[]];
          for (const [from, id, full] of moves) {
            const at = from % books.length;
            const base = books[at] ?? emptyBook();
            const next = withRow(base, row(id, full ? 40 : null));
            books.push(next);
            const known = seen[at]?.some(({ key }) => key === row(id).key) === true;
            const expected = known
              ? (seen[at] ?? []).map((one) => (one.key === row(id).key && full ? row(id) : one))
              : [...(seen[at] ?? []), row(id, full ? 40 : null)];
            seen.push(expected);
          }
          for (const [i, book] of books.entries()) expect(rowsOf(book)).toEqual(seen[i]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
