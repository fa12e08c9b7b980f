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
    answer(pretend, "phq9", [...fill(8, 4), 3]);
    answer(pretend, "phq9", [...fill(8, 4), 0]);
    answer(pretend, "phq9", [...fill(8, 4), null]);
    expect(of(pretend).map(({ scale, score }) => [scale, score])).toEqual([
      ["phq8", 4],
      ["phq8", 4],
      ["phq8", 4],
    ]);
  });

  it("is worse from the first whole point beyond the noise: 5 of the PHQ-4, 8 of the PHQ-8, 7 of the GAD-7", () => {
    for (const [scale, items, noise] of [
      ["phq4", 4, 5],
      ["phq8", 8, 8],
      ["gad7", 7, 7],
    ] as const) {
      const pretend = pretendEngine();
      for (const total of [1, 1 + noise - 1, 1]) answer(pretend, scale, fill(items, total));
      expect(of(pretend).map(({ worse }) => worse)).toEqual([false, false, false]);
      answer(pretend, scale, fill(items, 1 + noise));
      expect(of(pretend).at(-1)?.worse).toBe(true);
    }
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
