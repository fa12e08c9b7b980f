/** Tests the values that remember their place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theDay } from "../rehearsal.ts";
import { inBulk, newBulk } from "./bulk.ts";
import { compareDated, first, insertDated, newest, type Dated } from "./dated.ts";

const at = <T>(ms: number, value: T, id = `event-${ms}`): Dated<T> => ({
  id,
  at: [ms, 0, "a".repeat(32)],
  day: theDay("2026-05-01"),
  value,
});

test("the newest stands where the last word counts, whichever comes first", () => {
  expect(newest(newest(null, at(1, "old")), at(2, "new")).value).toBe("new");
  expect(newest(newest(null, at(2, "new")), at(1, "old")).value).toBe("new");
});

test("the first stands where it was fixed, whichever comes first", () => {
  expect(first(first(null, at(1, "old")), at(2, "new")).value).toBe("old");
  expect(first(first(null, at(2, "new")), at(1, "old")).value).toBe("old");
});

test("two values in one place are told apart in the same way by all", () => {
  const x = at(1, "x");
  const y = at(1, "y");
  expect(newest(newest(null, x), y)).toEqual(newest(newest(null, y), x));
  expect(first(first(null, x), y)).toEqual(first(first(null, y), x));
  expect(compareDated(x, y)).toBe(-compareDated(y, x));
});

test("two facts in one place that differ in their day alone are told apart in the same way by all", () => {
  const early = at(1, true);
  const late = { ...early, day: theDay("2026-05-02") };
  expect(compareDated(early, late)).toBe(-compareDated(late, early));
  expect(first(first(null, early), late)).toEqual(first(first(null, late), early));
  expect(newest(newest(null, early), late)).toEqual(newest(newest(null, late), early));
});

describe("a list", () => {
  const values = (list: readonly Dated<number>[]) => list.map(({ value }) => value);

  test("is in the log's order, however it came", () => {
    const list = [3, 1, 2].reduce<readonly Dated<number>[]>((all, ms) => insertDated(all, at(ms, ms)), []);
    expect(values(list)).toEqual([1, 2, 3]);
  });

  test("holds an event once, and adding it again gives the same list", () => {
    const once = insertDated([], at(1, 1));
    expect(insertDated(once, at(1, 1))).toBe(once);
  });

  test("keeps the earlier of two with one key", () => {
    const reply = () => "reply-1";
    const early = at(1, 1);
    const late = at(2, 2);
    expect(insertDated(insertDated([], early, reply), late, reply)).toEqual([early]);
    expect(insertDated(insertDated([], late, reply), early, reply)).toEqual([early]);
  });

  test("moves an event to its earlier place", () => {
    const list = insertDated(insertDated([], at(2, 2)), at(3, 3, "twice"));
    expect(values(insertDated(list, at(1, 1, "twice")))).toEqual([1, 2]);
  });
});

describe("a list in a bulk", () => {
  const entries = fc.array(fc.record({ ms: fc.nat(40), value: fc.nat(2), id: fc.nat(30) }), {
    maxLength: 60,
    size: "max",
  });
  const insertAll = (
    list: readonly Dated<number>[],
    all: readonly { readonly ms: number; readonly value: number; readonly id: number }[],
  ): readonly Dated<number>[] =>
    all.reduce((next, { ms, value, id }) => insertDated(next, at(ms, value, `event-${id}`)), list);

  test("is what it would be one by one, in one bulk or in one that goes on, and what was there before stays", () => {
    fc.assert(
      fc.property(entries, entries, entries, (before, some, more) => {
        const start = insertAll([], before);
        const there = [...start];
        const bulk = newBulk();
        const half = inBulk(() => insertAll(start, some), bulk);
        const whole = inBulk(() => insertAll(half, more), bulk);
        expect(whole).toEqual(insertAll(insertAll(start, some), more));
        expect(start).toEqual(there);
      }),
    );
  });

  test("does not change with the next bulk", () => {
    const many = Array.from({ length: 30 }, (_, ms) => ({ ms, value: 1, id: ms }));
    const done = inBulk(() => insertAll([], many));
    inBulk(() => insertAll(done, [{ ms: 99, value: 1, id: 99 }]));
    expect(done).toHaveLength(30);
  });
});
