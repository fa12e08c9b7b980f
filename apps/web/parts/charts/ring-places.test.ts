import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOnRings, ringAt, ringEdges, ringRadii, ringRoom } from "./ring-places.ts";

const counts = fc.tuple(...ringRoom.map((most) => fc.integer({ min: 0, max: most })));

describe("discs on rings", () => {
  it("with nobody there is nothing, and discs would be at their largest", () => {
    expect(placeOnRings([0, 0, 0])).toEqual({ rings: [[], [], []], disc: 30 });
  });

  it("stand on their own ring, inside the drawing", () => {
    fc.assert(
      fc.property(counts, (given) => {
        placeOnRings(given).rings.forEach((points, ring) => {
          expect(points).toHaveLength(given[ring] ?? 0);
          for (const { x, y } of points) {
            expect(Math.hypot(x, y)).toBeCloseTo(ringRadii[ring] ?? 0, 6);
            expect(ringAt(Math.hypot(x, y))).toBe(ring);
          }
        });
      }),
    );
  });

  it("never lie on top of each other, and never overlap while there are few", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { rings, disc } = placeOnRings(given);
        const all = rings.flat();
        const few = all.length <= 12;
        all.forEach((a, index) =>
          all.slice(index + 1).forEach((b) => {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(few ? 2 * disc : 1.5 * disc);
          }),
        );
      }),
    );
  });

  it("stay where they are for the same counts", () => {
    fc.assert(fc.property(counts, (given) => void expect(placeOnRings(given)).toEqual(placeOnRings([...given]))));
  });

  it("are never more than a ring has room for", () => {
    expect(placeOnRings([400, 400, 400]).rings.map((ring) => ring.length)).toEqual([...ringRoom]);
  });
});

describe("the ring at a distance", () => {
  it.each([
    [0, 0],
    [ringEdges[0], 0],
    [ringEdges[0] + 1, 1],
    [ringEdges[1], 1],
    [170, 2],
    [ringEdges[2], 2],
    [9_999, 2],
  ])("%d from the middle is ring %d", (from, ring) => {
    expect(ringAt(from)).toBe(ring);
  });
});
