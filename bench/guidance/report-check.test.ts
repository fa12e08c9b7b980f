import { describe, expect, it } from "vitest";
import type { EventMessage, Outcome } from "./messages.ts";
import { agrees, exactReport, wilson } from "./report-check.ts";

const event = (id: string, outcome: Outcome | null, said: Partial<EventMessage> = {}): EventMessage => ({
  type: "event",
  user: "u",
  id,
  day: 1,
  step: "s",
  person: "p",
  context: "call",
  origin: "engine",
  status: "done",
  predHelp: null,
  predBad: null,
  before: null,
  peak: null,
  after: null,
  bad: null,
  outcome,
  ...said,
});

const log = [
  event("a", "yes", { predHelp: 40, predBad: 70, bad: 30 }),
  event("b", "partial", { predHelp: 90 }),
  event("c", "no", { predHelp: 20, predBad: 50, bad: 60 }),
  event("d", null, { predHelp: 10, predBad: 80, bad: 20 }),
];

describe("an exact count", () => {
  it("gives by hand: Brier of (0.36 + 0.01 + 0.04) / 3, violation of (40 - 10 + 60) / 3, 2 yeses of 3", () => {
    const exact = exactReport(log);
    expect(exact.brier).toBeCloseTo(0.41 / 3, 12);
    expect(exact.violation).toBeCloseTo(30, 12);
    expect([exact.yes, exact.asked]).toEqual([2, 3]);
  });

  it("counts an event that comes twice once", () => {
    expect(exactReport([...log, ...log])).toEqual(exactReport(log));
  });

  it("says nothing about nothing", () => {
    expect(exactReport([])).toEqual({ brier: null, violation: null, yes: 0, asked: 0 });
  });

  it("has Wilson's interval as published: 81 of 263 at 95 % (Newcombe 1998, table I)", () => {
    const [low, high] = wilson(81, 263, 1.959964);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });
});

describe("a report", () => {
  const exact = exactReport(log);
  const [low, high] = wilson(2, 3);
  const right = { brier: 0.41 / 3, violation: 30, yesRate: [2 / 3, low, high] } as const;

  it("agrees when it is right, with the plain share or with Jeffreys' mean", () => {
    expect(agrees(right, exact)).toBe(true);
    expect(agrees({ ...right, yesRate: [2.5 / 4, low + 0.02, high - 0.02] }, exact)).toBe(true);
    // Eleven of eleven: Jeffreys' interval begins at 0.843, Wilson's at 0.803.
    const all = { brier: null, violation: null, yes: 11, asked: 11 };
    expect(agrees({ brier: null, violation: null, yesRate: [1, 0.8431, 1] }, all)).toBe(true);
    expect(agrees({ brier: null, violation: null, yesRate: null }, exactReport([]))).toBe(true);
  });

  it.each([
    ["a wrong Brier score", { ...right, brier: 0.14 }],
    ["no Brier score", { ...right, brier: null }],
    ["a wrong violation", { ...right, violation: 29.9 }],
    ["a wrong share", { ...right, yesRate: [0.7, low, high] as const }],
    ["too narrow an interval", { ...right, yesRate: [2 / 3, 0.6, 0.7] as const }],
    ["Wald's interval, which is too wide", { ...right, yesRate: [2 / 3, 0.11, 1.2] as const }],
    ["no interval", { ...right, yesRate: null }],
  ])("does not agree with %s", (_, report) => {
    expect(agrees(report, exact)).toBe(false);
  });
});
