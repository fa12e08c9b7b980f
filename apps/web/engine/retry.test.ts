import fc from "fast-check";
import { expect, it } from "vitest";
import { retryDelay } from "./retry.ts";

it("waits longer each time, up to a minute, and never less than half a second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const wait = retryDelay(attempt, chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(retryDelay(attempt + 1, chance)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

it("spreads devices apart that lost the same relay", () => {
  expect(retryDelay(5, 0)).toBe(8_000);
  expect(retryDelay(5, 1)).toBe(16_000);
});
