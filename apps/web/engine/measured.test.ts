/** Tests what the rules of care are given: scores of now, worse only beyond noise, and never item 9. */
import { describe, expect, it } from "vitest";
import { stepCatalogue } from "@belay/content";
import { pretendEngine, type Pretend } from "../../../tests/screens/pretend-engine.ts";
import { measuredOf } from "./measured.ts";
import { createGuide } from "./offer.ts";

const answer = (pretend: Pretend, instrument: string, answers: readonly (number | null)[]): void =>
  void pretend.say({ kind: "measures/answer", instrument, about: null, set: "alone", answers: [...answers] });
const of = ({ state, engine }: Pretend) => measuredOf(state.value, engine.today());
const fill = (items: number, total: number): readonly number[] =>
  Array.from({ length: items }, (_, i) => Math.max(0, Math.min(3, total - 3 * i)));

describe("what care goes by", () => {
  it("is nothing where nothing was answered, or other things were", () => {
    const pretend = pretendEngine();
    expect(of(pretend)).toEqual([]);
    answer(pretend, "who5", [0, 0, 0, 0, 0]);
    answer(pretend, "phq4", [3, null, 3, 3]);
    expect(of(pretend)).toEqual([]);
  });

  it.each([
    ["phq4", 4, 6],
    ["phq8", 8, 13],
    ["gad7", 7, 21],
  ] as const)("is the total of %s", (scale, items, total) => {
    const pretend = pretendEngine();
    answer(pretend, scale, fill(items, total));
    expect(of(pretend)).toEqual([{ scale, day: "2026-11-22", score: total, worse: false }]);
  });

  it("takes a PHQ-9 for a PHQ-8: item 9 is no number here", () => {
    const pretend = pretendEngine();
    for (const nine of [3, 0, null]) {
      answer(pretend, "phq9", [...fill(8, 4), nine]);
      pretend.pass(14);
    }
    expect(of(pretend).map(({ scale, score }) => [scale, score])).toEqual([
      ["phq8", 4],
      ["phq8", 4],
      ["phq8", 4],
    ]);
  });

  /** Totals of one scale, one every two weeks, and for each whether it counts as worse. */
  const worseOf = (scale: string, items: number, totals: readonly number[]): readonly boolean[] => {
    const pretend = pretendEngine();
    for (const total of totals) {
      pretend.pass(7);
      answer(pretend, scale, fill(items, total));
    }
    return of(pretend).map(({ worse }) => worse);
  };
  const [no, yes] = [false, true];

  it("is worse from the first whole point beyond the noise of two times: 5 of PHQ-4, 8 of PHQ-8, 7 of GAD-7", () => {
    for (const [scale, items, noise] of [
      ["phq4", 4, 5],
      ["phq8", 8, 8],
      ["gad7", 7, 7],
    ] as const) {
      expect(worseOf(scale, items, [1, 1 + noise - 1, 1])).toEqual([no, no, no]);
      expect(worseOf(scale, items, [1, 1, 1 + noise])).toEqual([no, no, yes]);
    }
  });

  it.each([
    ["stays up: twice running beyond the first three, as Evidence says it", [4, 4, 4, 11, 11], [no, no, no, yes, yes]],
    ["climbs in steps, each within the noise of two times", [4, 4, 4, 8, 12, 14], [no, no, no, no, yes, yes]],
    ["is back in the band", [4, 4, 4, 11, 5], [no, no, no, yes, no]],
    ["comes from a start that was high by itself", [12, 11, 13, 14, 16], [no, no, no, no, no]],
    ["falls", [20, 20, 20, 3, 3], [no, no, no, no, no]],
    ["jumps at the second time, with nothing to compare but the one before", [2, 9, 16], [no, yes, yes]],
  ])("of a GAD-7 that %s", (_name, totals, worse) => {
    expect(worseOf("gad7", 7, totals)).toEqual(worse);
  });

  it("is one number a day: the last with a total, and one's own answer before what was brought along", () => {
    const pretend = pretendEngine();
    answer(pretend, "gad7", fill(7, 18));
    answer(pretend, "gad7", fill(7, 6));
    answer(pretend, "gad7", [3, 3, null, 3, 3, 3, 3]);
    const same = { instrument: "gad7", on: "2026-11-22", answers: null, scores: { total: 21 } };
    pretend.say({ kind: "measures/import", name: "old", sittings: [same, { ...same, on: "2026-11-21" }] });
    expect(of(pretend).map(({ day, score }) => [day, score])).toEqual([
      ["2026-11-21", 21],
      ["2026-11-22", 6],
    ]);
  });

  it("holds for twelve weeks, and what was brought along from years ago never", () => {
    const pretend = pretendEngine();
    const old = { instrument: "phq8", on: "2019-01-01", answers: null, scores: { total: 24 } };
    pretend.say({ kind: "measures/import", name: "old", sittings: [old, { ...old, on: "2026-11-20" }] });
    expect(of(pretend).map(({ day }) => day)).toEqual(["2026-11-20"]);
    pretend.pass(82);
    expect(of(pretend)).toHaveLength(1);
    pretend.pass(1);
    expect(of(pretend)).toEqual([]);
  });
});

it("a high questionnaire changes what Today suggests, at once and without another entry", () => {
  const pretend = pretendEngine();
  const guide = createGuide(stepCatalogue);
  const why = () => {
    const choice = guide.offer(pretend.state.value, pretend.engine.today(), []);
    return choice.reasons.find(({ type }) => type === "CareFirst");
  };
  expect(why()).toBeUndefined();
  answer(pretend, "phq4", [2, 2, 2, 0]);
  expect(why()).toEqual({ type: "CareFirst", because: { type: "MeasureHigh", scale: "phq4" } });
  answer(pretend, "phq4", [1, 1, 1, 0]);
  expect(why()).toBeUndefined();
});
