/** Tests the scores of guesses by hand, by a second way to reckon them, and by their laws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aTrial } from "../rehearsal.ts";
import { againstAverage, brierOf, guessesOf, partsOf, type Guess } from "./guesses.ts";

const guess = (percent: number, came: boolean, id = `${percent}${came}`): Guess => ({ id, said: percent / 100, came });

/** `yes` of `n` guesses of one size came. */
const many = (percent: number, yes: number, n: number): readonly Guess[] =>
  Array.from({ length: n }, (_, index) => guess(percent, index < yes, `${percent}/${index}`));

const someGuesses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()).map(([tenth, came]) => guess(tenth * 10, came)),
  { minLength: 1, maxLength: 60 },
);

describe("which guesses count", () => {
  test("those whose answer is known and which were made before, the bad ones too", () => {
    const trials = [
      aTrial({ id: "a", predHelp: 30, outcome: "yes" }),
      aTrial({ id: "b", predHelp: 60, outcome: "partial" }),
      aTrial({ id: "c", predHelp: 80, outcome: "hurtful" }),
      aTrial({ id: "d", predHelp: 90, outcome: "no", raw: "silence" }),
      aTrial({ id: "e", predHelp: null, outcome: "yes" }),
      aTrial({ id: "f", predHelp: 50, outcome: null }),
    ];
    expect(guessesOf(trials)).toEqual([
      { id: "a", said: 0.3, came: true },
      { id: "b", said: 0.6, came: true },
      { id: "c", said: 0.8, came: false },
      { id: "d", said: 0.9, came: false },
    ]);
  });

  test("each try once, as it was told last", () => {
    const twice = [aTrial({ id: "a", predHelp: 30, outcome: "no" }), aTrial({ id: "a", predHelp: 30, outcome: "yes" })];
    expect(guessesOf(twice)).toEqual([{ id: "a", said: 0.3, came: true }]);
  });
});

describe("the Brier score", () => {
  test.each([
    ["always right", [guess(100, true), guess(0, false)], 0],
    ["always wrong", [guess(0, true), guess(100, false)], 1],
    ["always a half", [guess(50, true), guess(50, false), guess(50, true)], 0.25],
    ["70 % four times, three of them rain", many(70, 3, 4), (3 * 0.09 + 0.49) / 4],
  ] as const)("of somebody who is %s", (_name, guesses, score) => {
    expect(brierOf(guesses)).toBeCloseTo(score, 12);
  });

  test("of nothing is nothing", () => {
    expect(brierOf([])).toBeNull();
    expect(partsOf([])).toBeNull();
    expect(againstAverage([])).toBeNull();
  });

  test("is best for who says what they think: no other number does better", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 100 }), (yes, other) => {
        const honest = brierOf(many(yes * 10, yes, 10)) ?? 1;
        expect(brierOf(many(other, yes, 10)) ?? 0).toBeGreaterThanOrEqual(honest - 1e-12);
      }),
    );
  });
});

describe("its parts", () => {
  // By hand: 20 % said four times, once came; 80 % said six times, five came. The base rate is 6 of 10.
  const byHand = [...many(20, 1, 4), ...many(80, 5, 6)];

  test("are those found by hand", () => {
    const parts = partsOf(byHand);
    expect(parts?.uncertainty).toBeCloseTo(0.24, 12);
    expect(parts?.reliability).toBeCloseTo((4 * 0.05 ** 2 + 6 * (0.8 - 5 / 6) ** 2) / 10, 12);
    expect(parts?.resolution).toBeCloseTo((4 * 0.35 ** 2 + 6 * (5 / 6 - 0.6) ** 2) / 10, 12);
  });

  test("add up to the score", () => {
    fc.assert(
      fc.property(someGuesses, (guesses) => {
        const { reliability = 0, resolution = 0, uncertainty = 0 } = partsOf(guesses) ?? {};
        expect(reliability - resolution + uncertainty).toBeCloseTo(brierOf(guesses) ?? -1, 12);
        for (const part of [reliability, resolution, uncertainty]) expect(part).toBeGreaterThanOrEqual(0);
        expect(uncertainty).toBeLessThanOrEqual(0.25);
      }),
    );
  });

  test("are what replacing the guesses would change (Siegert 2017, Q J R Meteorol Soc 143:1178-1183)", () => {
    fc.assert(
      fc.property(someGuesses, (guesses) => {
        const share = (of: readonly Guess[]): number => of.filter(({ came }) => came).length / of.length;
        const put = (said: (guess: Guess) => number): number =>
          brierOf(guesses.map((one) => ({ ...one, said: said(one) }))) ?? -1;
        const recalibrated = put((one) => share(guesses.filter(({ said }) => said === one.said)));
        const climate = put(() => share(guesses));
        const parts = partsOf(guesses);
        expect(parts?.reliability).toBeCloseTo((brierOf(guesses) ?? -1) - recalibrated, 12);
        expect(parts?.resolution).toBeCloseTo(climate - recalibrated, 12);
        expect(parts?.uncertainty).toBeCloseTo(climate, 12);
      }),
    );
  });
});

describe("against always guessing the average", () => {
  test("who tells the asks apart does better", () => {
    expect(againstAverage([...many(90, 9, 10), ...many(10, 1, 10)])).toMatchObject({ average: 0.5, verdict: "better" });
  });

  test("who expects a no from people who say yes does worse", () => {
    expect(againstAverage(many(20, 18, 20))).toMatchObject({ average: 0.9, verdict: "worse" });
  });

  test("three guesses show nothing", () => {
    expect(againstAverage([guess(60, true), guess(40, false), guess(50, true)])?.verdict).toBe("alike");
  });

  test("has no skill to speak of where every answer was the same", () => {
    expect(againstAverage(many(70, 8, 8))).toMatchObject({ itsBrier: 0, skill: null, verdict: "worse" });
  });

  test("the skill is resolution less reliability, in units of the uncertainty", () => {
    fc.assert(
      fc.property(someGuesses, (guesses) => {
        const found = againstAverage(guesses);
        const parts = partsOf(guesses);
        if (found === null || found.skill === null || parts === null) return;
        expect(found.skill).toBeCloseTo((parts.resolution - parts.reliability) / parts.uncertainty, 10);
        expect(found.itsBrier).toBeCloseTo(parts.uncertainty, 12);
        if (found.verdict === "better") expect(found.skill).toBeGreaterThan(0);
        if (found.verdict === "worse") expect(found.skill).toBeLessThan(0);
      }),
    );
  });
});
