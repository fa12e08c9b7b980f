import { practiceCatalogue } from "@belay/content";
import { pathNames, restedOn, type PathName } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Path } from "./path.tsx";
import { asked, kindsOf, on, walked } from "../../../../tests/screens/lift-asked.ts";

describe("the list", () => {
  it("holds the five, and records nothing", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Path, pretend);
    for (const name of [
      "They said no",
      "I hear nothing",
      "They said yes, and it didn’t happen",
      "It is a low day",
      "I’ve been carrying it all again",
    ])
      expect(screen.control(name).localName).toBe("button");
    await screen.press("It is a low day");
    expect(useScreen()).toMatchObject({ screen: "path", id: "low-day" });
    expect(pretend.calls).toEqual([]);
  });

  it("asks which ask it is about where there are some, and takes none of them for an answer", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, "after-no");
    expect(screen.has("Which one is it about?")).toBe(true);
    await screen.press("Ask for a lift");
    expect(useScreen()).toMatchObject({ screen: "path", id: `after-no~${id}` });
    await screen.press("Something that isn’t noted here");
    expect(screen.has("First: was it owed to you?")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });
});

describe("a low day", () => {
  it("asks for nothing, offers no step, and keeps help near on its first and last page", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Path, pretend, "low-day");
    expect(screen.has("Rest is fine, and it needs no reason.")).toBe(true);
    await screen.press("Help now");
    expect(useScreen().screen).toBe("help");
    await screen.press("To the last page");
    expect(screen.control("Help now").localName).toBe("button");
    expect(screen.text()).not.toMatch(/\bask for\b|\bAsk someone\b/);
  });

  it.each([
    ["Nothing", "nothing", "today"],
    ["A glass of water", "water", "today"],
    ["Something to eat", "food", "today"],
    ["A minute at an open window", "air", "today"],
    ["Sit with someone", "sit-with", "together"],
    ["Talk to somebody on a line", "help-line", "help"],
  ])("“%s” is enough; the day is left without a step", async (label, chose, screenName) => {
    const pretend = pretendEngine();
    const screen = await draw(Path, pretend, "low-day");
    await screen.press("To the last page");
    await screen.press(label);
    expect(walked(pretend)).toMatchObject({ path: "low-day", experiment: null, chose, words: "" });
    expect(restedOn(pretend.state.value, pretend.engine.today())).toBe(true);
    expect(kindsOf(pretend)).toEqual(["steps/rest", "paths/walk"]);
    expect(useScreen().screen).toBe(screenName);
  });
});

describe("carrying it all again", () => {
  it("HRF-10: nothing is lost, and what there is is shown with its noes", async () => {
    const { pretend } = asked("no");
    const screen = await draw(Path, pretend, "carried-all");
    expect(screen.has("There is nothing to start over.")).toBe(true);
    expect(screen.has("One try is noted.")).toBe(true);
    expect(screen.has("Help came in none of them so far.")).toBe(true);
    expect(screen.has("One ended without help.")).toBe(true);
    expect(screen.has("You decide what stays shut and what you open.")).toBe(true);
  });

  it("counts what was done alone by choice as a choice", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "steps/note-alone", title: "The wardrobe", verdict: "glad", note: "" });
    const screen = await draw(Path, pretend, "carried-all");
    expect(screen.has("No try is noted yet. Then there was nothing to lose.")).toBe(true);
    expect(screen.has("One thing was done alone by choice.")).toBe(true);
  });

  it.each([
    ["Work", "That is a load"],
    ["Family", "When everyone leans on you"],
    ["Being ill", "A body that is down"],
    ["A let-down", "doing it alone feels safer"],
    ["Habit", "They know the way"],
    ["I don’t know", "You don’t have to know."],
  ])("what set it off may be “%s”, and is not recorded", async (label, said) => {
    const pretend = pretendEngine();
    const screen = await draw(Path, pretend, "carried-all");
    await on(screen);
    await screen.choose(label);
    expect(screen.has(said)).toBe(true);
    await screen.press("To the last page");
    await screen.press("Rest");
    expect(JSON.stringify(pretend.calls)).not.toContain("trigger");
    expect(walked(pretend)).toMatchObject({ chose: "rest", words: "" });
  });

  it.each([
    ["Put down or share one thing", "put-down", "load", null],
    ["Take back an “I’m fine”", "undo-fine", "undo", null],
    ["Ask for one corner", "one-ask", "try", "ask-a-corner"],
    ["Sit with someone", "sit-with", "together", null],
  ])("“%s” leads on", async (label, chose, screenName, about) => {
    const pretend = pretendEngine();
    const screen = await draw(Path, pretend, "carried-all");
    await screen.press("To the last page");
    await screen.press(label);
    expect(walked(pretend)?.chose).toBe(chose);
    expect(kindsOf(pretend)).toEqual(["paths/walk"]);
    expect(useScreen()).toMatchObject({ screen: screenName, id: about });
  });
});

describe("every path", () => {
  const idOf = (path: PathName, id: string): string => (path.startsWith("after") ? `${path}~${id}` : path);

  it.each(pathNames)("%s can be left at the end without a trace", async (path) => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, idOf(path, id));
    await screen.press("To the last page");
    await screen.press("Leave it at that");
    expect(useScreen().screen).toBe("today");
    expect(pretend.calls).toEqual([]);
    await settle();
    expect([...pretend.kept.keys()]).toEqual([]);
  });

  it.each(pathNames)("%s keeps the page and the words through a reload", async (path) => {
    const { pretend, id } = asked("no");
    const before = await draw(Path, pretend, idOf(path, id));
    const title = before.text();
    await on(before);
    const second = before.text();
    before.leave();
    await settle();
    const after = await draw(Path, pretend, idOf(path, id));
    expect(after.text()).toBe(second);
    await after.press("Back");
    expect(after.text()).toBe(title);
  });

  it.each(pathNames)("%s says when its end was not saved, and goes nowhere", async (path) => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, idOf(path, id));
    await screen.press("To the last page");
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const last = path === "low-day" ? "Nothing" : "Rest";
    await screen.press(last);
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(walked(pretend)).toBeNull();
    pretend.fault = null;
    await screen.press(last);
    expect(walked(pretend)?.path).toBe(path);
  });

  it.each(pathNames)("%s leads to a kinder word made for it, and back to the same page", async (path) => {
    const { pretend, id } = asked("no");
    const place = idOf(path, id);
    const screen = await draw(Path, pretend, place);
    for (let turn = 0; turn < 4 && !screen.has("Open it"); turn += 1) await on(screen);
    // A let-down has it below the naming; the others have a page for it, with lines to read at once.
    const titles = practiceCatalogue.filter(({ moments }) => moments.includes(path)).map(({ title }) => title);
    expect(titles.some((title) => screen.has(title))).toBe(path !== "after-let-down");
    const page = screen.text();
    await screen.press("Open it");
    expect(useScreen()).toMatchObject({ screen: "kindness", id: expect.stringContaining(path) });
    screen.leave();
    await settle();
    expect((await draw(Path, pretend, place)).text()).toBe(page);
  });

  it("an ask that is not on this device is walked like one that is not noted", async () => {
    const screen = await draw(Path, pretendEngine(), "after-silence~exp-of-another-device");
    expect(screen.has("No day was set for this one.")).toBe(true);
  });
});
