import { describe, expect, it } from "vitest";
import { answerFrom } from "./answers.ts";

describe("an answer", () => {
  it("is read in full when it is in full", () => {
    const pick = { step: "s04", person: "p2", context: "online" };
    const answer = answerFrom(
      {
        id: 17,
        pick,
        pred: { done: 0.74, yes: 0.8, peak: 46, peakLo: 20, peakHi: 74, over: 0.03 },
        fallback: [{ pick: { ...pick, step: "s01" }, pred: { done: 0.9 } }],
        swapAbove: 65,
        est: { reach: [38, 31, 45], belief: [52, 40, 64], trend28: 0.93, yes: { p0: [0.7, 0.5, 0.86] } },
        probes: [{ done: 0.6, peak: 50 }],
        report: { brier: 0.19, violation: 14.2, yesRate: [0.78, 0.69, 0.86] },
      },
      17,
    );
    expect(answer).toEqual({
      broken: false,
      pick,
      pred: { done: 0.74, yes: 0.8, peak: 46, peakLo: 20, peakHi: 74, over: 0.03 },
      fallback: [{ pick: { ...pick, step: "s01" }, pred: { done: 0.9 } }],
      swapAbove: 65,
      reach: [38, 31, 45],
      trend28: 0.93,
      yes: new Map([["p0", [0.7, 0.5, 0.86]]]),
      probes: [{ done: 0.6, peak: 50 }],
      report: { brier: 0.19, violation: 14.2, yesRate: [0.78, 0.69, 0.86] },
    });
  });

  it.each([null, undefined, 3, "text", [], {}, { id: 2, pick: null }])(
    "that is none (%j) is broken and picks nothing",
    (value) => {
      expect(answerFrom(value, 1)).toMatchObject({ broken: true, pick: null, fallback: [] });
    },
  );

  it("loses what is no number, and keeps two fallbacks at most", () => {
    const pick = { step: "a", person: null, context: "call" };
    const answer = answerFrom(
      {
        id: 1,
        pick,
        pred: { done: "0.7", peak: Number.NaN, over: 0.1 },
        fallback: [{ pick }, { pick }, { pick }],
        swapAbove: "high",
        est: { reach: [1, null, 3], yes: { p0: [1], p1: [0.5, 0.4, 0.6] } },
        report: { brier: null, violation: 2, yesRate: null },
      },
      1,
    );
    expect(answer.pred).toEqual({ over: 0.1 });
    expect(answer.fallback).toHaveLength(2);
    expect([answer.swapAbove, answer.reach]).toEqual([null, null]);
    expect([...answer.yes.keys()]).toEqual(["p1"]);
    expect(answer.report).toEqual({ brier: null, violation: 2, yesRate: null });
  });

  it("with something meant as a pick is no rest, so that it can be called illegal", () => {
    expect(answerFrom({ id: 1, pick: 5 }, 1).pick).toEqual({ step: "", person: null, context: "" });
    expect(answerFrom({ id: 1, pick: null }, 1).pick).toBeNull();
  });
});
