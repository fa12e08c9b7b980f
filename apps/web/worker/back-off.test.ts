import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { guessedAt, longestWait, noGuesses, waitAfter, waitLeft, type Guesses } from "./back-off.ts";

describe("the wait after wrong guesses", () => {
  it.each([
    [0, 0],
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 16_000],
    [6, 32_000],
    [7, 64_000],
    [8, 128_000],
    [9, 256_000],
    [10, 300_000],
    [11, 300_000],
    [65_535, 300_000],
  ])("after %i in a row is %i ms", (failures, wait) => {
    expect(waitAfter(failures)).toBe(wait);
  });

  it("is over when its time has come, and not a moment before", () => {
    const guesses = guessedAt(noGuesses, 5_000);
    expect(guesses).toEqual({ failures: 1, notBefore: 6_000 });
    expect([5_000, 5_999, 6_000, 9_000].map((now) => waitLeft(guesses, now))).toEqual([1_000, 1, 0, 0]);
  });

  it("never grows by a clock that is turned back, and never ends in more than five minutes", () => {
    const many = fc.record({ failures: fc.nat(100_000), notBefore: fc.maxSafeNat() });
    fc.assert(
      fc.property(many, fc.maxSafeNat(), (guesses, now) => {
        const left = waitLeft(guesses, now);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(Math.min(longestWait, waitAfter(guesses.failures)));
      }),
    );
  });

  it("grows or stays with every wrong guess, and is counted without end", () => {
    let guesses: Guesses = noGuesses;
    for (let i = 0; i < 70_000; i += 1) {
      const next = guessedAt(guesses, 0);
      if (next.notBefore < guesses.notBefore) throw new Error(`shorter after ${i}`);
      guesses = next;
    }
    expect(guesses).toEqual({ failures: 65_535, notBefore: longestWait });
  });
});
