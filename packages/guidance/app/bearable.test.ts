/** Tests the guess above which a smaller step is named. */
import { describe, expect, test } from "vitest";
import { aPerson, aRecord, aStep, aTrial } from "../rehearsal.ts";
import { bearableOf } from "./bearable.ts";
import { guidedBy } from "./guided.ts";
import type { Known } from "./messages.ts";

const easy = aStep({ id: "easy", difficulty: 15 });
const hard = aStep({ id: "hard", difficulty: 55 });
const bearable = (known: Partial<Known>, step = easy, person: string | null = null): number =>
  bearableOf(guidedBy(aRecord({ steps: [easy, hard], ...known }), null), { step, person, context: null }) ?? -1;

/** So many tries of the easy one, each felt as bad as `peak`. */
const felt = (peak: number) =>
  Array.from({ length: 8 }, (_, i) =>
    aTrial({ id: `try-${i}`, step: "easy", strand: "ask", difficulty: 15, peak, predBad: peak }),
  );

describe("the guess that is still bearable", () => {
  test("is a guess from 20 to 70, whatever is believed", () => {
    for (const step of [easy, hard]) {
      expect(bearable({}, step)).toBeGreaterThanOrEqual(20);
      expect(bearable({}, step)).toBeLessThanOrEqual(70);
    }
  });

  test("is lower for a harder step", () => {
    expect(bearable({}, hard)).toBeLessThan(bearable({}, easy));
  });

  test("is lower for somebody whose tries went over, and higher where they were light", () => {
    expect(bearable({ trials: felt(85) })).toBeLessThan(bearable({}));
    expect(bearable({ trials: felt(8) })).toBeGreaterThanOrEqual(bearable({}));
  });

  test("does not mind a person or a step that it was never told of", () => {
    const known = { people: [aPerson({ id: "noor" })] };
    expect(bearable(known, easy, "nobody")).toBe(bearable(known, easy, null));
    expect(bearable(known, aStep({ id: "own", difficulty: 15 }))).toBeGreaterThanOrEqual(20);
  });

  test("is not said where there is nothing to go by", () => {
    expect(
      bearableOf({ ...guidedBy(aRecord({}), null), belief: null }, { step: easy, person: null, context: null }),
    ).toBe(null);
  });
});
