import { addDays } from "@belay/basics";
import { describe, expect, it, vi } from "vitest";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import type { Bell, MayRing } from "./bell.ts";
import { isDue, lookAtClock } from "./reminding.ts";

const sunday = dayOf("2026-11-22");
const weekly = { on: true, weekday: 7, minute: 540 } as const;

describe("the time for a reminder", () => {
  it.each([
    ["at its minute", weekly, 540, true],
    ["two minutes late", weekly, 542, true],
    ["a minute early", weekly, 539, false],
    ["three minutes late", weekly, 543, false],
    ["switched off", { ...weekly, on: false }, 540, false],
    ["on another day of the week", { ...weekly, weekday: 1 }, 540, false],
    ["every day", { ...weekly, weekday: null }, 540, true],
    ["in the last minute of the day", { ...weekly, minute: 1439 }, 1439, true],
  ] as const)("%s", (_name, reminders, minute, due) => {
    expect(isDue(reminders, sunday, minute)).toBe(due);
  });
});

const bellAt = (minute: number, may: MayRing = "yes") => {
  const ring = vi.fn<(title: string) => Promise<void>>().mockResolvedValue();
  const bell: Bell = { may: () => may, ask: () => Promise.resolve(may), ring, minute: () => minute };
  return { bell, ring };
};

const wanting = (): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "settings/set-reminders", ...weekly });
  return pretend;
};

describe("a look at the clock", () => {
  it("rings with the title alone, and not again that day", () => {
    const pretend = wanting();
    const { bell, ring } = bellAt(540);
    const rung = lookAtClock(pretend.engine, bell, null, "Time for your note");
    expect(rung).toBe(sunday);
    expect(lookAtClock(pretend.engine, bell, rung, "Time for your note")).toBe(sunday);
    expect(ring.mock.calls).toEqual([["Time for your note"]]);
    pretend.pass(7);
    expect(lookAtClock(pretend.engine, bell, rung, "Time for your note")).toBe(addDays(sunday, 7));
    expect(ring).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["nothing was switched on", pretendEngine, "yes"],
    [
      "the app rests",
      () => {
        const pretend = wanting();
        pretend.say({ kind: "settings/choose-pace", pace: "resting" });
        return pretend;
      },
      "yes",
    ],
    [
      "nothing can be opened",
      () => {
        const pretend = wanting();
        pretend.phase.value = { kind: "opening" };
        return pretend;
      },
      "yes",
    ],
    ["the browser was told no", wanting, "no"],
    ["the browser was never asked", wanting, "ask"],
    ["the browser has none", wanting, "none"],
  ] as const)("rings nothing while %s", (_name, make, may) => {
    const { bell, ring } = bellAt(540, may);
    expect(lookAtClock(make().engine, bell, null, "Time for your note")).toBeNull();
    expect(ring).not.toHaveBeenCalled();
  });

  it("stays calm when showing it fails", async () => {
    const { bell, ring } = bellAt(540);
    ring.mockRejectedValue(new Error("gone"));
    expect(lookAtClock(wanting().engine, bell, null, "Time for your note")).toBe(sunday);
    await Promise.resolve();
  });
});
