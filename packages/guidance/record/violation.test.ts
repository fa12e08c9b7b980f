/** Tests how the gap between feared and felt is followed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidence, type FearedFelt } from "../evidence.ts";
import { aTrial, theDay } from "../rehearsal.ts";
import { meanBand } from "./student.ts";
import { violationsOf } from "./violation.ts";

const pair = (feared: number, felt: number, index = 0): FearedFelt => ({
  id: `e${index}`,
  day: theDay("2026-05-01"),
  step: "ask-1",
  feared,
  felt,
});

describe("the gap of feared and felt", () => {
  test("is above zero where it was less bad, below where it was worse", () => {
    expect(violationsOf([pair(70, 20), pair(30, 60)]).map(({ gap }) => gap)).toEqual([50, -30]);
  });

  test("runs over the newest tries only", () => {
    const runs = violationsOf([pair(90, 0), pair(10, 0), pair(20, 0), pair(30, 0)], 2).map(({ run }) => run.mean);
    expect(runs).toEqual([90, 50, 15, 25]);
  });

  test("has no range for a first try, and Student's for more", () => {
    const found = violationsOf([pair(70, 20), pair(50, 20), pair(60, 20)]);
    expect(found[0]?.run.range).toBeNull();
    expect(found[2]?.run).toEqual(meanBand([50, 30, 40]));
  });

  test("comes from tries with both numbers, those that hurt too", () => {
    const { pairs } = evidence([
      aTrial({ id: "a", predBad: 40, bad: 90, outcome: "hurtful" }),
      aTrial({ id: "b", predBad: 40, bad: null }),
      aTrial({ id: "c", predBad: 50, bad: 20, outcome: "no", raw: "silence" }),
    ]);
    expect(violationsOf(pairs).map(({ id, gap }) => [id, gap])).toEqual([
      ["a", -50],
      ["c", 30],
    ]);
  });

  test("over all tries comes to the violation of the figures", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(percent, percent), { minLength: 1, maxLength: 40 }), (given) => {
        const trials = given.map(([predBad, bad], index) => aTrial({ id: `e${index}`, predBad, bad }));
        const found = evidence(trials);
        const last = violationsOf(found.pairs, given.length).at(-1);
        expect(last?.run.mean).toBeCloseTo(found.violation ?? Number.NaN, 9);
        expect(violationsOf(found.pairs)).toHaveLength(given.length);
      }),
    );
  });
});
