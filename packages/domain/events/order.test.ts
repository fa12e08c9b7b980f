/** Tests the one order of facts and the clock that makes it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareOrder, maxCounter, maxMs, nextHlc, type Hlc, type Placed } from "./order.ts";

const a = "a".repeat(32);
const b = "b".repeat(32);
const place = (ms: number, counter: number, device: string, id: string): Placed => ({ id, at: [ms, counter, device] });

describe("the order", () => {
  test.each([
    ["milliseconds first", place(1, 9, b, "z"), place(2, 0, a, "a")],
    ["then the counter", place(1, 1, b, "z"), place(1, 2, a, "a")],
    ["then the device", place(1, 1, a, "z"), place(1, 1, b, "a")],
    ["then the id", place(1, 1, a, "event-1"), place(1, 1, a, "event-2")],
    ["numbers as numbers", place(9, 0, a, "a"), place(10, 0, a, "a")],
  ])("goes by %s", (_, earlier, later) => {
    expect(compareOrder(earlier, later)).toBeLessThan(0);
    expect(compareOrder(later, earlier)).toBeGreaterThan(0);
  });

  test("is nought for one and the same alone", () => {
    expect(compareOrder(place(1, 1, a, "x"), place(1, 1, a, "x"))).toBe(0);
  });
});

const anyClock: fc.Arbitrary<Hlc> = fc.tuple(
  fc.integer({ min: 0, max: maxMs - 1 }),
  fc.integer({ min: 0, max: maxCounter }),
  fc.constantFrom(a, b),
);

describe("the clock", () => {
  test("takes the device's own time when that is ahead", () => {
    expect(nextHlc([5, 7, b], 9, a)).toEqual([9, 0, a]);
    expect(nextHlc(null, 9.9, a)).toEqual([9, 0, a]);
  });

  test("counts on when the device's time has not moved, or is behind what was seen", () => {
    expect(nextHlc([5, 7, b], 5, a)).toEqual([5, 8, a]);
    expect(nextHlc([5, 7, b], 1, a)).toEqual([5, 8, a]);
  });

  test("moves on a millisecond when the counter is full", () => {
    expect(nextHlc([5, maxCounter, b], 5, a)).toEqual([6, 0, a]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -5])(
    "survives a clock that says %s",
    (now) => {
      expect(nextHlc([5, 7, b], now, a)).toEqual([5, 8, a]);
      expect(nextHlc(null, now, a)).toEqual([0, 0, a]);
    },
  );

  test("always gives a later place than any it has seen", () => {
    fc.assert(
      fc.property(anyClock, fc.double(), (seen, now) => {
        const next = nextHlc(seen, now, a);
        expect(compareOrder({ id: "", at: seen }, { id: "", at: next })).toBeLessThan(0);
        expect(next[0]).toBeLessThanOrEqual(maxMs);
        expect(Number.isInteger(next[0]) && Number.isInteger(next[1])).toBe(true);
      }),
    );
  });
});
