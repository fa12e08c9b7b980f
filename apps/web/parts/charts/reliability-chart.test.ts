import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { radiusOf } from "./reliability-chart.tsx";

describe("the dots of a reliability curve", () => {
  it("grow in area with what they hold, between two bounds", () => {
    expect(radiusOf(20, 20)).toBe(12);
    expect(radiusOf(5, 20)).toBe(8.5);
    expect(radiusOf(0, 0)).toBe(5);
  });

  it("never shrink for holding more", () => {
    const count = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const most = Math.max(a, b);
        expect(radiusOf(Math.max(a, b), most)).toBeGreaterThanOrEqual(radiusOf(Math.min(a, b), most));
      }),
    );
  });
});
