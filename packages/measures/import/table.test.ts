import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellMost, cleaned, columnsMost, looksHeaded, numberIn, rowsMost, tableOf } from "./table.ts";

describe("a cell", () => {
  it.each([
    ["  Several \n days ", "Several days"],
    ["\ufeff2", "2"],
    ["\u202e3\u202c", "3"],
    ["a\u0000b\u0007", "ab"],
    ["=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["\u00a0", ""],
    ["\ud800x", "x"],
  ])("%j is read as %j", (text, read) => expect(cleaned(text)).toBe(read));

  it("of any length is at most as long as a cell may be, and reading it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const once = cleaned(text);
        expect(once.length).toBeLessThanOrEqual(cellMost);
        expect(cleaned(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it.each([
    ["2", 2],
    ["+2", 2],
    ["-99", -99],
    ["2,0", 2],
    ["1.5", 1.5],
    ["2.8333333333333335", 17 / 6],
    ['"3"', 3],
    ["'3'", 3],
    ["-0", 0],
    ["1e999", null],
    ["NaN", null],
    ["Infinity", null],
    ["0x10", null],
    ["1.000.000", null],
    ["", null],
    ["2 days", null],
  ])("%j as a number is %j", (cell, number) => expect(numberIn(cell)).toBe(number));
});

describe("a table", () => {
  it("takes its names from the first row, and counts rows as they stand in the file", () => {
    const table = tableOf([["day", "q1"], [], ["1.2.2025", "3", ""], ["", " "], ["2.2.2025"]], true);
    expect(table).toEqual({
      ok: true,
      value: {
        columns: ["day", "q1"],
        rows: [
          { n: 3, cells: ["1.2.2025", "3"] },
          { n: 5, cells: ["2.2.2025", ""] },
        ],
      },
    });
  });

  it("has nameless columns where there is no row of names", () => {
    const table = tableOf([["2025-01-01", "3"]], false);
    expect(table.ok && table.value.columns).toEqual(["", ""]);
  });

  it("says what is too much, and what is nothing", () => {
    const rows = (count: number): string[][] => Array.from({ length: count }, () => ["1"]);
    expect(tableOf([], true)).toEqual({ ok: false, error: { type: "Empty" } });
    expect(tableOf([["day"], [""]], true)).toEqual({ ok: false, error: { type: "Empty" } });
    expect(tableOf(rows(rowsMost), false).ok).toBe(true);
    expect(tableOf(rows(rowsMost + 1), false)).toEqual({ ok: false, error: { type: "TooManyRows", max: rowsMost } });
    expect(tableOf([Array.from({ length: columnsMost + 1 }, () => "1")], false)).toMatchObject({
      error: { type: "TooManyColumns", got: columnsMost + 1 },
    });
    expect(tableOf([["1", ...Array.from({ length: columnsMost }, () => "")]], false).ok).toBe(true);
  });

  it.each([
    [[["date", "q1"]], true],
    [[[], ["Datum", ""]], true],
    [[["2025-01-01", "several days"]], false],
    [[["1.2.2025", "several days"]], false],
    [[["day", "2"]], false],
    [[["phq9_1", "phq9_2"]], true],
  ])("%j begins with names: %j", (rows, headed) => expect(looksHeaded(rows)).toBe(headed));
});
