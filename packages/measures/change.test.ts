/** Tests reliable change on the published worked example, on the table of measures page 1.7, and by laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments, normOf, reliabilitiesOf } from "./catalogue.ts";
import {
  averagedReliability,
  changeOf,
  cutoffsOf,
  meanOf,
  minimalDetectable,
  standardError,
  type Change,
  type Course,
} from "./change.ts";
import type { InstrumentId } from "./ids.ts";

const indices = (course: Course): Change => {
  const found = changeOf(course);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

/** Jacobson & Truax 1991, J Consult Clin Psychol 59:12-19: one person from 32.5 to 47.5, SD 7.5, r .80. */
const published: Course = { before: [32.5], after: [47.5], sd: 7.5, reliability: 0.8 };

describe("the worked example of Jacobson & Truax 1991", () => {
  it("has a standard error of 3.35, of the difference 4.74, and an index of 3.16", () => {
    const change = indices(published);
    expect(change.standardError).toBeCloseTo(3.354, 3);
    expect(change.standardErrorOfDifference).toBeCloseTo(4.743, 3);
    expect(change.index).toBeCloseTo(3.16, 2);
    expect(change.reliable).toBe(true);
  });

  it("is reliable from 9.3 points up", () => {
    expect(indices(published).minimalDetectable).toBeCloseTo(9.297, 3);
    expect(minimalDetectable(7.5, 0.8)).toBeCloseTo(9.297, 3);
    expect(indices({ ...published, after: [41.7] }).reliable).toBe(false);
    expect(indices({ ...published, after: [41.9] }).reliable).toBe(true);
  });

  it("has the cut-offs 55, 45 and 50", () => {
    expect(cutoffsOf({ mean: 40, sd: 7.5 }, { mean: 60, sd: 7.5 })).toEqual({ a: 55, b: 45, c: 50 });
  });

  it("has cut-offs that mirror where lower is better", () => {
    expect(cutoffsOf({ mean: 60, sd: 7.5 }, { mean: 40, sd: 7.5 })).toEqual({ a: 45, b: 55, c: 50 });
  });

  it("puts c nearer to the group that varies less", () => {
    const { c } = cutoffsOf({ mean: 40, sd: 5 }, { mean: 60, sd: 15 });
    expect(c).toBeCloseTo(45, 12);
    expect((c - 40) / 5).toBeCloseTo((60 - c) / 15, 12);
  });

  it("says nothing yet in the app: one sitting is no baseline", () => {
    expect(indices(published).verdict).toBe("early");
  });
});

/** The table of measures page 1.7: the points it takes from one sitting to another. */
describe("the points for reliable change", () => {
  it.each<[InstrumentId, "alpha" | "retest", number]>([
    ["keep8", "alpha", 1.52],
    ["keep6", "alpha", 1.79],
    ["trust5", "alpha", 1.09],
    ["expressiveness5", "alpha", 1.41],
    ["phq4", "alpha", 3.3],
    ["phq4", "retest", 4.1],
    ["phq8", "alpha", 5.0],
    ["phq8", "retest", 7.3],
    ["phq9", "alpha", 5.2],
    ["phq9", "retest", 7.7],
    ["gad7", "alpha", 4.4],
    ["gad7", "retest", 6.8],
    ["ucla3", "alpha", 2.0],
    ["osss3", "alpha", 3.7],
    ["mspss", "retest", 0.92],
    ["cbi-personal", "alpha", 16.5],
    ["who5", "alpha", 21],
    ["ucla20-v3", "alpha", 7.1],
    ["ucla20-v3", "retest", 15.3],
  ])("of %s by its %s are about %d", (id, kind, points) => {
    const known = reliabilitiesOf(instruments[id], "total").find((each) => each.kind === kind);
    const sd = normOf(instruments[id], "total")?.sd;
    if (known === undefined || sd === undefined) throw new Error(`${id} has no ${kind} or no spread`);
    // Inputs are printed with two or three digits, the table was computed from more.
    const printed = points < 2 ? 0.02 : points < 10 ? 0.06 : 0.3;
    expect(Math.abs(minimalDetectable(sd, known.value) - points)).toBeLessThan(printed);
  });

  it("of the UCLA-20 double when the retest is taken in place of alpha: which r decides", () => {
    const [retest, , alpha] = reliabilitiesOf(instruments["ucla20-v3"], "total");
    const ratio = minimalDetectable(9.72, retest?.value ?? 0) / minimalDetectable(9.72, alpha?.value ?? 0);
    expect(ratio).toBeGreaterThan(2);
  });
});

describe("averaged sittings", () => {
  it("shrink the error by the square root of their number", () => {
    const four = indices({ ...published, before: [32.5, 32.5, 32.5, 32.5], after: [47.5, 47.5, 47.5, 47.5] });
    expect(four.standardErrorOfDifference).toBeCloseTo(4.743 / 2, 3);
    expect(four.index).toBeCloseTo(3.162 * 2, 2);
  });

  it("before alone shrink their own half of it", () => {
    const three = indices({ ...published, before: [30, 32.5, 35] });
    expect(three.before).toEqual({ n: 3, mean: 32.5 });
    expect(three.standardErrorOfDifference).toBeCloseTo(3.3541 * Math.sqrt(4 / 3), 3);
  });

  it("of eight prompts with .56 reach .91 (measures page 1.7, rule 6)", () => {
    expect(averagedReliability(0.56, 8)).toBeCloseTo(0.91, 2);
    expect(averagedReliability(0.56, 1)).toBe(0.56);
    expect(averagedReliability(0, 8)).toBe(0);
    expect(averagedReliability(1, 3)).toBe(1);
  });

  it("have the mean of plain arithmetic", () => {
    expect(meanOf([1, 2, 6])).toBe(3);
    expect(meanOf([7])).toBe(7);
  });
});

