/** Tests the chance that reach has risen: it is moved by what happened, and rests on what was told. */
import { describe, expect, test } from "vitest";
import { addDays } from "@belay/basics";
import type { Known } from "../app/messages.ts";
import { guidedBy } from "../app/guided.ts";
import { aPerson, aStep, aTrial, theDay } from "../rehearsal.ts";
import { risenOf, type Risen } from "./risen.ts";

const start = theDay("2026-01-01");

/** A try every other day for `days` days, whose peak is `peak(day)`. */
const known = (days: number, peak: (day: number) => number): Known => ({
  today: addDays(start, days),
  steps: [aStep({ id: "ask-1", difficulty: 40 })],
  people: [aPerson()],
  trials: Array.from({ length: Math.floor(days / 2) }, (_, index) =>
    aTrial({
      id: `e${index}`,
      day: addDays(start, 2 * index),
      step: "ask-1",
      difficulty: 40,
      person: "ana",
      predBad: Math.min(100, peak(2 * index) + 10),
      peak: peak(2 * index),
      bad: peak(2 * index),
    }),
  ),
  checkins: Array.from({ length: days }, (_, index) => ({ day: addDays(start, index), energy: 55 })).toReversed(),
});

const risen = (given: Known): Risen | null => risenOf(guidedBy(given, null));

describe("the chance that reach has risen", () => {
  test("is high where the same step gets easier week by week, and lower where it gets harder", () => {
    const easier = risen(known(80, (day) => 75 - 0.6 * day))?.chance ?? 0;
    const harder = risen(known(80, (day) => 27 + 0.6 * day))?.chance ?? 1;
    expect(easier).toBeGreaterThan(0.7);
    expect(harder).toBeLessThan(0.5);
  });

  test("is a chance, within an interval that holds its mean, whatever was told", () => {
    for (const peak of [0, 50, 100]) {
      const found = risen(known(40, () => peak));
      expect(found?.chance).toBeGreaterThanOrEqual(0);
      expect(found?.chance).toBeLessThanOrEqual(1);
      const [mean = -1, low = 0, high = 0] = found?.reach ?? [];
      expect(low <= mean && mean <= high).toBe(true);
    }
  });

  test("counts the tries that told how bad they were, and no others", () => {
    const given = known(80, () => 50);
    const silent = given.trials.map((trial, index) => (index < 5 ? { ...trial, peak: null, bad: null } : trial));
    expect(risen(given)?.tries).toBe(40);
    expect(risen({ ...given, trials: silent })?.tries).toBe(35);
  });

  test("does not lose what was tried with steps that are gone from the catalogue", () => {
    const given = known(80, (day) => 75 - 0.6 * day);
    const gone = risen({ ...given, steps: [aStep({ id: "other" })] });
    expect(gone?.chance).toBeGreaterThan(0.7);
    expect(gone?.tries).toBe(40);
  });

  test("is not to be had without a step", () => {
    expect(risen({ ...known(0, () => 50), steps: [] })).toBeNull();
  });
});
