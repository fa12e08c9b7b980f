import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fanCorners, lineAt, spanOfCourses, type Course } from "./trend-chart.tsx";

const course = (values: readonly number[], slope = 0, low = slope, high = slope): Course => ({
  dots: values.map((value, at) => ({ id: String(at), at, value })),
  slope,
  low,
  high,
});

describe("a trend among its dots", () => {
  it("goes through the middle of the cloud", () => {
    const falling = course([90, 80, 70, 60, 50], -10);
    expect([0, 2, 4].map((at) => lineAt(falling, falling.slope, at))).toEqual([90, 70, 50]);
  });

  it("spans both clouds", () => {
    const later: Course = { ...course([1]), dots: [{ id: "x", at: 12, value: 5 }] };
    expect(spanOfCourses([course([1, 2, 3]), later])).toEqual({ first: 0, last: 12 });
    expect(spanOfCourses([])).toEqual({ first: 0, last: 0 });
  });

  it("has fans that meet in the middle and open towards both ends", () => {
    const fans = fanCorners(course([50, 50, 50], 0, -10, 10), { first: 0, last: 2 }, 100);
    expect(fans).toEqual(["50.00,50.00 0.00,40.00 0.00,60.00", "50.00,50.00 100.00,60.00 100.00,40.00"]);
  });

  it("never leaves the sheet", () => {
    const any = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(any, fc.integer({ min: -90, max: 90 }), (values, slope) => {
        const one = course(values, slope, slope - 20, slope + 20);
        const corners = fanCorners(one, spanOfCourses([one]), 100).flatMap((text) => text.split(/[ ,]/).map(Number));
        expect(corners.every((place) => place >= 0 && place <= 100)).toBe(true);
      }),
    );
  });
});
