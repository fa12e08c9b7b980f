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
  numberingsOf,
  openIn,
  proposedCodes,
  proposedCounted,
  turnedItems,
  valueOf,
  valuesIn,
  type Counted,
} from "./codes.ts";
import { tableOf } from "./table.ts";

const labels = [["Not at all", "Several days", "More than half the days", "Nearly every day"]];

/** As the app has them: the words of PHQ-9; one list for others with words; none for those that are only scored. */
const wordsOf = (id: InstrumentId): readonly (readonly string[])[] => {
  if (id === "phq9") return labels;
  return (instruments[id].words?.answers ?? []).map((list) => list.map((word) => `the words of ${word}`));
};

const codesOf = (id: InstrumentId, values: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(proposedCodes(instruments[id], values, wordsOf(id)));

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
    ["1 to 4 in place of 0 to 3, or a 4 for a refusal", "phq9", ["1", "2", "4"], { 1: null, 2: null, 4: null }],
    ["that may be either", "phq9", ["1", "2", "3"], { 1: null, 2: null, 3: null }],
    ["0 to 4 in place of 0 to 100", "cbi-personal", ["1", "4"], { 1: null, 4: null }],
    ["0 to 4, or 1 to 4 with a 0 for a blank", "cbi-personal", ["0", "2", "4"], { 0: null, 2: null, 4: null }],
    ["0 to 2, or 1 to 3 with a 0 for a blank", "ucla3", ["0", "1", "2"], { 0: null, 1: null, 2: null }],
    [
      "on its own numbers, which no word explains",
      "rses",
      ["1", "2", "3", "4"],
      { 1: null, 2: null, 3: null, 4: null },
    ],
    ["of yes, more or less and no by numbers", "dejong6", ["1", "2", "3"], { 1: null, 2: null, 3: null }],
    ["of yes, more or less and no in words", "dejong6", ["yes", "no", "-9"], { yes: null, no: null, "-9": "blank" }],
    ["whose words differ by item, so that none is shown", "osss3", ["1", "5"], { 1: null, 5: null }],
    ["called none, which may be an answer", "wsas", ["none"], { none: null }],
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

  it("may be numbered in several ways, which are named", () => {
    expect(instrumentIds.map((id) => [id, numberingsOf(instruments[id]).length])).toEqual(
      instrumentIds.map((id) => [id, id === "cbi-personal" ? 3 : 2]),
    );
    expect(numberingsFor(instruments.phq9, ["1", "2", "3"])).toEqual(["own", "one"]);
    expect(numberingsFor(instruments.phq9, ["0", "1"])).toEqual(["own"]);
    expect(numberingsFor(instruments["cbi-personal"], ["0"])).toEqual(["own", "zero"]);
    expect(numberingsFor(instruments.phq9, ["often"])).toEqual([]);
  });

  it("follow a numbering that the person chose, and words keep theirs", () => {
    const codes = proposedCodes(instruments.dejong6, ["1", "3", "-9", "sometimes"], []);
    const down = numberedBy(instruments.dejong6, codes, { way: "own", isDown: true });
    expect([...down]).toEqual([
      ["1", 3],
      ["3", 1],
      ["-9", "blank"],
      ["sometimes", null],
    ]);
    expect(openIn(down)).toEqual(["sometimes"]);
    for (const part of [{ way: null }, { isDown: null }])
      expect(openIn(numberedBy(instruments.dejong6, codes, { way: "own", isDown: true, ...part }))).toContain("3");
    expect([...numberedBy(instruments.rses, new Map([["0", null]]), { way: "zero", isDown: true })]).toEqual([
      ["0", 4],
    ]);
  });

  it.each<[InstrumentId, readonly string[], Counted]>([
    ["phq9", ["0", "1"], { way: "own", isDown: false }],
    ["phq9", ["1", "2"], { way: null, isDown: false }],
    ["phq9", ["4"], { way: null, isDown: false }],
    ["ucla3", ["1", "3"], { way: "own", isDown: false }],
    ["rses", ["1", "4"], { way: "own", isDown: null }],
    ["rses", ["0", "1", "2", "3"], { way: null, isDown: null }],
    ["rses", ["1", "2", "3"], { way: null, isDown: null }],
    ["dejong6", ["1", "2", "3"], { way: "own", isDown: null }],
    ["dejong6", ["0", "1"], { way: null, isDown: null }],
    ["ucla20-v3", ["1", "4"], { way: "own", isDown: null }],
    ["osss3", ["1", "5"], { way: "own", isDown: null }],
  ])("of %s, %j, are known so far: %j", (id, values, counted) =>
    expect(proposedCounted(instruments[id], values, wordsOf(id))).toEqual(counted),
  );

  it("of an instrument without words here are never settled by themselves", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 8 }).map(String), { maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...instrumentIds), numbers, (id, values) => {
        fc.pre(instruments[id].words === null);
        const codes = proposedCodes(instruments[id], values, wordsOf(id));
        expect(openIn(codes)).toEqual(values);
      }),
    );
  });

  /** What a file writes for an answer: from 0 or 1 up, or as the instrument does; the other way round when `isDown`. */
  const written = (
    id: InstrumentId,
    item: number,
    answer: number,
    way: (typeof numberings)[number],
    isDown: boolean,
  ) => {
    const { from, to, step } = answersTo(instruments[id], item);
    const turned = isDown ? from + to - answer : answer;
    return String(way === "own" ? turned : (turned - from) / step + Number(way === "one"));
  };
  const codings = fc.record({
    id: fc.constantFrom(...instrumentIds),
    way: fc.constantFrom(...numberings),
    isDown: fc.boolean(),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 }),
  });
  const answersGiven = (id: InstrumentId, picks: readonly (readonly [number, number])[]) =>
    picks.map(([one, two]) => {
      const item = (one % instruments[id].items) + 1;
      const { from, to, step } = answersTo(instruments[id], item);
      return { item, answer: from + step * (two % ((to - from) / step + 1)) };
    });

  it("written in any numbering never come back as another answer unless that was said", () => {
    fc.assert(
      fc.property(codings, ({ id, way, isDown, picks }) => {
        // Downwards may be settled wrongly only where the words stand beside each number: it is seen, and changed there.
        fc.pre(!isDown || wordsOf(id).length !== 1);
        const given = answersGiven(id, picks).map((one) => ({
          ...one,
          text: written(id, one.item, one.answer, way, isDown),
        }));
        const codes = proposedCodes(instruments[id], new Set(given.map(({ text }) => text)), wordsOf(id));
        for (const { text, answer } of given) expect([null, answer]).toContain(codes.get(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("written in any numbering come back as they were once that is said, or stay open", () => {
    fc.assert(
      fc.property(codings, ({ id, way, isDown, picks }) => {
        const given = answersGiven(id, picks).map((one) => ({
          ...one,
          text: written(id, one.item, one.answer, way, isDown),
        }));
        const open = new Map(given.map(({ text }) => [text, null] as const));
        const codes = numberedBy(instruments[id], open, { way, isDown });
        const isOpen = isDown && id === "osss3";
        for (const { text, answer } of given) expect(codes.get(text)).toBe(isOpen ? null : answer);
      }),
      { numRuns: 1000 },
    );
  });

  it("never become anything but an answer of the instrument, a blank or a question", () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 110 }).map(String), fc.string({ maxLength: 6 }).map(valueOf));
    fc.assert(
      fc.property(
        fc.constantFrom(...instrumentIds),
        fc.uniqueArray(value, { maxLength: 12 }),
        fc.record({ way: fc.option(fc.constantFrom(...numberings)), isDown: fc.option(fc.boolean()) }),
        (id, values, counted) => {
          const codes = numberedBy(instruments[id], proposedCodes(instruments[id], values, []), counted);
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
