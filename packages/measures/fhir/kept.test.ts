import { describe, expect, it } from "vitest";
import { keptOf, rounded, type SittingFor } from "./kept.ts";

const sitting = (instrument: string, rest: Partial<SittingFor> = {}): SittingFor => ({
  id: "a",
  instrument,
  about: null,
  day: "2026-11-20",
  answers: null,
  scores: null,
  ...rest,
});

describe("what may be said of a sitting", () => {
  it("is nothing of an instrument that is not known here", () => {
    expect(keptOf(sitting("phq10", { answers: [1] }), true)).toBeNull();
  });

  it.each([
    ["off the scale", [4, 1, 1, 1]],
    ["a fraction", [0.5, 1, 1, 1]],
    ["below the scale", [-1, 1, 1, 1]],
  ])("leaves an answer out that is %s, and then there is no score", (_what, answers) => {
    const kept = keptOf(sitting("phq4", { answers }), false);
    expect(kept?.answers).toEqual([null, 1, 1, 1]);
    expect(kept?.scores).toEqual({});
  });

  it("has a place for each item, whatever length the list has", () => {
    expect(keptOf(sitting("phq4", { answers: [1, 2] }), false)?.answers).toEqual([1, 2, null, null]);
    expect(keptOf(sitting("phq4", { answers: [1, 2, 3, 0, 1, 1] }), false)?.answers).toEqual([1, 2, 3, 0]);
  });

  it("takes its scores from the answers, and those that came along only where they give none", () => {
    const scores = { total: 11, anxiety: 5, mood: 2 };
    expect(keptOf(sitting("phq4", { answers: [1, 2, 0, 3], scores }), false)?.scores).toEqual({
      total: 6,
      anxiety: 3,
      depression: 3,
    });
    expect(keptOf(sitting("phq4", { answers: [1, null, 0, 3], scores }), false)?.scores).toEqual({
      total: 11,
      anxiety: 5,
    });
    expect(keptOf(sitting("phq4", { scores }), false)?.scores).toEqual({ total: 11, anxiety: 5 });
  });

  it("has item 9 of the PHQ-9 and its total only when that was chosen", () => {
    const nine = sitting("phq9", { answers: [1, 1, 1, 1, 1, 1, 1, 1, 3], scores: { total: 11 } });
    expect(keptOf(nine, true)).toMatchObject({ scores: { total: 11 }, masked: [], withheld: [] });
    const without = keptOf(nine, false);
    expect(without).toMatchObject({ scores: { total: 8 }, masked: [9], withheld: [], scoredAs: { id: "phq8" } });
    expect(without?.answers).toEqual([1, 1, 1, 1, 1, 1, 1, 1, null]);
  });

  it("withholds a total of nine that came alone, and takes none that came with gaps", () => {
    expect(keptOf(sitting("phq9", { scores: { total: 27 } }), false)).toMatchObject({
      scores: {},
      withheld: ["total"],
      masked: [],
    });
    const gap = { answers: [1, null, 1, 1, 1, 1, 1, 1, 3], scores: { total: 11 } };
    expect(keptOf(sitting("phq9", gap), false)).toMatchObject({ scores: {}, withheld: [] });
  });
});

it("a number has six places behind the point at most, and no more zeros than it needs", () => {
  expect([rounded(10 / 3), rounded(5), rounded(2.5), rounded(0.1 + 0.2)]).toEqual([3.333333, 5, 2.5, 0.3]);
});
