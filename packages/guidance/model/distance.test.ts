/** Tests distances: that the quick way to their numbers and the plain one agree, whatever has a place in the state. */
import { describe, expect, test } from "vitest";
import { aUser, anEvent, everyContext, type Fields } from "../pretend.ts";
import { distanceOf, plus, spreadOfDistance, stepDistance, withSomeone } from "./distance.ts";
import { firstFolded, hearRow, type Folded } from "./fold.ts";
import { between, settle } from "./gauss.ts";
import { outlookOf, peakOutlookOf, predictionOf, tooMuch } from "./predict.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { slots } from "./state.ts";

const after = (list: readonly Fields[]): Folded => {
  const folded = firstFolded(setupIn(aUser(), 0));
  for (const fields of list) {
    const row = rowIn("event", fields);
    if (row !== null) hearRow(folded, row);
  }
  return folded;
};

/** Some steps and people have a place, others not. */
const folded = after(
  Array.from({ length: 14 }, (_, i) =>
    anEvent({
      id: i,
      day: i,
      step: `s${(i * 3) % 12}`,
      person: i % 2 === 0 ? "ana" : "bo",
      context: everyContext[i % 3],
      peak: 30 + i,
    }),
  ),
);
const { setup, state, strain } = folded;
settle(state.gauss);

const everyAct = [...setup.steps.values()].flatMap((step) =>
  [null, ...setup.people.values()].flatMap((someone) => [-1, 0, 3].map((context) => ({ step, someone, context }))),
);

describe("the numbers of a distance", () => {
  test("with somebody are the same, reckoned from those without or from the whole", () => {
    for (const act of everyAct) {
      const alone = stepDistance(setup, state, act.step, act.context, strain);
      const quick = withSomeone(state, alone, spreadOfDistance(state, alone), act.someone);
      const plain = spreadOfDistance(state, distanceOf(setup, state, act, strain));
      expect(quick.mean).toBeCloseTo(plain.mean, 9);
      expect(quick.variance).toBeCloseTo(plain.variance, 9);
      expect(quick.tolerance).toBeCloseTo(plain.tolerance, 9);
    }
  });

  test("hold the covariance with tolerance that the state has", () => {
    for (const act of everyAct.slice(0, 40)) {
      const { sum } = distanceOf(setup, state, act, strain);
      const { tolerance } = spreadOfDistance(state, distanceOf(setup, state, act, strain));
      expect(tolerance).toBeCloseTo(between(state.gauss, sum, { at: [slots.tolerance], weight: [1] }), 9);
    }
  });

  test("are wider for what was never tried", () => {
    const width = (id: string, person: string | null): number => {
      const step = setup.steps.get(id);
      if (step === undefined) throw new Error("no step");
      const someone = person === null ? null : (setup.people.get(person) ?? null);
      return spreadOfDistance(state, distanceOf(setup, state, { step, someone, context: 1 }, strain)).variance;
    };
    expect(width("s29", "ana")).toBeGreaterThan(width("s9", "ana") + 20);
    expect(width("s9", "di")).toBeGreaterThan(width("s9", "ana") + 5);
  });
});

test("a sum times a factor with more added is what it says", () => {
  expect(plus({ at: [1, 2], weight: [3, -4] }, -2, [7], [5])).toEqual({ at: [1, 2, 7], weight: [-6, 8, 5] });
});

describe("what is expected", () => {
  test("of a distance: one at reach and sure is felt as 50 and done by tolerance alone", () => {
    const { done, over } = outlookOf(folded, { mean: 0, variance: 0, tolerance: 0 });
    expect(done).toBeGreaterThan(0.5);
    expect(over).toBeLessThan(1e-3);
    const { done: at, over: half } = outlookOf(folded, { mean: tooMuch, variance: 0, tolerance: 0 });
    expect(at).toBeLessThan(done);
    expect(half).toBeCloseTo(0.5, 6);
  });

  test("grows less sure as less is known, on both sides", () => {
    const near = outlookOf(folded, { mean: 5, variance: 20, tolerance: 0 });
    const far = outlookOf(folded, { mean: 5, variance: 200, tolerance: 0 });
    expect(far.over).toBeGreaterThan(near.over);
    expect(Math.abs(far.done - 0.5)).toBeLessThan(Math.abs(near.done - 0.5) + 1e-9);
  });

  test("of every act lies within its range, with its peak inside the interval", () => {
    for (const act of everyAct) {
      const { done, yes, peak, peakLo, peakHi, over } = predictionOf(folded, act);
      expect([done, over, yes ?? 0.5].every((share) => share >= 0 && share <= 1)).toBe(true);
      expect([peakLo >= 0, peakLo < peak, peak < peakHi, peakHi <= 100]).toEqual([true, true, true, true]);
      expect(yes === null).toBe(act.someone === null);
    }
  });

  test("has an interval that is never narrower than reading off a scale allows", () => {
    for (const act of everyAct) {
      const { low, high } = peakOutlookOf(folded, distanceOf(setup, state, act, strain));
      expect(high - low).toBeGreaterThan(8);
    }
  });
});
