/** Keeps what was folded already, so that one more row costs one row, and a late one only what came after it. */
import type { Book } from "./book.ts";
import { rowsFrom } from "./book.ts";
import { copyFolded, firstFolded, hearRow, type Folded } from "./fold.ts";
import { countedWith, noCounts, type Counts } from "./report.ts";
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
  /** Before the newest day, since what is told of one day hardly comes in order. */
  dawn: Snapshot | null;
};

/** What the first rows of a book were counted to be. */
type Counted = { readonly shared: Book["shared"]; readonly size: number; readonly counts: Counts };

/** A place for work that was done; it holds nothing that could not be reckoned again. */
export type Memory = { work: Work | null; counted: Counted | null };

export const emptyMemory = (): Memory => ({ work: null, counted: null });

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
  dawn: null,
});

/** Folds the rows from `from` on. */
const foldFrom = (work: Work, from: number): void => {
  const newest = work.rows.at(-1)?.day;
  for (let i = from; i < work.rows.length; i += 1) {
    const row = work.rows[i];
    if (row === undefined) continue;
    if (i > 0 && i % every === 0)
      work.snapshots = [...work.snapshots.slice(1 - kept), { at: i, folded: copyFolded(work.folded) }];
    if (row.day === newest && i > 0 && work.rows[i - 1]?.day !== newest)
      work.dawn = { at: i, folded: copyFolded(work.folded) };
    hearRow(work.folded, row);
  }
};

/** Where a row belongs among rows in order: before the first that comes after it. */
const placeOf = (rows: readonly Row[], row: Row): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rows[middle];
    if (other !== undefined && inOrder(other, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Puts late rows where they belong, and folds again from the newest snapshot before the first of them. */
const foldLate = (setup: Setup, work: Work, fresh: readonly Row[], first: Row): void => {
  const changed = placeOf(work.rows, first);
  const moved = [...work.rows.splice(changed), ...fresh].toSorted(inOrder);
  for (const row of moved) work.rows.push(row);
  work.snapshots = work.snapshots.filter(({ at }) => at <= changed);
  if (work.dawn !== null && work.dawn.at > changed) work.dawn = null;
  const base = [...work.snapshots, ...(work.dawn === null ? [] : [work.dawn])].toSorted((a, b) => a.at - b.at).at(-1);
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
  if (first !== undefined && last !== undefined && inOrder(first, last) < 0) foldLate(setup, work, fresh, first);
  else {
    const from = work.rows.length;
    for (const row of fresh) work.rows.push(row);
    foldFrom(work, from);
  }
  work.heard = book.size;
  memory.work = work;
  return work.folded;
};

/** The counts of all rows of the book; only those that are new are walked. */
export const countsOf = (book: Book, memory: Memory): Counts => {
  const { counted } = memory;
  const known = counted !== null && counted.shared === book.shared && counted.size <= book.size ? counted : null;
  const counts = countedWith(known?.counts ?? noCounts, rowsFrom(book, known?.size ?? 0));
  memory.counted = { shared: book.shared, size: book.size, counts };
  return counts;
};
