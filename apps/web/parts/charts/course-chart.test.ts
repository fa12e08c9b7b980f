import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotPlaces } from "./course-chart.tsx";

describe("dots over time", () => {
  it.each([
    ["none", [], []],
    ["one in the middle", [{ at: 7, value: 25 }], [{ x: 0.5, y: 0.75 }]],
    [
      "two at the ends",
      [
        { at: 0, value: 100 },
        { at: 10, value: 0 },
      ],
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    ],
    [
      "days apart as they were apart",
      [
        { at: 0, value: 0 },
        { at: 2, value: 50 },
        { at: 8, value: 0 },
      ],
      [
        { x: 0, y: 1 },
        { x: 0.25, y: 0.5 },
        { x: 1, y: 1 },
      ],
    ],
    [
      "two on one day",
      [
        { at: 3, value: 0 },
        { at: 3, value: 100 },
      ],
      [
        { x: 0.5, y: 1 },
        { x: 0.5, y: 0 },
      ],
    ],
  ] as const)("%s", (_name, dots, places) => {
    expect(dotPlaces(dots, 100)).toEqual(places);
  });

  it("all lie inside and never go back in time", () => {
    const dot = fc.record({ at: fc.integer({ min: 0, max: 30_000 }), value: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 30 }), (given) => {
        const places = dotPlaces(
          given.toSorted((a, b) => a.at - b.at),
          100,
        );
        places.forEach(({ x, y }, index) => {
          expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
          expect(x).toBeGreaterThanOrEqual(places[index - 1]?.x ?? 0);
        });
      }),
    );
  });
});
