import { calibrationOf, violationsOf, type Guess, type Trend } from "@belay/guidance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import {
  aboutPercent,
  chanceWords,
  courseOf,
  curveSentence,
  gapSentence,
  reachOf,
  scoreWords,
} from "./said-figures.ts";

const many = (percent: number, yes: number, n: number): readonly Guess[] =>
  Array.from({ length: n }, (_, index) => ({ id: `${percent}/${index}`, said: percent / 100, came: index < yes }));

const trend = (slope: number, low: number, high: number, n = 20): Trend => ({ slope, low, high, n });

const gaps = (values: readonly number[]) =>
  violationsOf(
    values.map((value, index) => ({
      id: `e${index}`,
      day: dayOf("2026-11-01"),
      step: "ask-x",
      feared: 50 + value,
      felt: 50,
    })),
  );

describe("the sentence over the curve", () => {
  it.each([
    ["nine guesses", many(30, 9, 9), "evidence.calFew"],
    ["guesses far too low", many(30, 12, 12), "evidence.calLow"],
    ["guesses far too high", many(90, 2, 12), "evidence.calHigh"],
    ["both", [...many(10, 8, 8), ...many(90, 1, 8)], "evidence.calMixed"],
    ["guesses about right", [...many(30, 3, 10), ...many(80, 8, 10)], "evidence.calAlike"],
  ] as const)("with %s", (_name, guesses, id) => {
    expect(curveSentence(calibrationOf(guesses))).toBe(id);
  });

  it("never accuses guesses that came as often as said", () => {
    const group = fc.record({ came: fc.integer({ min: 0, max: 20 }), n: fc.integer({ min: 20, max: 40 }) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (given) => {
        const groups = given.map(({ came, n }) => {
          const share = came / n;
          return { said: share, low: share, high: share, came, n, share, range: null };
        });
        expect(curveSentence(groups)).toBe("evidence.calAlike");
      }),
    );
  });

  it("does not make much of one group in five that lies a little outside its own range", () => {
    const groups = [many(5, 1, 3), many(20, 3, 6), many(36, 10, 20), many(46, 9, 13), many(60, 2, 6)];
    expect(curveSentence(calibrationOf(groups.flat()))).toBe("evidence.calAlike");
  });
});

describe("the score in points", () => {
  it.each([
    ["better", "evidence.calBetter"],
    ["worse", "evidence.calWorse"],
    ["alike", "evidence.calSame"],
  ] as const)("%s than the average", (verdict, id) => {
    const against = { average: 0.826, itsBrier: 0.1437, skill: null, verdict };
    expect(scoreWords(0.196, against)).toEqual({ score: 20, average: 83, its: 14, id });
  });
});

describe("a trend in words", () => {
  it.each([
    ["none at all", null, "flat"],
    ["one from nine tries", trend(-1, -2, -0.5, 9), "flat"],
    ["one whose range holds zero", trend(-1, -2, 0.1), "flat"],
    ["one whose range ends at zero", trend(-1, -2, 0), "flat"],
    ["a fall", trend(-0.2, -0.3, -0.1), "down"],
    ["a rise", trend(0.2, 0.1, 0.3), "up"],
  ] as const)("%s", (_name, given, way) => {
    expect(courseOf(given).way).toBe(way);
  });

  it("has its sizes a month, the near end first and without a sign", () => {
    expect(courseOf(trend(-0.2, -0.3, -0.1))).toEqual({ way: "down", by: 6, low: 3, high: 9 });
    expect(courseOf(trend(0.2, 0.1, 0.3))).toEqual({ way: "up", by: 6, low: 3, high: 9 });
  });
});

describe("the newest gaps in words", () => {
  it.each([
    ["none", [], "evidence.gapFew"],
    ["four", [50, 50, 50, 50], "evidence.gapFew"],
    ["five that were all better", [40, 50, 45, 40, 50], "evidence.gapLess"],
    ["five that were all worse", [-40, -50, -45, -40, -50], "evidence.gapMore"],
    ["five of both kinds", [-40, 50, -45, 40, -5], "evidence.gapSame"],
    ["old bad ones, new good ones", [-50, -50, -50, 40, 41, 42, 43, 44, 45, 46, 47], "evidence.gapLess"],
  ] as const)("%s", (_name, values, id) => {
    expect(gapSentence(gaps(values)).id).toBe(id);
  });

  it("are the same size on either side", () => {
    const values = [40, 50, 45, 40, 50];
    const { id: _less, ...less } = gapSentence(gaps(values));
    const { id: _more, ...more } = gapSentence(gaps(values.map((value) => -value)));
    expect(more).toEqual(less);
    expect(less).toEqual({ n: 5, mean: 45, low: 40, high: 50 });
  });
});

describe("the reach of the drawing", () => {
  it.each([
    [[], 50],
    [[10, -40], 50],
    [[10, -51], 75],
    [[100], 100],
  ] as const)("of %j is %i", (values, reach) => {
    expect(reachOf(gaps(values))).toBe(reach);
  });
});

describe("about so many percent", () => {
  it.each([
    [0, 0],
    [0.34, 35],
    [0.32, 30],
    [0.525, 55],
    [1, 100],
  ])("%f is about %i", (share, percent) => {
    expect(aboutPercent(share)).toBe(percent);
  });
});

describe("the chance that reach has risen", () => {
  it.each([
    [0, "evidence.reachDown", 1],
    [0.1, "evidence.reachDown", 10],
    [0.5, "evidence.reachOpen", 50],
    [0.89, "evidence.reachOpen", 89],
    [0.9, "evidence.reachUp", 90],
    [0.999, "evidence.reachUp", 99],
  ] as const)("of %f", (chance, id, percent) => {
    expect(chanceWords(chance)).toEqual({ id, chance: percent });
  });
});
