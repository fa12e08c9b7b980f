/** Tests what single words and deeds do to the state, against integrating over every possible truth. */
import { describe, expect, test } from "vitest";
import { addNumber, covOf, emptyGauss, settle, type Gauss } from "./gauss.ts";
import { below, logistic, logisticWidth } from "./normal.ts";
import { bounded, pointsVariance } from "./reports.ts";

const alone = { at: [0], weight: [1] };

const one = (mean: number, sd: number): Gauss => {
  const gauss = emptyGauss(1);
  addNumber(gauss, mean, sd);
  return gauss;
};

/** Mean and variance of a normal truth after something whose chance is known for each truth. */
const byIntegration = (mean: number, sd: number, chance: (truth: number) => number) => {
  let [all, first, second] = [0, 0, 0];
  for (let z = -9; z <= 9; z += 0.002) {
    const truth = mean + sd * z;
    const weight = Math.exp(-0.5 * z * z) * chance(truth);
    all += weight;
    first += weight * truth;
    second += weight * truth * truth;
  }
  return { mean: first / all, variance: second / all - (first / all) ** 2 };
};

describe("a truth that is known to lie beyond a bound", () => {
  test.each([
    [0, 3, 0, 2, 1],
    [0, 3, 4, 2, 1],
    [5, 10, 0, 7, -1],
    [-8, 4, 0, 1, 1],
    [2, 6, -3, 5, -1],
  ] as const)("from N(%f, %f), beyond %f with noise %f, side %i", (mean, sd, bound, noise, side) => {
    const gauss = one(mean, sd);
    bounded(gauss, alone, mean, bound, noise * noise, side);
    settle(gauss);
    const exact = byIntegration(mean, sd, (truth) => below((side * (truth - bound)) / noise));
    expect(gauss.mean[0]).toBeCloseTo(exact.mean, 4);
    expect(covOf(gauss, 0, 0)).toBeCloseTo(exact.variance, 3);
  });

  test("with a logistic deed, comes close to the exact answer", () => {
    for (const [mean, sd] of [
      [0, 8],
      [10, 6],
      [-10, 9],
    ] as const) {
      const gauss = one(mean, sd);
      bounded(gauss, alone, mean, 0, (7 * logisticWidth) ** 2, 1);
      settle(gauss);
      const exact = byIntegration(mean, sd, (truth) => logistic(truth / 7));
      expect(Math.abs((gauss.mean[0] ?? 0) - exact.mean)).toBeLessThan(0.25);
      expect(Math.abs(covOf(gauss, 0, 0) / exact.variance - 1)).toBeLessThan(0.05);
    }
  });

  test("far on the right side teaches nothing, far on the wrong side pulls to the bound", () => {
    const right = one(100, 5);
    bounded(right, alone, 100, 0, 1, 1);
    settle(right);
    expect(right.mean[0]).toBeCloseTo(100, 9);
    const wrong = one(-100, 5);
    bounded(wrong, alone, -100, 0, 1, 1);
    settle(wrong);
    expect(wrong.mean[0]).toBeGreaterThan(-8);
    expect(covOf(wrong, 0, 0)).toBeGreaterThan(0);
  });
});

describe("reading off a scale", () => {
  test("blurs the ends of the straight scale more than its middle, and evenly", () => {
    expect(pointsVariance(50, 5)).toBeCloseTo(((14 * 5) / 25) ** 2, 9);
    expect(pointsVariance(10, 5)).toBeGreaterThan(5 * pointsVariance(50, 5));
    expect(pointsVariance(10, 5)).toBeCloseTo(pointsVariance(90, 5), 9);
  });

  test("stays finite at the very ends", () => {
    for (const at of [0, 100, -5, 105]) expect(pointsVariance(at, 5)).toBeLessThan(200);
  });
});
