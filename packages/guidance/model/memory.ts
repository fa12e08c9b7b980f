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
  /** Rows of days that have not come yet. */
  ahead: readonly Row[];
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
  ahead: [],
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

/** The work, if it is of this book and holds no day after `until`; else a new one. */
const workOn = (setup: Setup, { shared, size }: Book, { work }: Memory, until: number): Work =>
  work !== null && work.shared === shared && work.heard <= size && (work.rows.at(-1)?.day ?? 0) <= until
    ? work
    : freshWork(setup, shared);

/**
 * All that is believed after the rows of the book up to the day `until`, in their order in time. The result is the
 * memory's own: to be copied before anything in it is changed. The memory belongs to this setup alone.
 */
export const foldedOf = (setup: Setup, book: Book, memory: Memory, until: number): Folded => {
  const work = workOn(setup, book, memory, until);
  // Nothing half done is ever found again, whatever happens below.
  memory.work = null;
  const news = [...work.ahead, ...rowsFrom(book, work.heard)];
  const fresh = news.filter(({ day }) => day <= until).toSorted(inOrder);
  work.ahead = news.filter(({ day }) => day > until);
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
