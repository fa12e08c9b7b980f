import { settings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { askOut, meet, noteTry } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { Today } from "./today.tsx";

/** Parts that come after the first paint are read from disk the first time. */
const until = async (screen: Drawn, words: string): Promise<void> => {
  for (let turn = 0; turn < 200 && !screen.has(words); turn += 1) await settle();
};

/** Four weeks with an ask each that nothing here had offered. */
const steady = (pretend: Pretend): void => {
  const noor = meet(pretend);
  for (let week = 0; week < 4; week += 1) {
    noteTry(pretend, askOut(pretend, noor), { outcome: "yes" });
    pretend.pass(week === 3 ? 1 : 7);
  }
};

describe("Today, quieter", () => {
  it("leads with what is there, folds the check-in, and offers nothing", async () => {
    const pretend = pretendEngine();
    askOut(pretend, meet(pretend));
    pretend.say({ kind: "settings/choose-pace", pace: "quieter" });
    const screen = await draw(Today, pretend);
    await until(screen, "Rest");
    expect(screen.has("Nothing you have to do here")).toBe(true);
    const fold = screen.page.all().find((node) => node.localName === "details");
    expect(fold?.textContent).toContain("Energy");
    expect(screen.has("Waiting")).toBe(true);
    expect(screen.text()).not.toMatch(/One possible step|No step today|Did something alone|could say less/);
    await screen.press("Look at the steps");
    expect(useScreen().screen).toBe("steps");
  });
});

describe("Today, resting", () => {
  it("holds a door and nothing else, and the door opens with one press", async () => {
    const pretend = pretendEngine();
    askOut(pretend, meet(pretend));
    pretend.say({ kind: "settings/choose-pace", pace: "resting" });
    const screen = await draw(Today, pretend);
    expect(screen.has("All you wrote is kept.")).toBe(true);
    expect(screen.text()).not.toMatch(/Energy|Waiting|step/i);
    await screen.press("Come back in");
    expect(settings(pretend.state.value).pace).toBe("as-now");
    expect(screen.has("Energy")).toBe(true);
  });

  it("stays shut, and says why, when that was not saved", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "settings/choose-pace", pace: "resting" });
    const screen = await draw(Today, pretend);
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.press("Come back in");
    expect(screen.has("Not saved")).toBe(true);
    expect(screen.has("This is resting")).toBe(true);
  });
});

describe("coming back after some days", () => {
  it.each([
    ["yes", "Noor said yes."],
    ["no", "Noor said no."],
  ] as const)("the last talk is told in one line: %s", async (outcome, words) => {
    const pretend = pretendEngine();
    const id = askOut(pretend, meet(pretend));
    noteTry(pretend, id, { outcome });
    pretend.pass(4);
    const screen = await draw(Today, pretend);
    await until(screen, "Last time");
    expect(screen.has("Last time, on Sunday, it was about “")).toBe(true);
    expect(screen.has(`with Noor. ${words}`)).toBe(true);
    await screen.press("Open it");
    expect(useScreen()).toMatchObject({ screen: "ask", id });
  });
});

describe("saying less", () => {
  it("is suggested once things go on without the app, without praise, and leads to the choice", async () => {
    const pretend = pretendEngine();
    steady(pretend);
    const screen = await draw(Today, pretend);
    await until(screen, "It could say less, if you like.");
    expect(screen.text()).not.toMatch(/well done|great|proud|congrat/i);
    await screen.press("See how");
    expect(useScreen().screen).toBe("leaving");
  });

  it("waved away stays away for four weeks", async () => {
    const pretend = pretendEngine();
    steady(pretend);
    const screen = await draw(Today, pretend);
    await until(screen, "It could say less, if you like.");
    await screen.press("Leave it as it is");
    expect(screen.has("It could say less")).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(pretend.kept.get("leaving/suggested")).toContain("2027-01-");
  });

  it("is not suggested to somebody at the start", async () => {
    const screen = await draw(Today, pretendEngine());
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(screen.has("could say less")).toBe(false);
  });
});
