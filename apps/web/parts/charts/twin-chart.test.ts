import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pileOf, spanOf, timePlace, type Happened } from "./twin-chart.tsx";

const happened = (times: readonly number[]): readonly Happened[] =>
  times.map((at, index) => ({ id: String(index), at, mark: "full" }));

describe("two courses and what happened share one time", () => {
  it.each([
    ["nothing", [], { low: 0, high: 0 }],
    ["one time", [7], { low: 7, high: 7 }],
    ["times in any order", [9, 3, 5], { low: 3, high: 9 }],
  ] as const)("%s spans from the earliest to the latest", (_name, times, span) => {
    expect(spanOf(times)).toEqual(span);
  });

  it.each([
    [3, 0],
    [6, 0.5],
    [9, 1],
  ])("day %i of 3 to 9 stands at %f", (at, place) => {
    expect(timePlace({ low: 3, high: 9 }, at)).toBe(place);
  });

  it("a single time stands in the middle", () => {
    expect(timePlace(spanOf([4]), 4)).toBe(0.5);
  });

  it("what happened on one day is piled up, so that none hides another", () => {
    const all = happened([1, 5, 5, 8, 5]);
    expect(all.map((_, index) => pileOf(all, index))).toEqual([0, 0, 1, 0, 2]);
  });

  it("no two things share a day and a height", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }), (times) => {
        const all = happened(times);
        const places = all.map(({ at }, index) => `${at}/${pileOf(all, index)}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
