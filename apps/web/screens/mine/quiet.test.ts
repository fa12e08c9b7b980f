import { settings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { Mine } from "./mine.tsx";
import { Quiet } from "./quiet.tsx";

const noisy = () => {
  const pretend = pretendEngine();
  pretend.say({ kind: "settings/set-reminders", on: true, weekday: null, minute: 540 });
  pretend.say({ kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null });
  return pretend;
};

describe("quiet mode", () => {
  it("stands before the deletion of everything, and says what it cannot hide", async () => {
    const screen = await draw(Mine, pretendEngine());
    const text = screen.text();
    expect(text.indexOf("Quiet mode")).toBeGreaterThan(-1);
    expect(text.indexOf("Quiet mode")).toBeLessThan(text.indexOf("Delete everything"));
    expect(screen.has("in your calendar")).toBe(true);
  });

  it("stops reminders, copying and cards with one press, and keeps everything else", async () => {
    const pretend = noisy();
    const before = settings(pretend.state.value);
    const screen = await draw(Quiet, pretend);
    await screen.press("Go quiet");
    const after = settings(pretend.state.value);
    expect(after).toEqual({
      ...before,
      pace: "resting",
      keepCopy: false,
      reminders: { ...before.reminders, on: false },
    });
    expect(screen.has("It is quiet.")).toBe(true);
    expect(screen.text()).not.toContain("Go quiet");
  });

  it("records nothing that is so already", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Quiet, pretend);
    await screen.press("Go quiet");
    expect(pretend.calls).toEqual([JSON.stringify({ kind: "settings/choose-pace", pace: "resting" })]);
  });

  it("says so when it could not be kept, and can be pressed again", async () => {
    const pretend = noisy();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Quiet, pretend);
    await screen.press("Go quiet");
    expect(screen.has("Not saved")).toBe(true);
    expect(pretend.calls).toHaveLength(1);
    pretend.fault = null;
    await screen.press("Go quiet");
    expect(screen.has("It is quiet.")).toBe(true);
  });
});
