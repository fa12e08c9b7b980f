/** Tests the interval of a share by what holds for every count; long, so it stands apart from the examples. */
import { describe, expect, test } from "vitest";
import { jeffreys } from "./evidence.ts";

describe("Jeffreys' interval", () => {
  test("holds the share itself, for every count up to 120", () => {
    for (let total = 1; total <= 120; total += 1) {
      for (let yes = 0; yes <= total; yes += 1) {
        const [low, high] = jeffreys(yes, total) ?? [2, -1];
        expect(low).toBeLessThanOrEqual(yes / total);
        expect(high).toBeGreaterThanOrEqual(yes / total);
      }
    }
  });
});
