/** Tests the figures of the evidence by published examples, by hand, and by their laws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Trial } from "@belay/domain";
import { evidence, isYes, jeffreys } from "./evidence.ts";
import { aTrial } from "./rehearsal.ts";

describe("Jeffreys' interval", () => {
  // Printed by other implementations, with their digits: JuliaStats HypothesisTests.jl, test/binomial.jl (26 of 78 and
  // 6 of 9); the R packages cicalc (5 of 10, 32 of 32) and RSurveillance, binom.jeffreys (the others). All at 95 %.
  test.each([
    [26, 78, 0.23626570247518358, 0.44251318323879296, 12],
    [6, 9, 0.3477917934722659, 0.8957867783392258, 12],
    [5, 10, 0.2235287, 0.7764713, 6],
    [32, 32, 0.9251, 1, 4],
    [25, 200, 0.08462743, 0.176126, 6],
    [10, 200, 0.0259934, 0.08687509, 6],
    [50, 200, 0.19387268, 0.31330266, 6],
    [90, 200, 0.38218245, 0.51925306, 6],
  ])("of %i in %i is as published", (yes, total, low, high, digits) => {
    const interval = jeffreys(yes, total, 0.95);
    expect(interval?.[0]).toBeCloseTo(low, digits);
    expect(interval?.[1]).toBeCloseTo(high, digits);
  });

  // One-sided 95 % bounds of the same source are the two-sided 90 % bounds used here.
  test.each([
    [26, 78, 0.25098836986261724, 0.42466492683653623],
    [6, 9, 0.39604343455469687, 0.86830830610561],
  ])("of %i in %i at 90 %% is as published", (yes, total, low, high) => {
    expect(jeffreys(yes, total)?.[0]).toBeCloseTo(low, 12);
    expect(jeffreys(yes, total)?.[1]).toBeCloseTo(high, 12);
  });

  // 30-digit arithmetic by bisection, rounded.
  test.each([
    [1, 2, 0.0973081817399401, 0.90269181826006],
    [4, 5, 0.4371553894650218, 0.9635527319546112],
    [3, 7, 0.1746068190968694, 0.7191819409330789],
    [9, 10, 0.6694371967398655, 0.9821080119442522],
    [1, 100, 0.001762096254077472, 0.03841478809047775],
    [250, 300, 0.7956374973664038, 0.8663013213309401],
    [999, 2000, 0.4811190346566045, 0.5178820331931576],
  ])("of %i in %i at 90 %% is right to ten digits", (yes, total, low, high) => {
    expect(jeffreys(yes, total)?.[0]).toBeCloseTo(low, 10);
    expect(jeffreys(yes, total)?.[1]).toBeCloseTo(high, 10);
  });

  test("reaches the ends of the scale where every answer was the same", () => {
    expect(jeffreys(0, 1)?.[0]).toBe(0);
    expect(jeffreys(0, 1)?.[1]).toBeCloseTo(0.7714801861936713, 10);
    expect(jeffreys(1, 1)?.[0]).toBeCloseTo(0.2285198138063287, 10);
    expect(jeffreys(1, 1)?.[1]).toBe(1);
  });

  test("says nothing of no tries", () => {
    expect(jeffreys(0, 0)).toBeNull();
  });

  test("mirrors, rises with every yes, and is wider for more certainty", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (total, seed) => {
        const yes = seed % total;
        const [low, high] = jeffreys(yes, total) ?? [0, 0];
        const [mirrorLow, mirrorHigh] = jeffreys(total - yes, total) ?? [0, 0];
        expect(low).toBeCloseTo(1 - mirrorHigh, 9);
        expect(high).toBeCloseTo(1 - mirrorLow, 9);
        expect((jeffreys(yes + 1, total) ?? [0])[0]).toBeGreaterThan(low);
        expect((jeffreys(yes, total, 0.5) ?? [0])[0]).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("the evidence", () => {
  const rows: readonly Trial[] = [
    aTrial({ id: "a", predHelp: 20, predBad: 80, bad: 30, outcome: "yes" }),
    aTrial({ id: "b", predHelp: 50, predBad: 60, bad: 70, outcome: "no" }),
    aTrial({ id: "c", predHelp: null, predBad: 40, bad: 40, outcome: "partial" }),
    aTrial({ id: "d", predHelp: 90, predBad: null, bad: 10, outcome: null }),
    aTrial({ id: "e", predHelp: 100, predBad: 50, bad: null, outcome: "hurtful" }),
  ];

  test("of nothing is nothing, and too few", () => {
    expect(evidence([])).toEqual({
      n: 0,
      expectedYes: null,
      yes: 0,
      partial: 0,
      hurtful: 0,
      total: 0,
      interval90: null,
      pairs: [],
      violation: null,
      brier: null,
      tooFew: true,
    });
  });

  test("counts help that came in part as help, and shows how much of it was in part", () => {
    expect(evidence(rows)).toMatchObject({ yes: 2, partial: 1, hurtful: 1, total: 4 });
  });

  test("sets expectation against those answers alone that were predicted and are known", () => {
    const { n, expectedYes, brier } = evidence(rows);
    expect(n).toBe(3);
    expect(expectedYes).toBeCloseTo((0.2 + 0.5 + 1) / 3, 12);
    expect(brier).toBeCloseTo((0.8 ** 2 + 0.5 ** 2 + 1) / 3, 12);
  });

  test("pairs what was feared with what was felt, where both were said", () => {
    const { pairs, violation } = evidence(rows);
    expect(pairs.map(({ id, feared, felt }) => [id, feared, felt])).toEqual([
      ["a", 80, 30],
      ["b", 60, 70],
      ["c", 40, 40],
    ]);
    expect(violation).toBeCloseTo((50 - 10 + 0) / 3, 12);
  });

  test.each([
    [4, true],
    [5, false],
  ])("of %i known answers is too few: %s", (count, tooFew) => {
    const known = Array.from({ length: count }, (_, i) => aTrial({ id: `known-${i}`, outcome: "no" }));
    const open = Array.from({ length: 9 }, (_, i) => aTrial({ id: `open-${i}`, outcome: null }));
    expect(evidence([...known, ...open]).tooFew).toBe(tooFew);
  });

  test("hides no refusal and no bad outcome", () => {
    const bad = Array.from({ length: 6 }, (_, i) =>
      aTrial({ id: `bad-${i}`, outcome: i % 2 === 0 ? "no" : "hurtful" }),
    );
    expect(evidence(bad)).toMatchObject({ yes: 0, hurtful: 3, total: 6, tooFew: false });
    expect(evidence(bad).interval90?.[0]).toBe(0);
  });

  test("counts a try that comes twice once, by its last row", () => {
    const twice = [aTrial({ id: "a", outcome: "no" }), aTrial({ id: "a", outcome: "yes" })];
    expect(evidence(twice)).toMatchObject({ yes: 1, total: 1 });
  });

  test("is perfect where prediction and result agree", () => {
    const sure = [aTrial({ id: "a", predHelp: 100, outcome: "yes" }), aTrial({ id: "b", predHelp: 0, outcome: "no" })];
    expect(evidence(sure).brier).toBe(0);
  });
});

test.each([
  ["yes", true],
  ["partial", true],
  ["no", false],
  ["hurtful", false],
] as const)("%s is a yes: %s", (outcome, yes) => {
  expect(isYes(outcome)).toBe(yes);
});

const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
const history = fc
  .array(
    fc
      .record({
        predHelp: percent,
        predBad: percent,
        bad: percent,
        outcome: fc.constantFrom("yes", "partial", "no", "hurtful", null),
      })
      .map((fields) => aTrial(fields)),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, id: `exp-${i}` })));

describe("over any history", () => {
  test("the interval holds the share, and every figure stays on its scale", () => {
    fc.assert(
      fc.property(history, (rows) => {
        const { yes, total, n, expectedYes, interval90, brier, violation, tooFew } = evidence(rows);
        expect(tooFew).toBe(total < 5);
        expect(n).toBeLessThanOrEqual(total);
        for (const share of [expectedYes, brier, ...(interval90 ?? [])]) {
          if (share === null) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        if (interval90 !== null) expect(interval90[0] <= yes / total && yes / total <= interval90[1]).toBe(true);
        if (violation !== null) expect(Math.abs(violation)).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("neither their order nor a try that comes twice changes the figures", () => {
    fc.assert(
      fc.property(history, (rows) => {
        const there = evidence(rows);
        const back = evidence([...rows.toReversed(), ...rows]);
        expect(back).toMatchObject({ yes: there.yes, total: there.total, n: there.n, interval90: there.interval90 });
        expect(back.brier ?? -1).toBeCloseTo(there.brier ?? -1, 10);
        expect(back.violation ?? -1).toBeCloseTo(there.violation ?? -1, 8);
      }),
    );
  });
});
