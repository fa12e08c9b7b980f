import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@belay/basics";
import { instruments } from "@belay/measures";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { seriesOf, turnOf, type SittingGiven } from "./series.ts";

const start = dayOf("2026-03-02");

const sitting = (
  instrument: string,
  days: number,
  answers: SittingGiven["answers"],
  more: Partial<SittingGiven> = {},
): SittingGiven => ({
  instrument,
  about: null,
  day: addDays(start, days),
  set: "weekly",
  answers,
  scores: null,
  ...more,
});

const only = (sittings: readonly SittingGiven[]) => {
  const [one, ...others] = seriesOf(sittings);
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} lines`);
  return one;
};

describe("the ninth item of the PHQ-9", () => {
  it("is in no line: not by its answer, nor by a total that was brought along", () => {
    expect(seriesOf([sitting("phq9", 0, null, { scores: { total: 26 } })])).toEqual([]);
    const gap = sitting("phq9", 0, [3, 3, null, 3, 3, 3, 3, 3, 3], { scores: { total: 26 } });
    expect(seriesOf([gap]).flatMap(({ points }) => points.map(({ value }) => value))).not.toContain(26);
  });
});

describe("a line of sittings", () => {
  it("holds the scores, oldest first, with one for each day: the newest", () => {
    const { points } = only([
      sitting("ucla3", 7, [2, 2, 2]),
      sitting("ucla3", 0, [1, 1, 1]),
      sitting("ucla3", 7, [3, 3, 3]),
    ]);
    expect(points.map(({ value }) => value)).toEqual([3, 9]);
  });

  it.each([
    ["ucla3", 7],
    ["phq4", 14],
    ["sscs-s", 14],
    ["keep8", 28],
    ["rses", 28],
  ] as const)("%s comes round every %i days", (id, days) => {
    expect(turnOf(instruments[id])).toBe(days);
  });

  it.each([
    ["the next week", "ucla3", [1, 1, 1], 7, false],
    ["a day late", "ucla3", [1, 1, 1], 13, false],
    ["a week left out", "ucla3", [1, 1, 1], 14, true],
    ["every other week", "phq4", [0, 0, 0, 0], 14, false],
    ["every other week, a week late", "phq4", [0, 0, 0, 0], 21, false],
    ["a turn of two weeks left out", "phq4", [0, 0, 0, 0], 28, true],
    ["every four weeks", "osss3", [2, 3, 3], 28, false],
    ["a turn of four weeks left out", "osss3", [2, 3, 3], 56, true],
  ] as const)("is broken only where a whole turn was left out: %s", (_name, id, answers, days, gap) => {
    const { points } = only([sitting(id, 0, answers), sitting(id, days, answers)]);
    expect(points.map((point) => point.gap)).toEqual([false, gap]);
    expect(points.map((point) => point.skipped)).toEqual([false, gap]);
  });

  it("has a place without a number where a question was left, and never a zero", () => {
    const { points } = only([
      sitting("phq4", 0, [0, 1, 0, 1]),
      sitting("phq4", 14, [0, 1, null, 1]),
      sitting("phq4", 28, [1, 1, 1, 1]),
    ]);
    expect(points.map(({ value }) => value)).toEqual([2, null, 4]);
    expect(points.map(({ gap }) => gap)).toEqual([false, false, true]);
    expect(points.some(({ skipped }) => skipped)).toBe(false);
  });

  it("never holds the ninth question of the PHQ-9: nine answers are drawn as eight", () => {
    const eight = [1, 1, 1, 1, 1, 1, 1, 1];
    const { instrument, points } = only([
      sitting("phq8", 0, eight),
      sitting("phq9", 28, [...eight, 3]),
      sitting("phq9", 56, [...eight, null]),
    ]);
    expect(instrument.id).toBe("phq8");
    expect(points.map(({ value }) => value)).toEqual([8, 8, 8]);
  });

  it("whatever was answered to it, the line stays the same", () => {
    const answer = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 8, maxLength: 8 }), answer, (eight, nine) => {
        const valueOf = (last: number | null) => only([sitting("phq9", 0, [...eight, last])]).points[0]?.value;
        expect(valueOf(nine)).toBe(valueOf(null));
      }),
    );
  });

  it("keeps apart whom it is about, and takes brought scores as they are", () => {
    const nine = [4, 4, 4, 4, 4, 4, 2, 2, 2];
    const lines = seriesOf([
      sitting("ecr-rs", 0, nine, { about: "a" }),
      sitting("ecr-rs", 0, nine, { about: "b" }),
      sitting("rses", 0, null, { scores: { total: 30 }, set: "imported" }),
      sitting("not-known", 0, [1]),
    ]);
    expect(lines.map(({ instrument, scale, about }) => [instrument.id, scale.name, about])).toEqual([
      ["ecr-rs", "avoidance", "a"],
      ["ecr-rs", "anxiety", "a"],
      ["ecr-rs", "avoidance", "b"],
      ["ecr-rs", "anxiety", "b"],
      ["rses", "total", null],
    ]);
    expect(lines.at(-1)?.points).toMatchObject([{ value: 30, imported: true }]);
  });

  it("holds no number that lies beyond the scale, as from another version", () => {
    const total = (days: number, value: number) => sitting("ucla3", days, null, { scores: { total: value } });
    expect(only([total(0, 9), total(7, 10), total(14, 2)]).points.map(({ value }) => value)).toEqual([9, null, null]);
  });

  it("prefers what was answered here to what was brought along for the same day", () => {
    const brought = sitting("ucla3", 0, [1, 1, 1], { set: "imported" });
    const own = sitting("ucla3", 0, [3, 3, 3]);
    for (const both of [
      [own, brought],
      [brought, own],
    ])
      expect(only(both).points.map(({ value }) => value)).toEqual([9]);
  });

  it("is none where no sitting has a number", () => {
    expect(seriesOf([sitting("phq4", 0, [null, null, null, null])])).toEqual([]);
  });
});
