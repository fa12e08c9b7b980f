import { describe, expect, it } from "vitest";
import { paced, perMinute } from "./pace.ts";

const breath = { inTenths: 45, outTenths: 55, sound: true, vibration: false };

describe("the pace of the breath", () => {
  it("changes by half a second a press, one half at a time, and leaves tone and buzz alone", () => {
    expect(paced(breath, "inTenths", 1)).toEqual({ ...breath, inTenths: 50 });
    expect(paced(breath, "outTenths", -1)).toEqual({ ...breath, outTenths: 50 });
  });

  it.each([
    ["inTenths", 1, 80],
    ["inTenths", -1, 20],
    ["outTenths", 1, 80],
    ["outTenths", -1, 24],
  ] as const)("ends where it cannot be kept: %s by %i at %i", (half, by, at) => {
    expect(paced({ ...breath, [half]: at }, half, by)).toBe(null);
  });

  it.each([
    [45, 55, 6],
    [20, 20, 15],
    [80, 80, 4],
    [50, 55, 5.5],
  ])("of %i and %i tenths is %d breaths a minute", (inTenths, outTenths, times) => {
    expect(perMinute({ ...breath, inTenths, outTenths })).toBe(times);
  });
});
