import { describe, expect, it } from "vitest";
import { figureOf, figuresOf, measures, ratio, resampled } from "./figures.ts";
import { counter, emptyTally, fields, total, type Tally } from "./tally.ts";

const named = (tally: Tally, name: string): number => {
  const measure = measures.find((each) => each.name === name);
  return measure === undefined ? Number.NaN : measure.of({ policy: tally, rest: emptyTally, oracle: emptyTally });
};

describe("a tally", () => {
  it("starts at nothing, adds, and does not change once given out", () => {
    const count = counter();
    const before = count.tally();
    count.add("offers");
    count.add("gain", 2.5);
    count.add("gain", -1);
    expect(before).toEqual(emptyTally);
    expect(count.tally()).toEqual({ ...emptyTally, offers: 1, gain: 1.5 });
  });

  it("sums every field over people", () => {
    const ones = { ...emptyTally };
    for (const field of fields) ones[field] = 1;
    const sum = total([ones, ones, ones]);
    for (const field of fields) expect(sum[field], field).toBe(3);
    expect(total([])).toEqual(emptyTally);
  });
});

describe("figures with known answers", () => {
  it("count coverage as hits of looks", () => {
    const tally = { ...emptyTally, reachN: 40, reachIn: 36, peakN: 10, peakIn: 9, yesN: 8, yesIn: 6 };
    expect(named(tally, "reach, coverage")).toBe(0.9);
    expect(named(tally, "reported peak, coverage")).toBe(0.9);
    expect(named(tally, "each person's yes, coverage")).toBe(0.75);
  });

  it("take the Brier score of done from the base rate's: four forecasts by hand", () => {
    // 0.9 done, 0.8 done, 0.7 not, 0.6 done: squares 0.01, 0.04, 0.49, 0.16; base rate 0.75, its score 0.1875.
    const tally = { ...emptyTally, doneN: 4, doneY: 3, doneSq: 0.01 + 0.04 + 0.49 + 0.16 };
    expect(named(tally, "Brier of done below the base rate's")).toBeCloseTo(0.1875 - 0.175, 12);
  });

  it("take the root of the mean square", () => {
    expect(named({ ...emptyTally, reachN: 2, reachSq: 9 + 16 }, "reach, RMSE")).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(named({ ...emptyTally, yesN: 4, yesSq: 0.04 }, "P(yes), RMSE")).toBeCloseTo(0.1, 12);
  });

  it("are no number where nothing was counted", () => {
    for (const name of ["reach, coverage", "overwhelming share of attempted", "Brier of done below the base rate's"]) {
      expect(named(emptyTally, name), name).toBeNaN();
    }
  });

  it("put the ratio between resting and the oracle", () => {
    const gain = (value: number): Tally => ({ ...emptyTally, gain: value });
    expect(ratio({ policy: gain(6), rest: gain(2), oracle: gain(10) })).toBe(0.5);
    expect(ratio({ policy: gain(0), rest: gain(2), oracle: gain(10) })).toBe(-0.25);
  });
});

describe("intervals over people", () => {
  it("hold the middle nine tenths of the resampled values", () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(figureOf(50, values)).toEqual({ value: 50, low: 5, high: 95 });
    expect(figureOf(50, [...values, Number.NaN])).toEqual({ value: 50, low: 5, high: 95 });
  });

  it("draw the same people for the policy, for rest and for the oracle", () => {
    const tallies = [1, 2, 4, 8, 16].map((gain) => ({ ...emptyTally, gain }));
    const all = resampled({ policy: tallies, rest: tallies, oracle: tallies }, 30);
    for (const { policy, rest, oracle } of all) expect([rest.gain, oracle.gain]).toEqual([policy.gain, policy.gain]);
    expect(new Set(all.map(({ policy }) => policy.gain)).size).toBeGreaterThan(5);
  });

  it("come as close to the standard error as they should", () => {
    const people = Array.from({ length: 100 }, (_, i) => ({ ...emptyTally, doneN: 1, tried: 1, done: i < 50 ? 1 : 0 }));
    const figures = figuresOf({ policy: people, rest: people, oracle: people }, 600);
    const done = figures[measures.findIndex(({ name }) => name === "done of tried")];
    expect(done?.value).toBe(0.5);
    // The normal interval: 0.5 -+ 1.645 * 0.05.
    expect(done?.low).toBeCloseTo(0.418, 1);
    expect((done?.high ?? 0) - (done?.low ?? 0)).toBeGreaterThan(0.13);
    expect((done?.high ?? 0) - (done?.low ?? 0)).toBeLessThan(0.2);
  });
});
