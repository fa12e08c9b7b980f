/** Tests that work done before never changes what comes out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anEvent } from "../pretend.ts";
import { emptyBook, withRow, type Book } from "./book.ts";
import { copyFolded, firstFolded, hearRow, type Folded } from "./fold.ts";
import { emptyMemory, foldedOf } from "./memory.ts";
import { inOrder, rowIn, type Row } from "./rows.ts";
import { setupIn } from "./setup.ts";

const setup = setupIn(aUser(), 0);
const always = Number.MAX_SAFE_INTEGER;

const row = (id: number, day: number): Row => {
  const status = ["done", "done", "avoided", "started"][id % 4];
  const made =
    id % 5 === 4
      ? rowIn("checkin", aCheckin({ day, energy: (id * 37) % 100 }))
      : rowIn("event", anEvent({ id, day, step: `s${id % 30}`, status, peak: (id * 13) % 80 }));
  if (made === null) throw new Error("no row");
  return made;
};

/** Everything folded in one go, with no memory. */
const plainly = (rows: readonly Row[]): Folded => {
  const folded = firstFolded(setup);
  const distinct = [...new Map(rows.map((one) => [one.key, one])).values()];
  for (const one of distinct.toSorted(inOrder)) hearRow(folded, one);
  return folded;
};

const figures = ({ state, willing, track, strain, day }: Folded) => ({
  mean: [...state.gauss.mean],
  cov: [...state.gauss.cov],
  yes: [...willing.gauss.mean],
  steps: [...track.steps],
  bads: track.bads,
  strain,
  day,
});

const bookOf = (rows: readonly Row[]): Book => rows.reduce(withRow, emptyBook());

describe("with a memory", () => {
  test("rows that come one by one, in any order, come to what they come to at once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 25 })), { maxLength: 25 }),
        (pairs) => {
          const rows = pairs.map(([id, day]) => row(id, (id * 7 + day) % 25));
          const memory = emptyMemory();
          let book = emptyBook();
          for (const one of rows) {
            book = withRow(book, one);
            foldedOf(setup, book, memory, always);
          }
          expect(figures(foldedOf(setup, book, memory, always))).toEqual(
            figures(foldedOf(setup, bookOf(rows), emptyMemory(), always)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a long log with late rows comes to what it comes to in order, past several snapshots", () => {
    const rows = Array.from({ length: 1300 }, (_, i) => row(i, Math.floor(i / 3)));
    const memory = emptyMemory();
    let book = bookOf(rows.slice(0, 1200));
    foldedOf(setup, book, memory, always);
    for (const late of [row(2001, 395), row(2002, 200), row(2003, 3), ...rows.slice(1200)]) {
      book = withRow(book, late);
      foldedOf(setup, book, memory, always);
    }
    const folded = foldedOf(setup, book, memory, always);
    expect(figures(folded)).toEqual(figures(plainly([...rows, row(2001, 395), row(2002, 200), row(2003, 3)])));
  });

  test("rows of days to come wait for their day", () => {
    const rows = [row(0, 1), row(1, 2), row(2, 50)];
    const memory = emptyMemory();
    const book = bookOf(rows);
    expect(figures(foldedOf(setup, book, memory, 10))).toEqual(figures(plainly(rows.slice(0, 2))));
    expect(figures(foldedOf(setup, book, memory, 50))).toEqual(figures(plainly(rows)));
    expect(figures(foldedOf(setup, book, memory, 10))).toEqual(figures(plainly(rows.slice(0, 2))));
  });

  test("an older book is answered as it was", () => {
    const memory = emptyMemory();
    const older = bookOf([row(0, 1), row(1, 2)]);
    const newer = withRow(older, row(2, 3));
    const then = figures(foldedOf(setup, older, memory, always));
    foldedOf(setup, newer, memory, always);
    expect(figures(foldedOf(setup, older, memory, always))).toEqual(then);
  });
});

test("a copy is not changed by what its origin hears", () => {
  const folded = plainly([row(0, 1)]);
  const copy = copyFolded(folded);
  const before = figures(copy);
  for (const id of [1, 2, 3, 4]) hearRow(folded, row(id, 5));
  expect(figures(copy)).toEqual(before);
  expect(figures(folded)).not.toEqual(before);
});
