import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ringAfterKey, shownDiscs, type Disc } from "./ring-chart.tsx";

describe("arrow keys", () => {
  it.each([
    ["ArrowUp", 2, 1],
    ["ArrowUp", 0, 0],
    ["ArrowDown", 0, 1],
    ["ArrowDown", 2, 2],
    ["Enter", 1, null],
    ["ArrowLeft", 1, null],
  ] as const)("%s on ring %d leads to %s", (key, ring, next) => {
    expect(ringAfterKey(key, ring)).toBe(next);
  });
});

describe("discs that are shown", () => {
  const disc = (index: number, ring: number): Disc => ({
    id: String(index),
    name: "N",
    label: "N",
    ring,
    arcs: [],
    muted: false,
  });

  it("and those that are left make up all of them; each is shown once, on a place of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }), (rings) => {
        const { placed, left } = shownDiscs(rings.map((ring, index) => disc(index, ring)));
        expect(placed.length + left).toBe(rings.length);
        expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
        expect(new Set(placed.map(({ at }) => `${at.x.toFixed(3)}/${at.y.toFixed(3)}`)).size).toBe(placed.length);
      }),
      { numRuns: 40 },
    );
  });

  it("keep the order they came in, so that the focus stays where it was", () => {
    const { placed } = shownDiscs([disc(0, 2), disc(1, 0), disc(2, 1)]);
    expect(placed.map(({ id }) => id)).toEqual(["0", "1", "2"]);
  });
});
