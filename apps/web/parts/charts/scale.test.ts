import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenly, percent, placeOn, ticks, within } from "./scale.ts";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("a place on a scale", () => {
  it.each([
    [0, 100],
    [50, 55],
    [100, 10],
    [-20, 100],
    [140, 10],
    [Number.NaN, 100],
  ])("of %d on an axis that runs downwards is %d", (value, place) => {
    expect(placeOn({ low: 0, high: 100, from: 100, to: 10 }, value)).toBe(place);
  });

  it("never lies outside the drawing", () => {
    fc.assert(
      fc.property(finite, finite, finite, finite, finite, (low, high, from, to, value) => {
        const place = placeOn({ low, high, from, to }, value);
        const slack = (Math.abs(from) + Math.abs(to) + 1) * 1e-9;
        expect(place).toBeGreaterThanOrEqual(Math.min(from, to) - slack);
        expect(place).toBeLessThanOrEqual(Math.max(from, to) + slack);
      }),
    );
  });

  it("keeps the order of numbers", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const scale = { low: -1e6, high: 1e6, from: 0, to: 300 };
        expect(placeOn(scale, Math.min(a, b))).toBeLessThanOrEqual(placeOn(scale, Math.max(a, b)));
      }),
    );
  });

  it("is the start where the scale has no width", () => {
    expect(placeOn({ low: 3, high: 3, from: 7, to: 99 }, 3)).toBe(7);
  });
});

describe("ticks", () => {
  it.each([
    [0, 100, 2, [0, 50, 100]],
    [0, 100, 4, [0, 20, 40, 60, 80, 100]],
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [3, 17, 3, [5, 10, 15]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [5, 5, 3, []],
    [9, 2, 3, []],
    [0, Number.POSITIVE_INFINITY, 3, []],
  ] as const)("from %d to %d, about %d pieces", (low, high, about, expected) => {
    expect(ticks(low, high, about)).toEqual(expected);
  });

  it("rise evenly, stay inside and are never many more than asked for", () => {
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (low, span, about) => {
          const found = ticks(low, low + span, about);
          expect(found.length).toBeLessThanOrEqual(about * 2 + 2);
          for (const tick of found) {
            expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6 - Math.abs(low) * 1e-6);
            expect(tick).toBeLessThanOrEqual(low + span + span * 1e-6 + Math.abs(low) * 1e-6);
          }
          found.slice(1).forEach((tick, index) => expect(tick).toBeGreaterThan(found[index] ?? Number.NaN));
        },
      ),
    );
  });
});

describe("even places", () => {
  it.each([
    [0, 300, undefined, []],
    [1, 300, undefined, [150]],
    [3, 300, undefined, [50, 150, 250]],
    [3, 300, 20, [10, 30, 50]],
  ])("of %d things along %d, at most %s each", (count, length, widest, expected) => {
    expect(evenly(count, length, widest)).toEqual(expected);
  });

  it("all lie inside, each as far from the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 900 }), (count, length) => {
        const places = evenly(count, length);
        const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
        expect(places.length).toBe(count);
        expect(Math.min(...places)).toBeGreaterThan(0);
        expect(Math.max(...places)).toBeLessThan(length);
        for (const gap of gaps) expect(gap).toBeCloseTo(length / count, 6);
      }),
    );
  });
});

describe("a share in percent", () => {
  it.each([
    [0, "0%"],
    [0.382, "38.2%"],
    [1, "100%"],
    [1.7, "100%"],
    [-1, "0%"],
    [Number.NaN, "0%"],
    [1 / 3, "33.33%"],
  ])("of %d is %s", (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it("keeps numbers between two others", () => {
    fc.assert(
      fc.property(
        fc.double(),
        (value) => void expect([within(value, 2, 5) >= 2, within(value, 2, 5) <= 5]).toEqual([true, true]),
      ),
    );
  });
});
