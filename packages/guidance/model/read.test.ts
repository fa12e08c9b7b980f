/** Tests that only what makes sense is read. */
import { describe, expect, test } from "vitest";
import { dayIn, each, isFields, name, names, oneOf, percent, within } from "./read.ts";

const nonsense: readonly unknown[] = [
  null,
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  100.01,
  1e300,
  "50",
  "",
  true,
  [50],
  {},
];

describe("points", () => {
  test.each([0, 0.5, 50, 100])("%f are points", (value) => {
    expect(percent(value)).toBe(value);
  });

  test("nothing else is", () => {
    for (const value of nonsense) expect(percent(value)).toBeNull();
  });

  test("ends are included", () => {
    expect([within(0, 0, 44), within(44, 0, 44), within(44.1, 0, 44), within(-0.1, 0, 44)]).toEqual([
      0,
      44,
      null,
      null,
    ]);
  });
});

test("days are whole, from 0, and not beyond all time", () => {
  expect([0, 1, 99_999].map(dayIn)).toEqual([0, 1, 99_999]);
  for (const value of [...nonsense.filter((one) => one !== 100.01), 1.5, 100_000, -3, 1e9])
    expect(dayIn(value)).toBeNull();
});

describe("names", () => {
  test("are texts with something in them", () => {
    expect([name("ana"), name(""), name(3), name(null), name("x".repeat(201))]).toEqual([
      "ana",
      null,
      null,
      null,
      null,
    ]);
  });

  test("in a list are read once each, and what is no name is left out", () => {
    expect(names(["b", "a", "b", 3, null, "", ["c"]])).toEqual(["b", "a"]);
    for (const value of ["ab", null, 7, { 0: "a", length: 1 }]) expect(names(value)).toEqual([]);
  });

  test("of a few words are one of them or nothing", () => {
    expect([oneOf("yes", ["yes", "no"]), oneOf("maybe", ["yes", "no"]), oneOf(1, ["yes"])]).toEqual([
      "yes",
      null,
      null,
    ]);
  });
});

test("fields are those of an object", () => {
  expect([{}, { a: 1 }].every(isFields)).toBe(true);
  expect([null, undefined, [], "a", 3].some(isFields)).toBe(false);
});

test("items of a list are read where they can be", () => {
  expect(each([{ n: 1 }, { n: "x" }, 3, null, [], { n: 4 }], (one) => percent(one["n"]))).toEqual([1, 4]);
  expect(each("list", () => 1)).toEqual([]);
});
