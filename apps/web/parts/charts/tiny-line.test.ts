import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linePoints } from "./tiny-line.tsx";

describe("a tiny line", () => {
  it.each([
    ["nothing", [], ""],
    [
      "from the top left to the bottom right",
      [
        { at: 0, value: 100 },
        { at: 9, value: 0 },
      ],
      "4,4 56,20",
    ],
    [
      "days apart as they were apart",
      [
        { at: 0, value: 50 },
        { at: 1, value: 50 },
        { at: 4, value: 50 },
      ],
      "4,12 17,12 56,12",
    ],
  ] as const)("%s", (_name, dots, points) => {
    expect(linePoints(dots, 100)).toBe(points);
  });

  it("never leaves its 60 by 24 px", () => {
    const dot = fc.record({ at: fc.nat(9_000), value: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(dot, { minLength: 1, maxLength: 20 }), (given) => {
        const dots = given.toSorted((a, b) => a.at - b.at);
        for (const point of linePoints(dots, 100).split(" ")) {
          const [x = -1, y = -1] = point.split(",").map(Number);
          expect(x >= 4 && x <= 56 && y >= 4 && y <= 20, point).toBe(true);
        }
      }),
    );
  });
});
