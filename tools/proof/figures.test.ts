/** Quantiles and the area under the curve, on values whose answers are known. */
import { expect, it } from "vitest";
import { dice, quantile, toldApart } from "../../tests/relay/figures.ts";

it("the 99th of a hundred is the value below which 99 lie", () => {
  expect(
    quantile(
      Array.from({ length: 100 }, (_, i) => i + 1),
      0.99,
    ),
  ).toBe(99);
  expect(quantile([], 0.5)).toBe(0);
});

it.each([
  ["always told apart", [1, 2, 3], [4, 5, 6], 1],
  ["the other way round as well", [4, 5, 6], [1, 2, 3], 1],
  ["never told apart when all are equal", [1, 1], [1, 1], 0.5],
  ["half mixed", [1, 3], [2, 4], 0.75],
])("%s", (_what, one, other, area) => {
  expect(toldApart(one, other)).toBe(area);
});

it("the same seed draws the same numbers, below the bound", () => {
  const [one, other] = [dice(7), dice(7)];
  const drawn = Array.from({ length: 200 }, () => one(10));
  expect(drawn).toEqual(Array.from({ length: 200 }, () => other(10)));
  expect(new Set(drawn).size).toBe(10);
});