describe("the verdict", () => {
  const usual = { sd: 5.96, reliability: 0.783 };

  it.each<[string, readonly number[], readonly number[], string]>([
    ["fewer than three sittings before", [15, 15], [2, 2], "early"],
    ["hardly anything after three", [15, 14, 16], [13, 14], "wobble"],
    ["far away, but one sitting only", [15, 14, 16], [4], "once"],
    ["far away on average, the last not alone", [15, 14, 16], [2, 10], "once"],
    ["far away twice running", [15, 14, 16], [5, 4], "changed"],
    ["far away twice running after a slow start", [15, 14, 16], [12, 4, 3], "changed"],
    ["twice running for the worse", [5, 6, 4], [16, 17], "changed"],
    ["once up and once down", [15, 14, 16], [3, 27], "wobble"],
  ])("with %s", (_what, before, after, verdict) => {
    expect(indices({ ...usual, before, after }).verdict).toBe(verdict);
  });

  it("never says changed of what is inside the noise", () => {
    const points = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(points, points, (before, after) => {
        const {
          verdict,
          reliable,
          twiceRunning,
          index,
          minimalDetectable: least,
          change,
        } = indices({
          ...usual,
          before,
          after,
        });
        expect(reliable).toBe(Math.abs(index) >= 1.96);
        if (verdict === "changed") expect(reliable && twiceRunning && before.length >= 3).toBe(true);
        if (Math.abs(change) < least * 0.999) expect(verdict === "early" || verdict === "wobble").toBe(true);
      }),
    );
  });
});

describe("the laws of change", () => {
  const someCourse = fc.record({
    before: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
    after: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
    sd: fc.double({ min: 0.5, max: 30, noNaN: true }),
    reliability: fc.double({ min: 0, max: 0.95, noNaN: true }),
  });

  it("the other way round, the index changes its sign alone", () => {
    fc.assert(
      fc.property(someCourse, (course) => {
        const there = indices(course);
        const back = indices({ ...course, before: course.after, after: course.before });
        expect(back.index).toBeCloseTo(-there.index, 9);
        expect(back.minimalDetectable).toBeCloseTo(there.minimalDetectable, 9);
      }),
    );
  });

  it("points that are all moved by as much give the same index", () => {
    fc.assert(
      fc.property(someCourse, fc.integer({ min: -50, max: 50 }), (course, by) => {
        const moved = { ...course, before: course.before.map((x) => x + by), after: course.after.map((x) => x + by) };
        expect(indices(moved).index).toBeCloseTo(indices(course).index, 8);
      }),
    );
  });

  it("points in another unit give the same index", () => {
    fc.assert(
      fc.property(someCourse, fc.constantFrom(2, 4, 0.5), (course, times) => {
        const scaled = {
          ...course,
          sd: course.sd * times,
          before: course.before.map((x) => x * times),
          after: course.after.map((x) => x * times),
        };
        expect(indices(scaled).index).toBeCloseTo(indices(course).index, 8);
      }),
    );
  });

  it("a better reliability never asks for more points", () => {
    fc.assert(
      fc.property(someCourse, fc.double({ min: 0, max: 0.95, noNaN: true }), (course, other) => {
        const [low, high] = [Math.min(course.reliability, other), Math.max(course.reliability, other)];
        const least = (reliability: number): number => indices({ ...course, reliability }).minimalDetectable;
        expect(least(high)).toBeLessThanOrEqual(least(low));
      }),
    );
  });

  it("the index is the change over its own error", () => {
    fc.assert(
      fc.property(someCourse, (course) => {
        const change = indices(course);
        const byHand =
          (meanOf(course.after) - meanOf(course.before)) /
          Math.sqrt(
            standardError(course.sd, course.reliability) ** 2 / course.before.length +
              standardError(course.sd, course.reliability) ** 2 / course.after.length,
          );
        expect(change.index).toBeCloseTo(byHand, 8);
      }),
    );
  });
});

describe("what is refused", () => {
  it.each<[string, Partial<Course>, unknown]>([
    ["nothing before", { before: [] }, { type: "NoSittings", side: "before" }],
    ["nothing after", { after: [] }, { type: "NoSittings", side: "after" }],
    ["no spread", { sd: 0 }, { type: "BadSpread", got: 0 }],
    ["a spread below zero", { sd: -1 }, { type: "BadSpread", got: -1 }],
    ["a spread without an end", { sd: Number.POSITIVE_INFINITY }, { type: "BadSpread", got: Number.POSITIVE_INFINITY }],
    ["a spread that is no number", { sd: Number.NaN }, { type: "BadSpread", got: Number.NaN }],
    ["a perfect reliability", { reliability: 1 }, { type: "BadReliability", got: 1 }],
    ["more than perfect", { reliability: 80 }, { type: "BadReliability", got: 80 }],
    ["below zero", { reliability: -0.1 }, { type: "BadReliability", got: -0.1 }],
    ["no number", { reliability: Number.NaN }, { type: "BadReliability", got: Number.NaN }],
  ])("%s", (_what, part, error) => {
    expect(changeOf({ ...published, ...part })).toEqual({ ok: false, error });
  });

  it("but not a reliability of zero, with which everything is noise", () => {
    expect(indices({ ...published, reliability: 0 }).standardError).toBe(7.5);
  });
});
