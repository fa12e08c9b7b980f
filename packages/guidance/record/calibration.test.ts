/** Tests the groups of the reliability curve: none empty, none parted, nobody left out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jeffreys } from "../evidence.ts";
import { calibrationOf } from "./calibration.ts";
import { enoughInGroup } from "./enough.ts";
import type { Guess } from "./guesses.ts";

const said = (percents: readonly number[], came: (index: number) => boolean = () => true): readonly Guess[] =>
  percents.map((percent, index) => ({ id: `g${index}`, said: percent / 100, came: came(index) }));

describe("the groups of a curve", () => {
  test("come from what was said: about 30 %, four of six", () => {
    const guesses = said([25, 30, 30, 30, 30, 35, 80, 80, 85, 90, 90, 90], (index) => index !== 0 && index !== 3);
    const [low, high] = calibrationOf(guesses);
    expect(low).toMatchObject({ low: 0.25, high: 0.35, came: 4, n: 6 });
    expect(low?.said).toBeCloseTo(0.3, 12);
    expect(high).toMatchObject({ low: 0.8, high: 0.9, came: 6, n: 6 });
  });

  test("a single far guess goes to its neighbour rather than standing alone", () => {
    expect(calibrationOf(said([5, 30, 30, 30, 80, 80, 80])).map(({ n }) => n)).toEqual([4, 3]);
  });

  test("are never more than six, however many numbers were said", () => {
    const groups = calibrationOf(said(Array.from({ length: 101 }, (_, percent) => percent)));
    expect(groups.length).toBeLessThanOrEqual(6);
    expect(groups.length).toBeGreaterThan(3);
  });

  test("know their share and its interval", () => {
    const [group] = calibrationOf(said([40, 40, 40, 40], (index) => index < 1));
    expect(group).toEqual({ said: 0.4, low: 0.4, high: 0.4, came: 1, n: 4, share: 0.25, range: jeffreys(1, 4) });
  });

  test("of nothing are none; of one guess, one", () => {
    expect(calibrationOf([])).toEqual([]);
    expect(calibrationOf(said([70]))).toHaveLength(1);
  });

  const anyGuesses = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 200 }).map((all) => said(all));

  test("hold every guess once, in order, and never too few", () => {
    fc.assert(
      fc.property(anyGuesses, (guesses) => {
        const groups = calibrationOf(guesses);
        expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(guesses.length);
        expect(groups.reduce((sum, { came }) => sum + came, 0)).toBe(guesses.length);
        expect(groups.length).toBeLessThanOrEqual(6);
        groups.forEach((group, index) => {
          if (guesses.length >= enoughInGroup) expect(group.n).toBeGreaterThanOrEqual(enoughInGroup);
          expect(group.low).toBeLessThanOrEqual(group.said + 1e-9);
          expect(group.high).toBeGreaterThanOrEqual(group.said - 1e-9);
          const next = groups[index + 1];
          if (next !== undefined) expect(group.high).toBeLessThan(next.low);
        });
      }),
    );
  });

  test("do not depend on the order in which the guesses were made", () => {
    fc.assert(
      fc.property(anyGuesses, (guesses) => {
        const shape = (given: readonly Guess[]) => calibrationOf(given).map(({ n, low, high }) => [n, low, high]);
        expect(shape(guesses.toReversed())).toEqual(shape(guesses));
      }),
    );
  });
});
