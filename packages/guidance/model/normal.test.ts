/** Tests the normal curve and the bent scale against known values. */
import { describe, expect, test } from "vitest";
import { below, density, distanceAt, logistic, logit, meanLogistic, ninety, pointsAt, pull } from "./normal.ts";

describe("the share below", () => {
  // 30-digit arithmetic, rounded.
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.6448536269514722, 0.95],
    [-2.5, 0.006209665325776],
    [-5, 2.86651571879194e-7],
    [-10, 7.61985302416053e-24],
  ])("%f", (x, share) => {
    expect(below(x) / share).toBeCloseTo(1, 6);
  });

  test("is what integrating the density gives", () => {
    let sum = 0;
    for (let x = -8; x < 1.3; x += 0.001) sum += density(x + 0.0005) * 0.001;
    expect(sum).toBeCloseTo(below(1.3), 4);
  });

  test("leaves a tenth outside of the 90 % interval", () => {
    expect(2 * below(-ninety)).toBeCloseTo(0.1, 6);
  });
});

describe("the pull", () => {
  test("is density over share, and the slope of the logarithm of the share", () => {
    for (const x of [-6, -2, -0.5, 0, 1, 3]) {
      expect(pull(x)).toBeCloseTo(density(x) / below(x), 9);
      const slope = (Math.log(below(x + 1e-4)) - Math.log(below(x - 1e-4))) / 2e-4;
      expect(slope / pull(x)).toBeCloseTo(1, 2);
    }
  });

  test("stays finite where the share is nothing", () => {
    for (const x of [-29, -31, -50, -1000]) expect(pull(x) / -x).toBeCloseTo(1, 2);
  });
});

describe("the bent scale", () => {
  test.each([
    [0, 50],
    [14, 73.10585786300049],
    [14 * Math.log(4), 80],
    [-14 * Math.log(4), 20],
  ])("%f beyond reach is felt as %f", (distance, points) => {
    expect(pointsAt(distance)).toBeCloseTo(points, 9);
    expect(distanceAt(points)).toBeCloseTo(distance, 9);
  });

  test("the logistic undoes the logit", () => {
    for (const p of [0.001, 0.2, 0.5, 0.93]) expect(logistic(logit(p))).toBeCloseTo(p, 12);
  });
});

test("the mean of a logistic is close to averaging it", () => {
  for (const [mean, variance] of [
    [0, 1],
    [1, 0.5],
    [-2, 2],
    [1.5, 4],
  ] as const) {
    let sum = 0;
    const sd = Math.sqrt(variance);
    for (let z = -7; z < 7; z += 0.01) sum += logistic(mean + sd * z) * density(z) * 0.01;
    expect(meanLogistic(mean, variance)).toBeCloseTo(sum, 1);
    expect(Math.abs(meanLogistic(mean, variance) - sum)).toBeLessThan(0.02);
  }
});
