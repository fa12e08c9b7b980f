import { jeffreys, type Evidence } from "@belay/guidance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { comparePairs, countMoments, headline, whole, yesSentence } from "./figures.ts";

const found = (yes: number, total: number, expectedYes: number | null, n: number = total): Evidence => ({
  n,
  expectedYes,
  yes,
  partial: 0,
  hurtful: 0,
  total,
  interval90: jeffreys(yes, total),
  pairs: [],
  violation: null,
  brier: null,
  tooFew: total < 5,
});

describe("the headline", () => {
  it.each([
    [found(0, 0, null), 0, "evidence.titleEmpty"],
    [found(0, 0, null), 2, "evidence.titleOpen"],
    [found(4, 4, 0.5), 4, "evidence.titleFew"],
    [found(0, 5, 0.5), 5, "evidence.title"],
    [found(19, 23, 0.38), 23, "evidence.title"],
  ] as const)("%#", (figures, tries, id) => {
    expect(headline(figures, tries)).toBe(id);
  });
});

describe("what is said of expected and actual", () => {
  it.each([
    ["no guess", found(3, 6, null, 0), "evidence.yesNoGuess"],
    ["no answer", found(0, 0, 0.4, 0), "evidence.yesNoGuess"],
    ["four answers", found(4, 4, 0.2), "evidence.yesFew"],
    ["many answers, few guesses", found(19, 23, 0.2, 3), "evidence.yesFew"],
    ["19 of 23 against 38 %", found(19, 23, 0.38), "evidence.yesLower"],
    ["1 of 10 against 60 %", found(1, 10, 0.6), "evidence.yesHigher"],
    ["5 of 10 against 60 %", found(5, 10, 0.6), "evidence.yesAlike"],
  ] as const)("with %s", (_name, figures, id) => {
    expect(yesSentence(figures).id).toBe(id);
  });

  it("gives the numbers of the mock: 83 %, likely 67 to 92", () => {
    expect(yesSentence(found(19, 23, 0.38))).toEqual({
      id: "evidence.yesLower",
      expected: 38,
      actual: 83,
      low: 67,
      high: 92,
    });
  });

  it("never calls a guess wrong that lies inside the interval, nor with too few answers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, guess) => {
          const figures = found(Math.min(a, b), Math.max(a, b), guess);
          const { id } = yesSentence(figures);
          const wrong = id === "evidence.yesLower" || id === "evidence.yesHigher";
          if (figures.tooFew) expect(wrong).toBe(false);
          const [low, high] = figures.interval90 ?? [0, 1];
          if (guess >= low && guess <= high) expect(wrong).toBe(false);
        },
      ),
    );
  });

  it.each([
    [null, null],
    [0, 0],
    [0.384, 38],
    [0.995, 100],
    [1, 100],
  ])("%d as whole percent is %d", (share, percent) => {
    expect(whole(share)).toBe(percent);
  });
});

describe("feared and felt", () => {
  const pair = (feared: number, felt: number) => ({
    id: `${feared}/${felt}`,
    day: dayOf("2026-11-01"),
    step: "ask-x",
    feared,
    felt,
  });

  it.each([
    [[], { less: 0, more: 0, same: 0 }],
    [[pair(50, 20)], { less: 1, more: 0, same: 0 }],
    [[pair(50, 45), pair(50, 50), pair(50, 55)], { less: 0, more: 0, same: 3 }],
    [[pair(50, 56), pair(0, 100)], { less: 0, more: 2, same: 0 }],
  ] as const)("%j", (pairs, counts) => {
    expect(comparePairs(pairs)).toEqual(counts);
  });

  it("leaves no pair out", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(percent, percent)), (given) => {
        const { less, more, same } = comparePairs(given.map(([feared, felt]) => pair(feared, felt)));
        expect(less + more + same).toBe(given.length);
      }),
    );
  });
});

describe("moments", () => {
  it("are counted by what they speak for", () => {
    const moments = (["for", "against", "against", "does-not-count"] as const).map((verdict) => ({ verdict }));
    expect(countMoments(moments)).toEqual({ for: 1, against: 2, neither: 1 });
  });
});
