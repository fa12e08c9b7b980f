/** Tests what is expected of an act against integrating over every distance it may turn out to have. */
import { describe, expect, test } from "vitest";
import { aUser } from "../pretend.ts";
import { distanceOf, spreadOfDistance, type Act } from "./distance.ts";
import { firstFolded } from "./fold.ts";
import { varianceOf } from "./gauss.ts";
import { bend, distanceAt, logistic, ninety, pointsAt } from "./normal.ts";
import { outlookOf, peakOutlookOf, predictionOf, tooMuch } from "./predict.ts";
import { noise } from "./priors.ts";
import { doingWidth, peakSum } from "./reports.ts";
import { setupIn } from "./setup.ts";
import { slots } from "./state.ts";
import { chanceOfYes } from "./willing.ts";

const folded = firstFolded(setupIn(aUser({ intake: { selfReach: 32 } }), 0));
const { setup, state, strain } = folded;

const act = (id: string, person: string | null): Act => {
  const step = setup.steps.get(id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return { step, someone: person === null ? null : (setup.people.get(person) ?? null), context: 1 };
};

/** Mean of `value` over a normal number, by plain summing. */
const over = (mean: number, variance: number, value: (x: number) => number): number => {
  let [all, sum] = [0, 0];
  for (let z = -8; z <= 8; z += 0.01) {
    const weight = Math.exp(-0.5 * z * z);
    all += weight;
    sum += weight * value(mean + z * Math.sqrt(variance));
  }
  return sum / all;
};

describe("the chance of being overwhelmed", () => {
  test("begins at 80 of 100 felt", () => {
    expect(pointsAt(tooMuch)).toBeCloseTo(80, 9);
  });

  // Shares of the standard normal below 0, 1, -1 and -2: any table.
  test.each([
    [0, 0.5],
    [1, 0.841345],
    [-1, 0.158655],
    [-2, 0.02275],
  ])("at %f standard deviations from there is %f, the moment's own scatter counted in", (away, share) => {
    const variance = 33;
    const sd = Math.sqrt(variance + noise.moment ** 2);
    expect(outlookOf(folded, { mean: tooMuch + away * sd, variance, tolerance: 0 }).over).toBeCloseTo(share, 5);
  });
});

describe("the chance that a step is carried out", () => {
  const tolerance = state.gauss.mean[slots.tolerance] ?? 0;
  const scatter = varianceOf(state.gauss, { at: [slots.tolerance], weight: [1] });

  test.each([
    [0, 30, 0],
    [12, 90, 0],
    [12, 90, 30],
    [-10, 60, -20],
    [25, 150, 10],
  ])("at distance %f, variance %f, covariance %f is that of tolerance lying above it", (mean, variance, together) => {
    const exact = over(tolerance - mean, variance + scatter - 2 * together, (x) => logistic(x / doingWidth));
    const { done } = outlookOf(folded, { mean, variance, tolerance: together });
    expect(Math.abs(done - exact)).toBeLessThan(0.012);
  });

  test("is never upset by more covariance than there can be", () => {
    const { done } = outlookOf(folded, { mean: 0, variance: 1, tolerance: 500 });
    expect(done).toBeCloseTo(logistic(tolerance / doingWidth), 9);
  });

  test("stands beside the standard deviation of the distance", () => {
    expect(outlookOf(folded, { mean: 3, variance: 49, tolerance: 0 })).toMatchObject({ mean: 3, sd: 7 });
  });
});

describe("the peak that will be reported", () => {
  const distance = distanceOf(setup, state, act("s9", "ana"), strain);
  const { sum, expected } = peakSum(state, distance);
  const variance = varianceOf(state.gauss, sum) + distance.extra + noise.peak ** 2 + noise.moment ** 2;

  test("is the mean over all that may be felt and said", () => {
    const exact = over(expected, variance, pointsAt);
    expect(Math.abs(peakOutlookOf(folded, distance).peak - exact)).toBeLessThan(1.2);
  });

  test("leaves one in twenty out at each end, and what reading off a scale adds", () => {
    const { low, high } = peakOutlookOf(folded, distance);
    const half = ninety * Math.sqrt(variance);
    const reading = ninety * noise.points;
    const [from, middle, to] = [expected - half, expected, expected + half].map(pointsAt);
    expect((middle ?? 0) - low).toBeCloseTo(Math.hypot((middle ?? 0) - (from ?? 0), reading), 6);
    expect(high - (middle ?? 0)).toBeCloseTo(Math.hypot((to ?? 0) - (middle ?? 0), reading), 6);
  });

  test("has a wider interval for somebody whose reports scatter", () => {
    const calm = peakOutlookOf(folded, distance);
    const wild = peakOutlookOf({ ...folded, track: { ...folded.track, surprise: 300, surprises: 50 } }, distance);
    expect(wild.high - wild.low).toBeGreaterThan(calm.high - calm.low + 5);
  });

  test("keeps to the scale at both of its ends", () => {
    const far = { ...distance, mean: 90 };
    const near = { ...distance, mean: -90 };
    expect(peakOutlookOf(folded, far).high).toBe(100);
    expect(peakOutlookOf(folded, near).low).toBe(0);
    expect(peakOutlookOf(folded, far).low).toBeGreaterThan(50);
    expect(peakOutlookOf(folded, near).high).toBeLessThan(50);
  });

  test("is as far as the shade of reports says, stretched", () => {
    const shaded = firstFolded(setup);
    shaded.state.gauss.mean[slots.shade] = -6;
    shaded.state.gauss.mean[slots.stretch] = 0.5;
    expect(peakSum(shaded.state, { ...distance, mean: 10 }).expected).toBeCloseTo(1.5 * (10 - 6), 9);
  });
});

describe("a whole prediction", () => {
  test("is put together of the same parts", () => {
    const mine = act("s9", "ana");
    const distance = distanceOf(setup, state, mine, strain);
    const outlook = outlookOf(folded, spreadOfDistance(state, distance));
    const { peak, low, high } = peakOutlookOf(folded, distance);
    const someone = mine.someone;
    expect(predictionOf(folded, mine)).toEqual({
      done: outlook.done,
      over: outlook.over,
      peak,
      peakLo: low,
      peakHi: high,
      yes: someone === null ? null : chanceOfYes(folded.willing, someone, mine.step.cost)[0],
    });
  });

  test("says nothing of a yes where nobody is asked", () => {
    expect(predictionOf(folded, act("s5", null)).yes).toBeNull();
  });
});

test("a distance and the points felt there undo each other, with 73 of 100 at one bend", () => {
  expect(pointsAt(bend)).toBeCloseTo(73.106, 3);
  for (const points of [1, 20, 50, 64, 99]) expect(pointsAt(distanceAt(points))).toBeCloseTo(points, 9);
});
