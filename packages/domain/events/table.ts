/** A keyed collection that is cheap to copy: one small piece is replaced, all others are shared. */
import { currentBulk } from "./bulk.ts";

const pieces = 256;

/** Values by key. `P` pieces of n / P entries: a change copies about 256 + n / 256 slots instead of n. */
export type Table<T> = { readonly pieces: readonly (ReadonlyMap<string, T> | null)[] };

/** FNV-1a (Fowler, Noll, Vo), 32 bits: spreads keys evenly. It guards nothing. */
const pieceOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % pieces;
};

/** A table without entries. */
export const emptyTable: Table<never> = { pieces: Array.from({ length: pieces }, () => null) };

/** The value under `key`, or null. */
export const entryOf = <T>(table: Table<T>, key: string): T | null => table.pieces[pieceOf(key)]?.get(key) ?? null;

/** The table itself where the bulk made it, else a copy that the bulk may change. */
const openTable = <T>(
  table: Table<T>,
  made: WeakSet<object>,
): { readonly pieces: (ReadonlyMap<string, T> | null)[] } => {
  if (made.has(table)) return table as { readonly pieces: (ReadonlyMap<string, T> | null)[] };
  const copy = { pieces: [...table.pieces] };
  made.add(copy);
  return copy;
};

/** The same for one piece. */
const openPiece = <T>(piece: ReadonlyMap<string, T> | null, made: WeakSet<object>): Map<string, T> => {
  if (piece !== null && made.has(piece)) return piece as Map<string, T>;
  const copy = new Map(piece ?? []);
  made.add(copy);
  return copy;
};

const changed = <T>(table: Table<T>, key: string, value: T, made: WeakSet<object>): Table<T> => {
  const at = pieceOf(key);
  const next = openTable(table, made);
  next.pieces[at] = openPiece(next.pieces[at] ?? null, made).set(key, value);
  return next;
};

/** The table with `value` under `key`; the given table stays as it was, unless `inBulk` made it. */
export const withEntry = <T>(table: Table<T>, key: string, value: T): Table<T> => {
  const bulk = currentBulk();
  if (bulk !== null) return changed(table, key, value, bulk.made);
  const at = pieceOf(key);
  return { pieces: table.pieces.with(at, new Map(table.pieces[at] ?? []).set(key, value)) };
};

/** The pieces themselves, for work that must pause now and then; together they hold what `entriesOf` gives. */
export const piecesOf = <T>(table: Table<T>): readonly (readonly T[])[] =>
  table.pieces.flatMap((piece) => (piece === null ? [] : [[...piece.values()]]));

/** All values, in no order that means anything: sort them by their place in the log. */
export const entriesOf = <T>(table: Table<T>): readonly T[] =>
  table.pieces.flatMap((piece) => (piece === null ? [] : [...piece.values()]));
