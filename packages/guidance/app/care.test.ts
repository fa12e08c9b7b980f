/** Tests the thresholds of care, each at its edge. */
import { addDays } from "@belay/basics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aTrial, theDay } from "../rehearsal.ts";
import { careAt, careOf, toldBefore, type Care, type Measured, type Signals } from "./care.ts";

const today = theDay("2026-05-20");
const day = (ago: number) => addDays(today, -ago);

const care = (fields: Partial<Signals> = {}): Care | null =>
  careOf({ today, told: [], checkins: [], trials: [], measures: [], ...fields });
const why = (fields: Partial<Signals>): string =>
  `${care(fields)?.level ?? "as ever"} ${care(fields)?.because.type ?? ""}`.trim();

/** A try that was expected to be 40 bad. */
const felt = (bad: number | null, fields: Partial<ReturnType<typeof aTrial>> = {}) =>
  aTrial({ day: day(3), predBad: 40, bad, outcome: "yes", ...fields });
const scored = (scale: Measured["scale"], ...scores: readonly number[]): readonly Measured[] =>
  scores.map((score, i) => ({ scale, score, day: day(scores.length - i), worse: false }));

describe("distress before a step", () => {
  test.each([
    [69, 0, "as ever"],
    [70, 0, "easier HighBefore"],
    [89, 0, "easier HighBefore"],
    [90, 0, "rest HighBefore"],
    [100, 0, "rest HighBefore"],
    [90, 1, "rest HighBefore"],
    [90, 2, "as ever"],
  ])("of %i, told %i days ago: %s", (level, ago, expected) => {
    expect(why({ told: [{ day: day(ago), level }] })).toBe(expected);
  });

  test("goes by the highest that was told", () => {
    const told = [30, 95, 72].map((level) => ({ day: today, level }));
    expect(care({ told })).toEqual({ level: "rest", because: { type: "HighBefore", level: 95 } });
  });
});

describe("what was told before a step", () => {
  const tried = (bad: number | null, before: number | null, status: "done" | "avoided" | null) => ({
    prediction: { day: day(1), bad },
    outcome: status === null ? null : { day: today, before, status },
  });

  test.each([
    ["a guess that is open", tried(90, null, null), [90]],
    ["a guess left empty", tried(null, null, null), []],
    ["a guess, and a number at the time, of a step let be", tried(90, 80, "avoided"), [90, 80]],
    ["both, of a step that was carried out", tried(90, 80, "done"), []],
    ["nothing at all", { prediction: null, outcome: null }, []],
  ] as const)("%s", (_, one, levels) => {
    expect(toldBefore([one]).map(({ level }) => level)).toEqual(levels);
  });

  test("has the day on which it was told", () => {
    expect(toldBefore([tried(90, 80, "avoided")]).map((one) => one.day)).toEqual([day(1), today]);
  });
});

describe("low days", () => {
  test.each([
    [
      [
        [0, 20],
        [1, 20],
      ],
      "easier LowDays",
    ],
    [
      [
        [0, 21],
        [1, 20],
      ],
      "as ever",
    ],
    [
      [
        [0, 20],
        [1, 21],
      ],
      "as ever",
    ],
    [[[0, 5]], "as ever"],
    [
      [
        [0, 5],
        [0, 5],
      ],
      "as ever",
    ],
    [
      [
        [0, 5],
        [7, 5],
      ],
      "easier LowDays",
    ],
    [
      [
        [0, 5],
        [8, 5],
      ],
      "as ever",
    ],
    [
      [
        [0, null],
        [1, 5],
        [2, 5],
      ],
      "easier LowDays",
    ],
  ] as const)("%j (days ago, energy): %s", (list, expected) => {
    expect(why({ checkins: list.map(([ago, energy]) => ({ day: day(ago), energy })) })).toBe(expected);
  });

  test("go by the newest word of a day", () => {
    const checkins = [60, 5].map((energy) => ({ day: today, energy }));
    expect(care({ checkins: [...checkins, { day: day(1), energy: 5 }] })).toBeNull();
  });
});

describe("worse twice", () => {
  test.each([
    ["both ten more than expected", [felt(50), felt(50)], "easier WorseTwice"],
    ["one of them nine more", [felt(50), felt(49)], "as ever"],
    ["one alone", [felt(90)], "as ever"],
    ["a good one since", [felt(90), felt(90), felt(20)], "as ever"],
    ["hurt, and worse", [felt(null, { outcome: "hurtful" }), felt(60)], "easier WorseTwice"],
    ["without a guess", [felt(90, { predBad: null }), felt(90, { predBad: null })], "as ever"],
    ["long ago", [felt(90, { day: day(29) }), felt(90)], "as ever"],
    [
      "one that was not carried out between",
      [felt(90), felt(10, { status: "skipped" }), felt(90)],
      "easier WorseTwice",
    ],
  ])("%s", (_, trials, expected) => {
    expect(why({ trials })).toBe(expected);
  });
});

describe("questionnaires, for whoever answers them", () => {
  test.each([
    [scored("phq4", 5), "as ever"],
    [scored("phq4", 6), "easier MeasureHigh"],
    [scored("phq4", 9, 5), "as ever"],
    [scored("phq8", 10), "as ever"],
    [scored("phq8", 10, 10), "easier MeasureHigh"],
    [scored("phq8", 10, 9), "as ever"],
    [scored("gad7", 9, 10), "as ever"],
    [scored("gad7", 3, 10, 21), "easier MeasureHigh"],
    [[...scored("phq8", 12), ...scored("gad7", 12)], "as ever"],
    [scored("gad7", 2, 2).map((one) => ({ ...one, worse: true })), "easier MeasureWorse"],
    [scored("gad7", 2, 2).map((one, i) => ({ ...one, worse: i === 1 })), "as ever"],
  ])("%j: %s", (measures, expected) => {
    expect(why({ measures })).toBe(expected);
  });
});

test("the most that was told comes before everything else", () => {
  const trials = [felt(90), felt(90)];
  expect(why({ trials, told: [{ day: today, level: 92 }] })).toBe("rest HighBefore");
});

test("no number of days or tries alone is called anything: without high numbers there is no reason", () => {
  const low = fc.integer({ min: 0, max: careAt.high - 1 });
  fc.assert(
    fc.property(fc.array(low), fc.array(fc.integer({ min: 21, max: 100 })), (levels, energies) => {
      const told = levels.map((level) => ({ day: today, level }));
      const checkins = energies.map((energy, i) => ({ day: day(i), energy }));
      expect(care({ told, checkins, trials: levels.map((bad) => felt(bad, { predBad: bad })) })).toBeNull();
    }),
  );
});
