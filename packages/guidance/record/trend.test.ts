/** Tests the slope by published examples, by another way to reckon it, and by its laws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendallVariance, trendOf, type Point } from "./trend.ts";

const points = (xs: readonly number[], ys: readonly number[]): readonly Point[] =>
  xs.map((at, index) => ({ at, value: ys[index] ?? Number.NaN }));

/** The same thing another way: the slope that leaves as many residuals rising as falling, found by halving. */
const risingOf = (given: readonly Point[], slope: number): number => {
  let sum = 0;
  for (const a of given)
    for (const b of given) if (b.at > a.at) sum += Math.sign(b.value - slope * b.at - (a.value - slope * a.at));
  return sum;
};

/** Kendall's variance by trying every order of the values: exact for a handful. */
const everyOrder = (values: readonly number[]): readonly (readonly number[])[] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value, index) => everyOrder(values.toSpliced(index, 1)).map((rest) => [value, ...rest]));

describe("a trend", () => {
  // The worked example of Sen 1968; the tests of SciPy (stats.theilslopes) and of the R package deming give the same numbers.
  const sen = points([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]);

  test("is Sen's in Sen's example, with its interval at 93 %", () => {
    const trend = trendOf(sen, 0.93);
    expect(trend?.slope).toBe(4);
    expect(trend?.low).toBeCloseTo(26 / 7, 10);
    expect(trend?.high).toBeCloseTo(35 / 8, 10);
    expect(trend?.n).toBe(7);
  });

  test("of three points is the middle slope", () => {
    expect(trendOf(points([0, 1, 2], [0, 1, 1]))?.slope).toBe(0.5);
  });

  test("is hardly moved by one wild day", () => {
    const calm = Array.from({ length: 20 }, (_, at) => ({ at, value: 80 - 2 * at }));
    expect(trendOf(calm.with(7, { at: 7, value: 5 }))?.slope).toBe(-2);
  });

  test.each([
    ["nothing", []],
    ["one point", [{ at: 3, value: 4 }]],
    ["three points on one day", points([5, 5, 5], [1, 50, 99])],
  ] as const)("there is none of %s", (_name, given) => {
    expect(trendOf(given)).toBeNull();
  });

  test("looks at the newest hundred and fifty only", () => {
    const old = Array.from({ length: 150 }, (_, at) => ({ at, value: at }));
    const fresh = Array.from({ length: 150 }, (_, at) => ({ at: at + 150, value: -at }));
    expect(trendOf([...fresh, ...old])).toMatchObject({ slope: -1, n: 150 });
  });

  const some = fc.array(fc.record({ at: fc.integer({ min: 0, max: 90 }), value: fc.integer({ min: 0, max: 100 }) }), {
    minLength: 3,
    maxLength: 24,
  });

  test("parts the rising from the falling evenly", () => {
    fc.assert(
      fc.property(some, (given) => {
        const trend = trendOf(given);
        if (trend === null) return;
        expect(risingOf(given, trend.slope + 1e-6)).toBeLessThanOrEqual(0);
        expect(risingOf(given, trend.slope - 1e-6)).toBeGreaterThanOrEqual(0);
        expect(trend.low).toBeLessThanOrEqual(trend.slope);
        expect(trend.high).toBeGreaterThanOrEqual(trend.slope);
      }),
    );
  });

  test("turns with its values, and does not care in which order they come", () => {
    fc.assert(
      fc.property(some, (given) => {
        const plain = trendOf(given);
        const turned = trendOf(given.map(({ at, value }) => ({ at, value: -value })).toReversed());
        if (plain === null || turned === null) return;
        expect(turned.slope).toBeCloseTo(-plain.slope, 9);
        expect(turned.low).toBeCloseTo(-plain.high, 9);
        expect(turned.high).toBeCloseTo(-plain.low, 9);
      }),
    );
  });

  test("in noise without a trend says so about nine times in ten", () => {
    // Lehmer's generator (Park & Miller 1988, Commun ACM 31:1192-1201): plain noise, the same each time.
    let state = 20_261_122;
    const noise = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const rounds = Array.from({ length: 600 }, () =>
      trendOf(Array.from({ length: 20 }, (__, at) => ({ at, value: Math.round(50 * noise()) }))),
    );
    const held = rounds.filter((trend) => trend !== null && trend.low <= 0 && trend.high >= 0).length;
    expect(held / rounds.length).toBeGreaterThan(0.85);
    expect(held / rounds.length).toBeLessThan(0.97);
  });
});

describe("Kendall's variance", () => {
  test.each([
    ["no ties", [1, 2, 3, 4, 5], [3, 1, 4, 2, 5]],
    ["ties in the values", [1, 2, 3, 4, 5], [1, 1, 2, 2, 3]],
    ["ties on both sides", [1, 1, 2, 3, 3], [1, 1, 1, 2, 4]],
    ["three alike on both sides", [1, 1, 1, 2], [5, 5, 5, 6]],
    ["many alike on both sides", [1, 1, 1, 2, 2, 3], [4, 4, 4, 4, 5, 5]],
    ["two points", [1, 2], [5, 6]],
  ] as const)("with %s is that of all orders", (_name, xs, ys) => {
    const sums = everyOrder(ys).map((order) => risingOf(points(xs, order), 0));
    const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
    expect(mean).toBeCloseTo(0, 10);
    const variance = sums.reduce((sum, value) => sum + value ** 2, 0) / sums.length;
    expect(kendallVariance(points(xs, ys))).toBeCloseTo(variance, 8);
  });

  test("of nothing and of one is none", () => {
    expect(kendallVariance([])).toBe(0);
    expect(kendallVariance([{ at: 1, value: 1 }])).toBe(0);
  });
});
