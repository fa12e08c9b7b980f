import { settings } from "@belay/domain";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { askOut, meet, noteTry } from "../../../../tests/screens/tries.ts";
import { printPage } from "../mine/print-page.ts";
import { useScreen } from "../navigation.ts";
import { Leaving } from "./leaving.tsx";

vi.mock("../mine/print-page.ts", () => ({ printPage: vi.fn<() => void>() }));

let pretend: Pretend;

beforeEach(() => {
  pretend = pretendEngine();
  vi.mocked(printPage).mockReset();
});

/** A yes in September and a no in November, with words of one's own. */
const lived = (): void => {
  pretend.pass(-70);
  const noor = meet(pretend);
  noteTry(pretend, askOut(pretend, noor, 70), {
    outcome: "yes",
    bad: 20,
    feared: "did-not",
    learnt: "She had waited for it.",
  });
  pretend.pass(70);
  const raj = meet(pretend, "Raj");
  noteTry(pretend, askOut(pretend, raj, 30), {
    outcome: "no",
    bad: 60,
    feared: "happened",
    learnt: "He was tired, that was all.",
  });
  pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 80 });
  pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 45 });
  pretend.say({ kind: "beliefs/rate", belief: "bel-14", strength: 30 });
  pretend.say({ kind: "beliefs/rate", belief: "bel-14", strength: 55 });
  const load = pretend.say({ kind: "load/add", title: "The class cake", sort: "logistical" });
  pretend.say({ kind: "load/put-down", load });
};

describe("how much it says", () => {
  it("is as now until something else is chosen, and says in plain words what each means", async () => {
    const screen = await draw(Leaving, pretend);
    expect(screen.control("As now").checked).toBe(true);
    expect(screen.has("Today offers a step, and short cards come when they fit.")).toBe(true);
    expect(screen.has("It offers nothing by itself.")).toBe(true);
    expect(screen.has("Everything is kept.")).toBe(true);
    expect(screen.has("It could say less")).toBe(false);
  });

  it.each([
    ["Quieter", "quieter"],
    ["Resting", "resting"],
  ])("“%s” is kept at once", async (label, pace) => {
    const screen = await draw(Leaving, pretend);
    await screen.choose(label);
    expect(settings(pretend.state.value).pace).toBe(pace);
    expect(screen.has("Kept. You can change it here at any time.")).toBe(true);
    await screen.choose("As now");
    expect(settings(pretend.state.value).pace).toBe("as-now");
  });

  it("says so when that was not saved", async () => {
    const screen = await draw(Leaving, pretend);
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.choose("Quieter");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(screen.has("Kept.")).toBe(false);
  });
});

describe("a look back", () => {
  it("says in one line that there is none yet, and has nothing to print", async () => {
    const screen = await draw(Leaving, pretend);
    expect(screen.has("There is nothing to look back on yet.")).toBe(true);
    expect(screen.has("Print this look back")).toBe(false);
  });

  it("tells what was asked and what came, a no as plainly as a yes", async () => {
    lived();
    const screen = await draw(Leaving, pretend);
    const text = screen.text();
    expect(text).toContain("2 tries since September 13, and what came.");
    const table = screen.page.all().find((node) => node.localName === "tbody");
    expect(table?.childNodes.map((row) => row.textContent)).toEqual([
      "A yes, or a yes to a part1",
      "A no1",
      "Nothing came back0",
      "It went badly0",
      "Open, or nothing to answer0",
    ]);
    expect(text).toContain("It felt less bad than feared: 1. Worse than feared: 1. About the same: 0.");
    expect(text).toContain("What you feared happened: 1. It did not: 1.");
  });

  it("draws the months, with a table of the same", async () => {
    lived();
    const screen = await draw(Leaving, pretend);
    const table = screen.page.all().filter((node) => node.localName === "tbody")[1];
    expect(table?.childNodes.map((row) => row.textContent)).toEqual([
      "September 20261",
      "October 20260",
      "November 20261",
    ]);
  });

  it("shows one’s own words newest first, beliefs both ways, people and what was put down", async () => {
    lived();
    const text = (await draw(Leaving, pretend)).text();
    expect(text.indexOf("He was tired, that was all.")).toBeGreaterThan(-1);
    expect(text.indexOf("He was tired, that was all.")).toBeLessThan(text.indexOf("She had waited for it."));
    expect(text).toContain("From 80 to 45 of 100.");
    expect(text).toContain("It grew stronger: from 30 to 55 of 100.");
    expect(text).toContain("People you leaned on\nIn the order of the alphabet.\nNoor");
    expect(text).toContain("The class cake\non November 22");
  });

  it("praises nothing and promises nothing", async () => {
    lived();
    expect((await draw(Leaving, pretend)).text()).not.toMatch(/!|well done|great|proud|success|streak|congrat/i);
  });

  it("goes on paper by itself: no pace, no buttons beside it", async () => {
    lived();
    const screen = await draw(Leaving, pretend);
    await screen.press("Print this look back");
    expect(printPage).toHaveBeenCalledTimes(1);
    const sheet = screen.page.all().find((node) => /printed/.test(node.getAttribute("class") ?? ""));
    expect(sheet?.textContent).toContain("He was tired, that was all.");
    expect(sheet?.textContent).not.toContain("How much should it say?");
    expect(sheet?.textContent).not.toContain("Backup and delete");
  });
});

describe("leaving", () => {
  it("offers rest before delete, since a device may be watched", async () => {
    const screen = await draw(Leaving, pretend);
    const text = screen.text();
    expect(text).toContain("Does somebody check this device?");
    expect(text.indexOf("Let it rest")).toBeLessThan(text.indexOf("Backup and delete"));
    await screen.press("Let it rest");
    expect(settings(pretend.state.value).pace).toBe("resting");
    expect(screen.has("Let it rest")).toBe(false);
  });

  it("leads to the backup and to deleting", async () => {
    const screen = await draw(Leaving, pretend);
    await screen.press("Backup and delete");
    expect(useScreen().screen).toBe("mine");
  });
});
