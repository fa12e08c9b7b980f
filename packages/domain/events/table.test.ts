/** Tests the keyed collection against a plain map. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inBulk } from "./bulk.ts";
import { emptyTable, entriesOf, entryOf, withEntry, type Table } from "./table.ts";

test("it holds what a map would hold", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer())), (writes) => {
      const map = new Map(writes);
      let table: Table<number> = emptyTable;
      for (const [key, value] of writes) table = withEntry(table, key, value);
      for (const [key, value] of map) expect(entryOf(table, key)).toBe(value);
      expect(entriesOf(table).toSorted((a, b) => a - b)).toEqual([...map.values()].toSorted((a, b) => a - b));
    }),
  );
});

test("a change leaves the table it was made from as it was", () => {
  const one = withEntry<number>(emptyTable, "key", 1);
  const two = withEntry(one, "key", 2);
  expect([entryOf(emptyTable, "key"), entryOf(one, "key"), entryOf(two, "key")]).toEqual([null, 1, 2]);
});

test("many changes as one give what they give one by one, and touch nothing that was there before", () => {
  const writes = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer()));
  const all = (table: Table<number>, list: readonly (readonly [string, number])[]): Table<number> =>
    list.reduce((next, [key, value]) => withEntry(next, key, value), table);
  fc.assert(
    fc.property(writes, writes, (before, bulk) => {
      const start = all(emptyTable, before);
      const there = entriesOf(start);
      const done = inBulk(() => all(start, bulk));
      expect(done).toEqual(all(start, bulk));
      expect(entriesOf(start)).toEqual(there);
    }),
  );
});

test("what came of a bulk does not change with the next one, nor with one within it", () => {
  const one = inBulk(() => withEntry<number>(emptyTable, "key", 1));
  const two = inBulk(() => inBulk(() => withEntry(one, "key", 2)));
  expect([entryOf(emptyTable, "key"), entryOf(one, "key"), entryOf(two, "key")]).toEqual([null, 1, 2]);
});

test("a bulk that throws ends like any other", () => {
  const fails = (): never => {
    throw new Error("no");
  };
  expect(() => inBulk(fails)).toThrow("no");
  const one = withEntry<number>(emptyTable, "key", 1);
  withEntry(one, "key", 2);
  expect(entryOf(one, "key")).toBe(1);
});

test.each(["__proto__", "constructor", "toString", ""])("a key named %j is a key like any other", (key) => {
  expect(entryOf(emptyTable, key)).toBeNull();
  expect(entryOf(withEntry<number>(emptyTable, key, 1), key)).toBe(1);
});

test("keys are spread over its pieces, so that a change stays small", () => {
  let table: Table<number> = emptyTable;
  for (let i = 0; i < 6400; i += 1) table = withEntry(table, `event-${i}`, i);
  const sizes = table.pieces.map((piece) => piece?.size ?? 0);
  expect(Math.max(...sizes)).toBeLessThan(60);
  expect(Math.min(...sizes)).toBeGreaterThan(5);
});
