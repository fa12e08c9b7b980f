/** Proves medians, verdicts and tables of the relay's bench. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goalTable, markdown, mediansOf, medianOf, newSheet, shown, verdict } from "./lines.ts";

describe("the median of rounds", () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[100, 1, 2, 3, 50], 3],
    [[4, 2], 2],
  ])("of %j is %d", (values, median) => expect(medianOf({ values })).toBe(median));

  it("is one of the values, and no round of three that went wrong moves it out of the other two", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b, wrong) => {
        const median = medianOf({ values: [a, wrong, b] });
        expect(median >= Math.min(a, b) && median <= Math.max(a, b)).toBe(true);
      }),
    );
  });
});

describe("a verdict", () => {
  it.each([
    [75, { most: 75 }, "met"],
    [10, { most: 75 }, "met"],
    [150, { most: 75 }, "missed by 100 %"],
    [76, { most: 75 }, "missed by 1.3 %"],
    [1.5, { least: 1.5 }, "met"],
    [9, { least: 1.5 }, "met"],
    [0.75, { least: 1.5 }, "missed by 50 %"],
    [Number.NaN, { least: 1.5 }, "not measured"],
    [Number.POSITIVE_INFINITY, { least: 1 }, "not measured"],
    [12, null, ""],
  ] as const)("on %d for %j is %j", (value, goal, said) => expect(verdict(value, goal)).toBe(said));
});

describe("a number in a table", () => {
  it.each([
    [0.8449, "0.84"],
    [12.34, "12.3"],
    [499.6, "500"],
    [13_053.4, "13,053"],
    [-1_200, "-1,200"],
    [Number.NaN, "-"],
  ])("%d is %j", (value, text) => expect(shown(value)).toBe(text));
});

describe("a sheet", () => {
  const cost = { key: "cpu", what: "processor", unit: "us", goal: { most: 8 } } as const;
  const rate = { key: "rate", what: "appends", unit: "/s", goal: null } as const;

  it("keeps lines in the order of their first note and every round's value", () => {
    const sheet = newSheet();
    sheet.note(rate, 1_000);
    for (const value of [9, 7, 12]) sheet.note(cost, value);
    sheet.note(rate, 3_000);
    expect(sheet.lines().map(({ key, values }) => [key, values])).toEqual([
      ["rate", [1_000, 3_000]],
      ["cpu", [9, 7, 12]],
    ]);
    sheet.note({ ...rate, key: "lost" }, Number.NaN);
    expect(mediansOf(sheet.lines())).toEqual({ rate: 1_000, cpu: 9 });
  });

  it("becomes a table with the goal and what became of it", () => {
    const sheet = newSheet();
    for (const value of [9, 7, 12]) sheet.note(cost, value);
    sheet.note(rate, 1_000);
    expect(goalTable(sheet.lines())).toBe(
      [
        "| what | median | rounds | goal |  |",
        "| --- | --- | --- | --- | --- |",
        "| processor | 9.00 us | 9.00, 7.00, 12.0 | <= 8 | missed by 13 % |",
        "| appends | 1,000 /s | 1,000 |  |  |",
      ].join("\n"),
    );
  });

  it("of nothing is a head alone", () => expect(markdown([["a", "b"]])).toBe("| a | b |\n| --- | --- |"));
});
