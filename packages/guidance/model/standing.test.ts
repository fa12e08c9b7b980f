/** Tests the figures of where somebody stands against what is believed underneath. */
import { describe, expect, test } from "vitest";
import { aUser, anEvent } from "../pretend.ts";
import { advance, firstFolded, hearRow, type Folded } from "./fold.ts";
import { meanOf, varianceOf } from "./gauss.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { standingOf } from "./standing.ts";
import { reachSum, slots, weekSlot } from "./state.ts";
import { chanceOfYes } from "./willing.ts";

const fresh = (day = 0): Folded => firstFolded(setupIn(aUser({ day, intake: { selfReach: 32 } }), day));

describe("reach", () => {
  test("is the mean of what is believed, with 1.645 standard deviations on either side", () => {
    const folded = fresh();
    const sum = reachSum(folded.setup);
    const [mean, low, high] = standingOf(folded).reach;
    const sd = Math.sqrt(varianceOf(folded.state.gauss, sum));
    expect(mean).toBeCloseTo(meanOf(folded.state.gauss, sum), 9);
    expect(mean - low).toBeCloseTo(1.6449 * sd, 2);
    expect(high - mean).toBeCloseTo(1.6449 * sd, 2);
  });

  test.each([
    [-400, 0],
    [400, 100],
  ])("believed to be %i is shown at the end of the scale, %i", (mean, shown) => {
    const folded = fresh();
    folded.state.gauss.mean[slots.reach] = mean;
    expect(standingOf(folded).reach).toEqual([shown, shown, shown]);
  });
});

describe("the chance that reach has risen", () => {
  /** Reach was so high, and surely so, at the start of each week that is kept; a month and some days have gone by. */
  const risen = (days: number, then: (week: number) => number, now: number): number => {
    const folded = fresh(3);
    advance(folded, 3 + days);
    const { gauss } = folded.state;
    const { reach } = slots;
    for (let week = Math.max(0, Math.floor(days / 7) - 4); week <= Math.floor(days / 7); week += 1) {
      const slot = weekSlot(week);
      for (let i = 0; i < gauss.size; i += 1) gauss.cov[i < slot ? i * gauss.room + slot : slot * gauss.room + i] = 0;
      gauss.mean[slot] = then(week);
    }
    gauss.mean[reach] = now;
    return standingOf(folded).trend28;
  };

  test.each([
    [10, "before four weeks are over, with the start", 0],
    [28, "after four weeks, with the start", 0],
    [35, "after five weeks, with the first week's end", 1],
    [30, "between two weeks, with what lies between them", 2 / 7],
    [41, "nearly at the next week, nearly with that", 13 / 7],
  ])("%i days in: %s", (days, _name, week) => {
    // Reach rose by 14 a week: what it is set beside is seen from where the chance is even.
    const then = (one: number): number => 20 + 14 * one;
    expect(risen(days, then, 20 + 14 * week)).toBeCloseTo(0.5, 6);
    expect(risen(days, then, 20 + 14 * week + 2)).toBeGreaterThan(0.55);
    expect(risen(days, then, 20 + 14 * week - 2)).toBeLessThan(0.45);
  });

  test("is even at the start, where nothing can have risen yet", () => {
    expect(standingOf(fresh()).trend28).toBe(0.5);
  });

  test("weighs the difference by how well it is known", () => {
    const even = risen(28, () => 30, 30 + 5);
    const folded = fresh(3);
    const sd = Math.sqrt(varianceOf(folded.state.gauss, reachSum(folded.setup)));
    // One standard deviation, give or take the drift of a month: 0.84 of a normal curve lies below.
    expect(risen(28, () => 30, 30 + sd)).toBeGreaterThan(0.8);
    expect(risen(28, () => 30, 30 + sd)).toBeLessThan(0.85);
    expect(even).toBeGreaterThan(0.6);
    expect(even).toBeLessThan(0.75);
  });
});

describe("expected badness", () => {
  const guessed = (n: number, predBad: number): readonly number[] => {
    const folded = fresh();
    for (let i = 0; i < n; i += 1) {
      const row = rowIn("event", anEvent({ id: i, day: i, predBad }));
      if (row !== null) hearRow(folded, row);
    }
    return standingOf(folded).belief;
  };

  test("before any guess is in the middle, and wide open", () => {
    const [mean = 0, low = 0, high = 0] = guessed(0, 0);
    expect(mean).toBe(50);
    expect(50 - low).toBeCloseTo(high - 50, 9);
    expect(high - low).toBeGreaterThan(60);
  });

  test("closes round what is guessed, and never shuts", () => {
    const widths = [0, 1, 4, 16, 60].map((n) => guessed(n, 50)).map(([, low = 0, high = 0]) => high - low);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBeGreaterThan(15);
    expect(guessed(60, 20)[0]).toBeCloseTo(20, 0);
  });

  test("moves a third of the way with the first guess, and less with each after it", () => {
    const means = [0, 1, 2, 3].map((n) => guessed(n, 80)[0] ?? 0);
    expect(means[1]).toBeCloseTo(60, 9);
    const moves = means.slice(1).map((mean, i) => mean - (means[i] ?? 0));
    expect(moves).toEqual(moves.toSorted((a, b) => b - a));
    expect(guessed(200, 100).every((points) => points <= 100)).toBe(true);
  });

  test("goes on moving with what is guessed lately, however long the log", () => {
    const folded = fresh();
    for (let i = 0; i < 200; i += 1) {
      const row = rowIn("event", anEvent({ id: i, day: i, predBad: i < 160 ? 80 : 20 }));
      if (row !== null) hearRow(folded, row);
    }
    expect(standingOf(folded).belief[0]).toBeLessThan(25);
  });
});

test("everybody's yes is that to a request of middling cost", () => {
  const folded = fresh();
  const { yes } = standingOf(folded);
  expect(Object.keys(yes)).toEqual(["ana", "bo", "cy", "di"]);
  for (const someone of folded.setup.people.values())
    expect(yes[someone.id]).toEqual(chanceOfYes(folded.willing, someone, 0.45));
});
