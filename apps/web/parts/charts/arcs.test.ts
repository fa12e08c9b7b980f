import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arcPath, arcs, around } from "./arcs.ts";

describe("points around a circle", () => {
  it.each([
    [0, 0, -10],
    [0.25, 10, 0],
    [0.5, 0, 10],
    [0.75, -10, 0],
  ])("%d turns lie at (%d, %d)", (turns, x, y) => {
    const point = around(10, turns);
    expect(point.x).toBeCloseTo(x, 9);
    expect(point.y).toBeCloseTo(y, 9);
  });

  it("are all as far from the middle", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (radius, turns) => {
          const { x, y } = around(radius, turns);
          expect(Math.hypot(x, y)).toBeCloseTo(radius, 6);
        },
      ),
    );
  });
});

describe("arcs", () => {
  it("of seven things start at the top and leave their gaps", () => {
    const seven = arcs(7, 0.02);
    expect(seven).toHaveLength(7);
    expect(seven[0]?.[0]).toBeCloseTo(0.01, 9);
    expect(seven[6]?.[1]).toBeCloseTo(0.99, 9);
  });

  it("never overlap, never run backwards and together leave out only the gaps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.02, noNaN: true }), (count, gap) => {
        const all = arcs(count, gap);
        const drawn = all.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(drawn).toBeCloseTo(1 - count * gap, 6);
        all.forEach(([from, to], index) => {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBeGreaterThanOrEqual((all[index - 1]?.[1] ?? 0) - 1e-9);
        });
      }),
    );
  });

  it.each([
    [0, 0.25, "M0 -10A10 10 0 0 1 10 0"],
    [0, 0.75, "M0 -10A10 10 0 1 1 -10 0"],
  ])("from %d to %d turns is written %s", (from, to, path) => {
    expect(arcPath(10, from, to)).toBe(path);
  });
});
