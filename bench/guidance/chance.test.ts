import { describe, expect, it } from "vitest";
import { chanceOf, laplace, normal, oneOf, phi, shuffled, student, within } from "./chance.ts";

const sample = (draw: (chance: () => number) => number, many = 20_000): readonly number[] => {
  const chance = chanceOf("sample");
  return Array.from({ length: many }, () => draw(chance));
};

const spread = (values: readonly number[]): { readonly mean: number; readonly sd: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
};

describe("seeded numbers", () => {
  it("are the same for the same parts and others for other parts", () => {
    const take = (...parts: readonly (string | number)[]): readonly number[] => {
      const chance = chanceOf(...parts);
      return [chance(), chance(), chance()];
    };
    expect(take("a", 1)).toEqual(take("a", 1));
    expect(take("a", 1)).not.toEqual(take("a", 2));
    expect(take("a", 1)).not.toEqual(take("b", 1));
  });

  it("fill the unit interval evenly", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of sample((chance) => chance()))
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    expect(Math.min(...tenths)).toBeGreaterThan(1800);
    expect(Math.max(...tenths)).toBeLessThan(2200);
  });

  it.each([
    ["normal", normal, 0.012],
    ["double exponential", laplace, 0.02],
    ["Student’s", student, 0.12],
  ])("have mean 0 and standard deviation 1 when %s", (_, draw, slack) => {
    const { mean, sd } = spread(sample(draw));
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(sd - 1)).toBeLessThan(slack + 0.01);
  });

  it("reach further out in the long-tailed draws than in the normal one", () => {
    const far = (draw: (chance: () => number) => number): number =>
      sample(draw).filter((x) => Math.abs(x) > 3.5).length;
    expect(far(laplace)).toBeGreaterThan(4 * far(normal) + 10);
    expect(far(student)).toBeGreaterThan(2 * far(normal) + 10);
  });
});

describe("the normal distribution function", () => {
  it.each([
    [0, 0.5],
    [1, 0.841345],
    [1.644854, 0.95],
    [-1.959964, 0.025],
    [0.841621, 0.8],
  ])("gives the tabled value at %d", (x, value) => {
    expect(phi(x)).toBeCloseTo(value, 6);
  });
});

describe("small choices", () => {
  it("keep a number between its ends", () => {
    expect([within(-1, 0, 5), within(3, 0, 5), within(9, 0, 5)]).toEqual([0, 3, 5]);
  });

  it("shuffle without losing anything, and draw only what is there", () => {
    const list = [1, 2, 3, 4, 5, 6];
    expect([...shuffled(chanceOf("s"), list)].toSorted((a, b) => a - b)).toEqual(list);
    expect(shuffled(chanceOf("s"), list)).not.toEqual(list);
    const chance = chanceOf("o");
    const drawn = new Set(Array.from({ length: 100 }, () => oneOf(chance, ["a", "b", "c"])));
    expect(drawn).toEqual(new Set(["a", "b", "c"]));
  });
});
