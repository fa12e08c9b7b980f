import { describe, expect, it } from "vitest";
import { bandCorners, type Gap } from "./gap-chart.tsx";

const gap = (id: string, mean: number, range: readonly [number, number] | null): Gap => ({
  id,
  value: mean,
  mean,
  range,
});

describe("the band along a running mean", () => {
  it("goes there along the lower ends and back along the upper ones", () => {
    const corners = bandCorners([gap("a", 0, [-50, 50]), gap("b", 50, [0, 100])], 100);
    expect(corners).toBe("6.00,75.00 18.00,50.00 18.00,0.00 6.00,25.00");
  });

  it("leaves out what has no range, and keeps its place free", () => {
    const corners = bandCorners([gap("a", 0, null), gap("b", 0, [-100, 100])], 100);
    expect(corners).toBe("18.00,100.00 18.00,0.00");
  });

  it("stays on the sheet however wide the range is", () => {
    expect(bandCorners([gap("a", 0, [-900, 900])], 100)).toBe("6.00,100.00 6.00,0.00");
  });

  it("of nothing has no corners", () => {
    expect(bandCorners([], 100)).toBe("");
  });
});
