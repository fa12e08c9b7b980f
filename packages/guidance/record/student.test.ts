/** Tests the interval of a mean by published tables and by Student's own example. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanBand, normalQuantile, studentQuantile } from "./student.ts";

describe("Student's quantile", () => {
  // Fisher & Yates 1963, Statistical Tables, table III: two-sided 10 % and 5 % points.
  test.each([
    [1, 0.95, 6.314],
    [2, 0.95, 2.92],
    [5, 0.95, 2.015],
    [9, 0.95, 1.833],
    [30, 0.95, 1.697],
    [120, 0.95, 1.658],
    [1, 0.975, 12.706],
    [4, 0.975, 2.776],
    [9, 0.975, 2.262],
    [60, 0.975, 2.0],
  ])("with %i degrees of freedom at %f is %f", (freedom, p, t) => {
    expect(studentQuantile(freedom, p)).toBeCloseTo(t, 3);
  });

  test("one degree of freedom is Cauchy's curve, whose quantile has a formula", () => {
    for (const p of [0.6, 0.75, 0.9, 0.99]) {
      expect(studentQuantile(1, p)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8);
    }
  });

  test("two degrees of freedom have a formula too", () => {
    for (const p of [0.6, 0.8, 0.95]) {
      expect(studentQuantile(2, p)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 8);
    }
  });

  test("comes to the normal one with many", () => {
    expect(studentQuantile(100_000, 0.95)).toBeCloseTo(normalQuantile(0.95), 4);
  });
});

describe("the normal quantile", () => {
  test.each([
    [0.5, 0],
    [0.8413447460685429, 1],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.005, -2.5758293035489004],
  ])("of %f is %f", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
  });
});

describe("the band of a mean", () => {
  // Student 1908, Biometrika 6:1-25, hours of sleep gained: ten differences of two drugs. The interval at 95 % is the one
  // that R prints for `t.test` with its own `sleep` data: 0.7001142 to 2.4598858.
  const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4] as const;

  test("is Student's of the ten sleepers", () => {
    const band = meanBand(sleep, 0.95);
    expect(band?.mean).toBeCloseTo(1.58, 10);
    expect(band?.n).toBe(10);
    expect(band?.range?.[0]).toBeCloseTo(0.7001142, 6);
    expect(band?.range?.[1]).toBeCloseTo(2.4598858, 6);
  });

  test("is narrower when less has to be held", () => {
    const [low, high] = meanBand(sleep)?.range ?? [0, 0];
    expect(high - low).toBeLessThan(2.4598858 - 0.7001142);
  });

  test("says nothing of nothing, and gives no range to one", () => {
    expect(meanBand([])).toBeNull();
    expect(meanBand([7])).toEqual({ mean: 7, n: 1, range: null });
  });

  test("has no width where all are the same", () => {
    expect(meanBand([4, 4, 4])?.range).toEqual([4, 4]);
  });

  test("holds the mean, and moves and stretches with its values", () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 5 }), (given, shift, by) => {
        const plain = meanBand(given);
        const moved = meanBand(given.map((value) => by * value + shift));
        const [low, high] = plain?.range ?? [Number.NaN, Number.NaN];
        const mean = plain?.mean ?? Number.NaN;
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(moved?.mean).toBeCloseTo(by * mean + shift, 8);
        expect(moved?.range?.[0]).toBeCloseTo(by * low + shift, 6);
        expect(moved?.range?.[1]).toBeCloseTo(by * high + shift, 6);
      }),
    );
  });
});
