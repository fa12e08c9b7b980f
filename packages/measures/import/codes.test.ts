import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments } from "../catalogue.ts";
import { instrumentIds, type InstrumentId } from "../ids.ts";
import { answersTo } from "../instrument.ts";
import {
  answersOf,
  asGiven,
  numberedBy,
  numberings,
  numberingsFor,
  openIn,
  proposedCodes,
  turnedItems,
  valueOf,
  valuesIn,
} from "./codes.ts";
import { tableOf } from "./table.ts";

const labels = [["Not at all", "Several days", "More than half the days", "Nearly every day"]];
const codesOf = (id: InstrumentId, values: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(proposedCodes(instruments[id], values, id === "phq9" ? labels : []));

describe("the values of a file", () => {
  it("are the same in quotes, with a comma, and in large letters; empty cells are none", () => {
    expect(['"2"', "2,0", "2", "+2"].map(valueOf)).toEqual(["2", "2", "2", "2"]);
    const table = tableOf(
      [
        ["a", "b"],
        ["Often", "2"],
        ["OFTEN", "2.0"],
        ["", "x"],
      ],
      true,
    );
    expect(table.ok && [...valuesIn(table.value, [0, 1, null])]).toEqual([
      ["often", { shown: "Often", times: 2 }],
      ["2", { shown: "2", times: 2 }],
      ["x", { shown: "x", times: 1 }],
    ]);
  });

  it.each<[string, InstrumentId, readonly string[], Readonly<Record<string, unknown>>]>([
    ["on the instrument's own numbers", "phq9", ["0", "3"], { 0: 0, 3: 3 }],
    ["1 to 4 in place of 0 to 3", "phq9", ["1", "2", "4"], { 1: 0, 2: 1, 4: 3 }],
    ["that may be either", "phq9", ["1", "2", "3"], { 1: null, 2: null, 3: null }],
    ["0 to 4 in place of 0 to 100", "cbi-personal", ["1", "4"], { 1: null, 4: null }],
    ["0 to 4 with a 0", "cbi-personal", ["0", "2", "4"], { 0: 0, 2: 50, 4: 100 }],
    ["0 to 3 in place of 1 to 4", "rses", ["0", "3"], { 0: 1, 3: 4 }],
    [
      "in the instrument's own words",
      "phq9",
      ["not at all", "nearly every day"],
      { "not at all": 0, "nearly every day": 3 },
    ],
    ["in other words", "phq9", ["nie"], { nie: null }],
    [
      "that say that nothing was said",
      "phq9",
      ["0", "n/a", "-99", "999", "prefer not to say", "keine angabe"],
      {
        0: 0,
        "n/a": "blank",
        "-99": "blank",
        999: "blank",
        "prefer not to say": "blank",
        "keine angabe": "blank",
      },
    ],
    ["that fit nothing", "phq9", ["0", "9"], { 0: null, 9: null }],
    ["that say nothing else", "phq9", ["-99"], { "-99": "blank" }],
    ["between two answers", "phq9", ["0", "1.5"], { 0: null, "1.5": null }],
    ["with hostile names", "phq9", ["__proto__", "constructor"], { ["__proto__"]: null, constructor: null }],
  ])("%s", (_, id, values, meanings) => {
    expect(new Map(Object.entries(codesOf(id, values)))).toEqual(new Map(Object.entries(meanings)));
  });

  it("may be numbered in several ways, which are named, and never downwards by a guess", () => {
    expect(numberingsFor(instruments.phq9, ["1", "2", "3"])).toEqual(["own", "one"]);
    expect(numberingsFor(instruments.phq9, ["0", "1"])).toEqual(["own"]);
    expect(numberingsFor(instruments["cbi-personal"], ["0"])).toEqual(["own", "zero"]);
    expect(numberingsFor(instruments.phq9, ["often"])).toEqual([]);
    for (const id of instrumentIds) expect(numberingsFor(instruments[id], ["1", "2", "3"])).not.toContain("down");
  });

  it("follow a numbering that the person chose, and words keep theirs", () => {
    const codes = proposedCodes(instruments.dejong6, ["1", "3", "-9", "sometimes"], []);
    const down = numberedBy(instruments.dejong6, codes, "down");
    expect([...down]).toEqual([
      ["1", 3],
      ["3", 1],
      ["-9", "blank"],
      ["sometimes", null],
    ]);
    expect(openIn(down)).toEqual(["sometimes"]);
    expect(openIn(numberedBy(instruments.dejong6, codes, null))).toEqual(["1", "3", "sometimes"]);
  });

  it("never become anything but an answer of the instrument, a blank or a question", () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 110 }).map(String), fc.string({ maxLength: 6 }).map(valueOf));
    fc.assert(
      fc.property(
        fc.constantFrom(...instrumentIds),
        fc.uniqueArray(value, { maxLength: 12 }),
        fc.option(fc.constantFrom(...numberings)),
        (id, values, way) => {
          const codes = numberedBy(instruments[id], proposedCodes(instruments[id], values, []), way);
          expect([...codes.keys()]).toEqual(values);
          for (const meaning of codes.values())
            expect(typeof meaning !== "number" || answersOf(instruments[id]).includes(meaning)).toBe(true);
        },
      ),
    );
  });
});

describe("items that are turned for scoring", () => {
  it("are turned back where the file has them turned, and no others", () => {
    expect(turnedItems(instruments.rses)).toEqual(new Set([3, 5, 8, 9, 10]));
    expect(asGiven(instruments.rses, 3, 1, true)).toBe(4);
    expect(asGiven(instruments.rses, 1, 1, true)).toBe(1);
    expect(asGiven(instruments.rses, 3, 1, false)).toBe(1);
    expect(turnedItems(instruments.phq9).size).toBe(0);
  });

  it("stay on their scale", () => {
    for (const id of instrumentIds) {
      for (const item of turnedItems(instruments[id])) {
        const { from, to } = answersTo(instruments[id], item);
        expect(asGiven(instruments[id], item, from, true)).toBe(to);
      }
    }
  });
});
