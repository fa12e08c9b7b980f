/** Tests the chance that reach has risen: the same in pieces as at once, and moved by what happened. */
import { describe, expect, test } from "vitest";
import { addDays, dayNumber } from "@belay/basics";
import type { Known } from "../app/messages.ts";
import { guidedBy } from "../app/guided.ts";
import { standingOf } from "../model/standing.ts";
import { aPerson, aStep, aTrial, theDay } from "../rehearsal.ts";
import { risenInPieces, type Risen } from "./risen.ts";

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

const drain = (given: Known): { readonly pauses: number; readonly found: Risen | null } => {
  const pieces = risenInPieces(given);
  let pauses = 0;
  for (let step = pieces.next(); ; step = pieces.next()) {
    if (step.done === true) return { pauses, found: step.value };
    pauses += 1;
  }
};

describe("the chance that reach has risen", () => {
  test("is what the estimator says when it hears everything at once", () => {
    const given = known(80, (day) => 70 - 0.5 * day);
    const { belief } = guidedBy(given, null);
    if (belief === null) throw new Error("no belief");
    const whole = standingOf(belief.folded);
    const { found } = drain(given);
    expect(found?.chance).toBeCloseTo(whole.trend28, 9);
    expect(found?.reach[0]).toBeCloseTo(whole.reach[0], 9);
    expect(found?.reach[1]).toBeCloseTo(whole.reach[1], 9);
    expect(found?.tries).toBe(given.trials.length);
  });

  test("is high where the same step gets easier week by week, and lower where it gets harder", () => {
    const easier = drain(known(80, (day) => 75 - 0.6 * day)).found?.chance ?? 0;
    const harder = drain(known(80, (day) => 27 + 0.6 * day)).found?.chance ?? 1;
    expect(easier).toBeGreaterThan(0.7);
    expect(harder).toBeLessThan(0.5);
  });

  test("is a chance, within an interval that holds its mean, whatever was told", () => {
    for (const peak of [0, 50, 100]) {
      const found = drain(known(40, () => peak)).found;
      expect(found?.chance).toBeGreaterThanOrEqual(0);
      expect(found?.chance).toBeLessThanOrEqual(1);
      const [mean = -1, low = 0, high = 0] = found?.reach ?? [];
      expect(low <= mean && mean <= high).toBe(true);
    }
  });

  test("pauses more often the more was told", () => {
    expect(drain(known(0, () => 50)).pauses).toBeLessThan(drain(known(200, () => 50)).pauses);
    expect(dayNumber(known(200, () => 50).today) - dayNumber(start)).toBe(200);
  });

  test("does not lose what was tried with steps that are gone from the catalogue", () => {
    const given = known(80, (day) => 75 - 0.6 * day);
    const gone = { ...given, steps: [aStep({ id: "other" })] };
    const { belief } = guidedBy(gone, null);
    if (belief === null) throw new Error("no belief");
    expect(drain(gone).found?.chance).toBeCloseTo(standingOf(belief.folded).trend28, 6);
  });

  test("is not to be had without a step", () => {
    expect(drain({ ...known(0, () => 50), steps: [] }).found).toBeNull();
  });
});
