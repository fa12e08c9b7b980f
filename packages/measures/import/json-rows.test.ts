import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonRows } from "./json-rows.ts";
import { columnsMost, rowsMost, tableOf } from "./table.ts";

const rowsOf = (value: unknown): readonly (readonly string[])[] | string => {
  const read = jsonRows(value);
  return read.ok ? read.value.rows : read.error.type;
};

describe("JSON", () => {
  it.each<[string, unknown, readonly (readonly string[])[]]>([
    [
      "a list of sittings, each with some of the names",
      [
        { on: "2025-01-01", q1: 1 },
        { on: "2025-01-08", q2: "2" },
      ],
      [
        ["on", "q1", "q2"],
        ["2025-01-01", "1", ""],
        ["2025-01-08", "", "2"],
      ],
    ],
    [
      "a list of sittings with their answers in a list",
      [{ on: "2025-01-01", answers: [0, null, 2] }],
      [
        ["on", "answers 1", "answers 2", "answers 3"],
        ["2025-01-01", "0", "", "2"],
      ],
    ],
    [
      "a list of sittings with their answers in an object",
      [{ on: "2025-01-01", phq: { a: 1, b: true } }],
      [
        ["on", "phq a", "phq b"],
        ["2025-01-01", "1", "true"],
      ],
    ],
    [
      "lists side by side",
      { on: ["2025-01-01", "2025-01-08"], total: [7, 9] },
      [
        ["on", "total"],
        ["2025-01-01", "7"],
        ["2025-01-08", "9"],
      ],
    ],
    [
      "sittings within an object",
      { version: 1, answers: [{ on: "2025-01-01", q1: 1 }] },
      [
        ["on", "q1"],
        ["2025-01-01", "1"],
      ],
    ],
    ["sittings one level further in", { version: 1, data: { sittings: [{ q1: 1 }] } }, [["q1"], ["1"]]],
    [
      "one sitting",
      { on: "2025-01-01", answers: [1, 2] },
      [
        ["on", "answers 1", "answers 2"],
        ["2025-01-01", "1", "2"],
      ],
    ],
    [
      "rows, as a table has them",
      [
        ["on", "q1"],
        ["2025-01-01", 1],
      ],
      [
        ["on", "q1"],
        ["2025-01-01", "1"],
      ],
    ],
  ])("may be %s", (_, value, rows) => expect(rowsOf(value)).toEqual(rows));

  it.each<[string, unknown, string]>([
    ["a number", 7, "NoTable"],
    ["nothing", null, "NoTable"],
    ["words", "phq9", "NoTable"],
    ["a list of numbers", [1, 2, 3], "NoTable"],
    ["an empty list", [], "Empty"],
    ["an empty object", {}, "Empty"],
    ["a list that is too long", Array.from({ length: rowsMost + 2 }, () => ({ a: 1 })), "TooManyRows"],
    [
      "too many names",
      [Object.fromEntries(Array.from({ length: columnsMost + 1 }, (_, i) => [`q${i}`, 1]))],
      "TooManyColumns",
    ],
    ["too many answers", { answers: Array.from({ length: 100_000 }, () => 1) }, "TooManyColumns"],
  ])("is refused where it is %s", (_, value, type) => expect(rowsOf(value)).toBe(type));

  it.each<[string, unknown, string]>([
    [
      "long lists side by side",
      { a: Array.from({ length: rowsMost + 1 }, () => 1), b: Array.from({ length: rowsMost + 1 }, () => 1) },
      "TooManyRows",
    ],
    [
      "many lists side by side",
      Object.fromEntries(Array.from({ length: columnsMost + 1 }, (_, i) => [`q${i}`, [1, 2]])),
      "TooManyColumns",
    ],
    ["wide rows", [Array.from({ length: columnsMost + 1 }, () => 1)], "TooManyColumns"],
  ])("become no table out of %s", (_, value, type) => {
    const read = jsonRows(value);
    const table = read.ok ? tableOf(read.value.rows, read.value.headed) : read;
    expect(table.ok ? null : table.error.type).toBe(type);
  });

  it("reads hostile names as names, and what is nested deeply as no answer", () => {
    const value: unknown = JSON.parse(
      '[{"__proto__":"1","constructor":{"prototype":2},"deep":{"a":[[1]]},"big":1e999}]',
    );
    expect(rowsOf(value)).toEqual([
      ["__proto__", "constructor prototype", "deep a", "big"],
      ["1", "2", "…", "Infinity"],
    ]);
    expect(Reflect.get({}, "prototype")).toBeUndefined();
  });

  it("of any kind throws nothing, and what becomes a table has rows of one width", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        const read = jsonRows(value);
        const table = read.ok ? tableOf(read.value.rows, read.value.headed) : read;
        if (table.ok) {
          for (const { cells } of table.value.rows) expect(cells).toHaveLength(table.value.columns.length);
        }
      }),
    );
  });
});
