import { describe, expect, it } from "vitest";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { askOut, meet, noteTry } from "../../../../tests/screens/tries.ts";
import { cameOfIt, lastTalkDue } from "./last-talk.ts";

/** Noor was asked today, by the person's own message. */
const asked = (): { readonly pretend: Pretend; readonly id: string } => {
  const pretend = pretendEngine();
  return { pretend, id: askOut(pretend, meet(pretend)) };
};

const due = (pretend: Pretend) => lastTalkDue(pretend.state.value, pretend.engine.today());

describe("the last talk", () => {
  it.each([
    [0, false],
    [2, false],
    [3, true],
    [60, true],
    [61, false],
  ])("%i days later: worth a line %s", (days, worth) => {
    const { pretend } = asked();
    pretend.pass(days);
    expect(due(pretend) !== null).toBe(worth);
  });

  it("is not brought up to somebody who was here yesterday, and today’s own check-in does not count", () => {
    const { pretend } = asked();
    pretend.pass(5);
    pretend.say({ kind: "checkin/note", energy: 40, cues: [], carrying: "" });
    expect(due(pretend)).not.toBeNull();
    pretend.pass(1);
    expect(due(pretend)).toBeNull();
    pretend.pass(2);
    expect(due(pretend)).not.toBeNull();
  });

  it.each([
    ["every day", null, true],
    ["on this weekday", 1, true],
    ["on another weekday", 2, false],
  ] as const)("has its line on the day of a reminder, since that says nothing itself: %s", (_, weekday, worth) => {
    const { pretend } = asked();
    pretend.say({ kind: "settings/set-reminders", on: true, weekday, minute: 540 });
    expect(due(pretend)).toBeNull();
    // A Monday.
    pretend.pass(1);
    expect(due(pretend) !== null).toBe(worth);
    pretend.say({ kind: "settings/set-reminders", on: false, weekday, minute: 540 });
    expect(due(pretend)).toBeNull();
  });

  it("is none before the first, and none that hurt", () => {
    expect(due(pretendEngine())).toBeNull();
    const { pretend, id } = asked();
    noteTry(pretend, id, { outcome: "hurtful" });
    pretend.pass(4);
    expect(due(pretend)).toBeNull();
  });

  it("keeps its day", () => {
    const { pretend } = asked();
    pretend.pass(4);
    expect(due(pretend)?.day).toBe(dayOf("2026-11-22"));
  });
});

describe("what came of it", () => {
  it.each([
    ["sent", null, null, "out"],
    ["answered", "yes", null, "yes"],
    ["answered", "talk", null, "talk"],
    ["answered", "no", "later", "no"],
    ["noted", "yes", "hurtful", "hurtful"],
    ["noted", null, "silence", "silence"],
    ["noted", null, null, "noted"],
    ["sent", "partly", null, "partly"],
  ] as const)("%s, answer %s, outcome %s: %s", (what, answer, outcome, came) => {
    expect(cameOfIt({ what, answer, outcome })).toBe(came);
  });
});
