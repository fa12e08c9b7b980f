/** Keeps what was folded already, so that one more row costs one row, and a late one only what came after it. */
import type { Book } from "./book.ts";
import { rowsFrom } from "./book.ts";
import { copyFolded, firstFolded, hearRow, type Folded } from "./fold.ts";
import { inOrder, type Row } from "./rows.ts";
import type { Setup } from "./setup.ts";

/** What was believed before the row at `at`. */
type Snapshot = { readonly at: number; readonly folded: Folded };

/** The rows folded so far, in order, and what came of them. */
type Work = {
  readonly shared: Book["shared"];
  readonly rows: Row[];
  heard: number;
  folded: Folded;
  snapshots: readonly Snapshot[];
};

/** A place for work that was done; it holds nothing that could not be reckoned again. */
export type Memory = { work: Work | null };

export const emptyMemory = (): Memory => ({ work: null });

/** A snapshot each so many rows, and how many of them are kept. */
const every = 256;
const kept = 4;

const freshWork = (setup: Setup, shared: Book["shared"]): Work => ({
  shared,
  rows: [],
  heard: 0,
  folded: firstFolded(setup),
  snapshots: [],
});

/** Folds the rows from `from` on. */
const foldFrom = (work: Work, from: number): void => {
  for (let i = from; i < work.rows.length; i += 1) {
    const row = work.rows[i];
    if (i > 0 && i % every === 0)
      work.snapshots = [...work.snapshots.slice(1 - kept), { at: i, folded: copyFolded(work.folded) }];
    if (row !== undefined) hearRow(work.folded, row);
  }
};

/** Puts late rows where they belong, and folds again from the newest snapshot before the first of them. */
const foldLate = (setup: Setup, work: Work, fresh: readonly Row[]): void => {
  const first = fresh[0];
  for (const row of fresh) work.rows.push(row);
  work.rows.sort(inOrder);
  const changed = first === undefined ? 0 : work.rows.indexOf(first);
  work.snapshots = work.snapshots.filter(({ at }) => at <= changed);
  const base = work.snapshots.at(-1);
  work.folded = base === undefined ? firstFolded(setup) : copyFolded(base.folded);
  foldFrom(work, base?.at ?? 0);
};

/**
 * All that is believed after the rows of the book, in their order in time. The result is the memory's own: to be copied
 * before anything in it is changed. The memory belongs to this setup alone.
 */
export const foldedOf = (setup: Setup, book: Book, memory: Memory): Folded => {
  const known = memory.work;
  const fits = known !== null && known.shared === book.shared && known.heard <= book.size;
  const work = fits ? known : freshWork(setup, book.shared);
  // Nothing half done is ever found again, whatever happens below.
  memory.work = null;
  const fresh = rowsFrom(book, work.heard).toSorted(inOrder);
  const last = work.rows.at(-1);
  const first = fresh[0];
  if (first !== undefined && last !== undefined && inOrder(first, last) < 0) foldLate(setup, work, fresh);
  else {
    const from = work.rows.length;
    for (const row of fresh) work.rows.push(row);
    foldFrom(work, from);
  }
  work.heard = book.size;
  memory.work = work;
  return work.folded;
};
