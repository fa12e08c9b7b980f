/** Tests the beta distribution against exact values, high-precision values, and another way of reckoning. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile, incompleteBeta, lnGamma } from "./beta.ts";

describe("the logarithm of the gamma function", () => {
  // 30-digit arithmetic, rounded.
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [1.5, -0.12078223763524522],
    [2, 0],
    [3.7, 1.4280723266653881],
    [10, 12.801827480081469],
    [100.5, 361.4355404677776],
    [2000.5, 13202.723836784036],
  ])("of %f", (x, value) => {
    expect(lnGamma(x)).toBeCloseTo(value, x > 100 ? 8 : 12);
  });

  test("grows by the logarithm of x from x to x + 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(lnGamma(x + 1) - lnGamma(x)).toBeCloseTo(Math.log(x), 8);
      }),
    );
  });
});

/** Simpson's rule over x = sin(t)^2, which takes the poles at both ends away. */
const byIntegration = (a: number, b: number, x: number): number => {
  const steps = 4000;
  const integral = (end: number): number => {
    const width = end / steps;
    const at = (i: number): number => {
      const t = i * width;
      return 2 * Math.sin(t) ** (2 * a - 1) * Math.cos(t) ** (2 * b - 1);
    };
    let sum = at(0) + at(steps);
    for (let i = 1; i < steps; i += 1) sum += at(i) * (i % 2 === 1 ? 4 : 2);
    return (sum * width) / 3;
  };
  return integral(Math.asin(Math.sqrt(x))) / integral(Math.PI / 2);
};

describe("the share below x", () => {
  // 30-digit arithmetic, rounded.
  test.each([
    [0.5, 0.5, 0.3, 0.3690101195655454],
    [2, 3, 0.4, 0.5248],
    [0.5, 20.5, 0.01, 0.4765415315484655],
    [100.5, 3.5, 0.97, 0.5168326109566652],
    [1000.5, 1000.5, 0.51, 0.8145071384689559],
    [0.5, 2000.5, 1e-6, 0.05043218915246785],
  ])("of Beta(%f, %f) below %f", (a, b, x, share) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(share, 10);
  });

  test("of Beta(1/2, 1/2) is the arcsine law", () => {
    for (const x of [0.001, 0.1, 0.5, 0.77, 0.999]) {
      expect(incompleteBeta(0.5, 0.5, x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    }
  });

  test("of Beta(a, 1) is a power, and of Beta(1, 1) is x itself", () => {
    for (const x of [0, 0.2, 0.5, 0.9, 1]) {
      expect(incompleteBeta(3.5, 1, x)).toBeCloseTo(x ** 3.5, 12);
      expect(incompleteBeta(1, 1, x)).toBeCloseTo(x, 12);
    }
  });

  test("is what integrating the density gives", () => {
    for (const [a, b] of [
      [0.5, 1.5],
      [1.5, 0.5],
      [4.5, 1.5],
      [3.5, 7.5],
      [30.5, 10.5],
    ] as const) {
      for (const x of [0.05, 0.3, 0.5, 0.8, 0.99])
        expect(incompleteBeta(a, b, x)).toBeCloseTo(byIntegration(a, b, x), 8);
    }
  });

  test("is nothing below 0 and everything above 1", () => {
    expect([
      incompleteBeta(2, 3, -1),
      incompleteBeta(2, 3, 0),
      incompleteBeta(2, 3, 1),
      incompleteBeta(2, 3, 7),
    ]).toEqual([0, 0, 1, 1]);
  });

  test("rises with x, and mirrors", () => {
    const shape = fc.integer({ min: 1, max: 400 }).map((n) => n / 2);
    const unit = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
    fc.assert(
      fc.property(shape, shape, unit, unit, (a, b, x, y) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)];
        expect(incompleteBeta(a, b, low)).toBeLessThanOrEqual(incompleteBeta(a, b, high) + 1e-12);
        expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x)).toBeCloseTo(1, 9);
      }),
    );
  });
});

test("the quantile undoes the share", () => {
  const shape = fc.integer({ min: 1, max: 400 }).map((n) => n / 2);
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
      expect(incompleteBeta(a, b, betaQuantile(a, b, p))).toBeCloseTo(p, 7);
    }),
  );
});
