/** Values that remember where in the log they were set, so that facts may be folded in any order. */
import type { LocalDay } from "@belay/basics";
import { currentBulk, type Bulk } from "./bulk.ts";
import { compareOrder, type Hlc, type Recorded } from "./order.ts";

/** A value with its place in the log and the day it was set on. */
export type Dated<T> = { readonly id: string; readonly at: Hlc; readonly day: LocalDay; readonly value: T };

/** `value` as set by `event`. */
export const dated = <T>(event: Recorded, value: T): Dated<T> => ({
  id: event.id,
  at: event.at,
  day: event.day,
  value,
});

/** Log order; two different facts in one place (a broken writer) are ordered by their day and text, so that all agree. */
export const compareDated = <T>(a: Dated<T>, b: Dated<T>): number => {
  const order = compareOrder(a, b);
  if (order !== 0) return order;
  const left = JSON.stringify([a.day, a.value]);
  const right = JSON.stringify([b.day, b.value]);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The later of two in the log's order: last writer wins. */
export const newest = <T>(old: Dated<T> | null, next: Dated<T>): Dated<T> =>
  old !== null && compareDated(old, next) >= 0 ? old : next;

/** The earlier of two in the log's order: what was fixed first stands. */
export const first = <T>(old: Dated<T> | null, next: Dated<T>): Dated<T> =>
  old !== null && compareDated(old, next) <= 0 ? old : next;

/** From so many entries on a list is worth an index. */
const manyEntries = 16;

/** A list that a bulk has made, with what is in it by key. */
type OwnList<T> = { readonly items: Dated<T>[]; readonly byKey: Map<string, Dated<T>> };

/** The list itself where the bulk made it, else a copy that the bulk may change. */
const openList = <T>(list: readonly Dated<T>[], keyOf: (entry: Dated<T>) => string, { byKey }: Bulk): OwnList<T> => {
  const known = byKey.get(list);
  if (known !== undefined) return { items: list, byKey: known } as OwnList<T>;
  const items = [...list];
  const keys = new Map(items.map((entry) => [keyOf(entry), entry]));
  byKey.set(items, keys);
  return { items, byKey: keys };
};

/** Where `next` belongs in a list that stands in the log's order: behind everything that is before it. */
const placeIn = <T>(list: readonly Dated<T>[], next: Dated<T>): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry !== undefined && compareDated(entry, next) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The same as below, in place: opening a long log copied lists of thousands for each entry of theirs. */
const insertOwn = <T>(
  list: readonly Dated<T>[],
  next: Dated<T>,
  keyOf: (entry: Dated<T>) => string,
  bulk: Bulk,
): readonly Dated<T>[] => {
  const { items, byKey } = openList(list, keyOf, bulk);
  const key = keyOf(next);
  const same = byKey.get(key);
  if (same !== undefined) {
    if (compareDated(same, next) <= 0) return items;
    items.splice(placeIn(items, same), 1);
  }
  byKey.set(key, next);
  items.splice(placeIn(items, next), 0, next);
  return items;
};

/**
 * `list` with `next` at its place in the log's order. Entries with the same key are one entry, and the earliest of
 * them stands, so that adding twice changes nothing. The key is the event's id unless told otherwise.
 */
export const insertDated = <T>(
  list: readonly Dated<T>[],
  next: Dated<T>,
  keyOf: (entry: Dated<T>) => string = (entry) => entry.id,
): readonly Dated<T>[] => {
  const bulk = list.length < manyEntries ? null : currentBulk();
  if (bulk !== null) return insertOwn(list, next, keyOf, bulk);
  const key = keyOf(next);
  const same = list.find((entry) => keyOf(entry) === key);
  if (same !== undefined && compareDated(same, next) <= 0) return list;
  const others = same === undefined ? list : list.filter((entry) => entry !== same);
  const at = placeIn(others, next);
  return [...others.slice(0, at), next, ...others.slice(at)];
};
