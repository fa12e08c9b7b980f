/** Tests when the sentence about high starts is due, and where a score was to be expected anyway. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { rangeOf } from "./instrument.ts";
import { expectedNext, regressionOf } from "./regression.ts";

const dueFor = (id: InstrumentId, before: number, after: number, scale = "total"): boolean =>
  regressionOf({ instrument: instruments[id], scale, before, sittings: 3, after }).due;

describe("the sentence about high starts", () => {
  it.each<[InstrumentId, number, number, boolean, string]>([
    ["phq9", 15.1, 12, true, "the published case: 15.1 to 12.0 without help"],
    ["phq9", 13.6, 7, true, "the wait-list: 13.6 to 7.0"],
    ["phq9", 10, 9, true, "at the mark itself"],
    ["phq9", 9.9, 3, false, "below the mark"],
    ["phq9", 15, 18, false, "a change for the worse"],
    ["phq9", 15, 15, false, "no change"],
    ["gad7", 12, 6, true, "worry, from a high start"],
    ["phq4", 6, 2, true, "the short form, from its own mark"],
    ["phq4", 5, 1, false, "the short form below it"],
    ["cbi-personal", 60, 40, true, "exhaustion more than one SD above the group"],
    ["cbi-personal", 50, 20, false, "exhaustion within one SD"],
    ["who5", 40, 70, true, "wellbeing more than one SD below, then up"],
    ["who5", 60, 90, false, "wellbeing within one SD"],
    ["who5", 40, 30, false, "wellbeing that falls further"],
    ["keep8", 6, 5, true, "keeping to oneself, far out"],
    ["trust5", 2.5, 3.5, true, "trust, far out on its worse side"],
    ["trust5", 5.5, 4, false, "trust, far out on its better side"],
    ["rses", 12, 30, false, "a score of which no mean is known"],
  ])("%s from %d to %d: %j (%s)", (id, before, after, due) => {
    expect(dueFor(id, before, after)).toBe(due);
  });

  it("goes by the half of a score where the half has its own norm, and is silent where it has none", () => {
    expect(dueFor("ecr-s", 25, 15, "avoidance")).toBe(true);
    expect(dueFor("phq4", 6, 1, "anxiety")).toBe(false);
  });

  it("is never due for a change for the worse, whatever the instrument", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...instrumentIds),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, from, to) => {
          const instrument = instruments[id];
          for (const scale of instrument.scales) {
            const [low, high] = rangeOf(instrument, scale);
            const at = (share: number): number => low + share * (high - low);
            const [worst, best] = scale.better === "lower" ? [1, 0] : [0, 1];
            const [before, after] = [
              at(best + (worst - best) * Math.min(from, to)),
              at(best + (worst - best) * Math.max(from, to)),
            ];
            expect(regressionOf({ instrument, scale: scale.name, before, sittings: 3, after }).due).toBe(false);
          }
        },
      ),
    );
  });
});

describe("the score to expect", () => {
  it("lies between the start and the mean, nearer to the start the better the score repeats itself", () => {
    expect(expectedNext(15, 7.48, 0.783)).toBeCloseTo(13.368, 3);
    expect(expectedNext(15, 7.48, 1)).toBe(15);
    expect(expectedNext(15, 7.48, 0)).toBe(7.48);
  });

  it("is told beside the verdict, with the reliability that decides", () => {
    const start = { instrument: instruments.phq9, scale: "total", before: 15, after: 8 } as const;
    expect(regressionOf({ ...start, sittings: 1 }).expected).toBeCloseTo(13.368, 3);
    // Three of .783 repeat themselves as one of 2.349 / 2.566 = .9154 would: 15 - .0846 * 7.52.
    expect(regressionOf({ ...start, sittings: 3 }).expected).toBeCloseTo(14.364, 3);
  });

  it("is not made up where no mean or no reliability is known", () => {
    const start = { before: 70, sittings: 3, after: 30 } as const;
    expect(regressionOf({ instrument: instruments["ucla20-v3"], scale: "total", ...start }).expected).toBeNull();
    expect(regressionOf({ instrument: instruments.rses, scale: "total", ...start }).expected).toBeNull();
  });

  it("moves every start towards the mean and never past it", () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, fc.double({ min: 0, max: 1, noNaN: true }), (value, mean, r) => {
        const next = expectedNext(value, mean, r);
        expect(next).toBeGreaterThanOrEqual(Math.min(value, mean) - 1e-9);
        expect(next).toBeLessThanOrEqual(Math.max(value, mean) + 1e-9);
      }),
    );
  });
});
