/** Values that remember where in the log they were set, so that facts may be folded in any order. */
import type { LocalDay } from "@belay/basics";
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

/**
 * `list` with `next` at its place in the log's order. Entries with the same key are one entry, and the earliest of
 * them stands, so that adding twice changes nothing. The key is the event's id unless told otherwise.
 */
export const insertDated = <T>(
  list: readonly Dated<T>[],
  next: Dated<T>,
  keyOf: (entry: Dated<T>) => string = (entry) => entry.id,
): readonly Dated<T>[] => {
  const key = keyOf(next);
  const same = list.find((entry) => keyOf(entry) === key);
  if (same !== undefined && compareDated(same, next) <= 0) return list;
  const others = same === undefined ? list : list.filter((entry) => entry !== same);
  const at = others.findLastIndex((entry) => compareDated(entry, next) < 0) + 1;
  return [...others.slice(0, at), next, ...others.slice(at)];
};
