import { pauses, settings } from "@belay/domain";
import { h } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { go, useScreen } from "../navigation.ts";
import { Pause } from "./pause.tsx";

// The build makes the second half of the words; here all of them are loaded already.
vi.mock("../later-words.ts", () => ({ laterWords: () => Promise.resolve() }));

/** How often the pause asked to be closed. */
let closed = 0;

/** What is drawn now: a pause that nobody left would close itself at every later step. */
let drawn: Drawn | null = null;
afterEach(() => drawn?.leave());

const open = () => h(Pause, { open: true, onClose: () => void (closed += 1) });

/** A pause on Today, after the first use. */
const pausing = async (before: (pretend: Pretend) => void = () => undefined) => {
  const pretend = pretendEngine();
  pretend.say({ kind: "settings/see-intro", version: 1 });
  before(pretend);
  go("today");
  closed = 0;
  const screen = await draw(open, pretend);
  drawn = screen;
  await vi.waitFor(() => screen.control("Look around instead"), { timeout: 10_000 });
  return { pretend, screen };
};

const isOn = (screen: Drawn, name: string): boolean => screen.control(name).getAttribute("aria-pressed") === "true";

describe("a pause", () => {
  it("HNS-01 asks at once whether the alarm belongs to now, and takes an answer without keeping it", async () => {
    const { pretend, screen } = await pausing();
    expect(screen.has("Something in you is on alert. Is there danger now")).toBe(true);
    await screen.press("Familiar");
    expect(isOn(screen, "Familiar")).toBe(true);
    await screen.press("Can’t tell");
    expect(isOn(screen, "Familiar")).toBe(false);
    expect(pretend.calls).toEqual([]);
  });

  it("HNS-02 says that nothing has to be done, records nothing by itself, and can be left at any moment", async () => {
    const { pretend, screen } = await pausing();
    expect(screen.has("Nothing has to be answered, sent or solved this minute")).toBe(true);
    await screen.press("Back to where I was");
    expect(closed).toBe(1);
    expect(useScreen().screen).toBe("today");
    expect(pretend.calls).toEqual([]);
  });

  it("HNS-03 breathes about six times a minute, described in words and without a live region of its own", async () => {
    const { screen } = await pausing();
    const pacer = screen.page.all().find((node) => node.getAttribute("role") === "img");
    expect(pacer?.getAttribute("aria-label")).toBe(
      "A circle to breathe with: in for 4.5 seconds, out for 5.5. You can leave it be.",
    );
    expect(pacer?.all().some((node) => node.getAttribute("aria-live") !== null)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect(pacer?.getAttribute("data-phase")).toBe("in");
    expect(screen.has("About 6 breaths a minute")).toBe(true);
    expect(screen.has("If breathing feels worse, look around, press your feet down, or stop.")).toBe(true);
  });

  it("HNS-04 reminds of then and now", async () => {
    const { screen } = await pausing();
    expect(screen.has("Doing it alone made sense")).toBe(true);
    expect(screen.has("you are no longer a child. You have more choices today")).toBe(true);
  });

  it("leads to help in one press when there is danger now, and keeps no record of it", async () => {
    const { pretend, screen } = await pausing();
    await screen.press("Danger");
    expect(useScreen().screen).toBe("help");
    expect(closed).toBe(1);
    expect(pretend.calls).toEqual([]);
  });

  it("names help as well to somebody who cannot tell", async () => {
    const { screen } = await pausing();
    expect(screen.has("If someone or something puts you in danger now")).toBe(false);
    await screen.press("Can’t tell");
    expect(screen.has("If someone or something puts you in danger now")).toBe(true);
    await screen.press("Help now");
    expect(useScreen().screen).toBe("help");
  });

  it("looks around instead of breathing, and back", async () => {
    const { screen } = await pausing();
    await screen.press("Look around instead");
    expect(screen.has("Press both feet down")).toBe(true);
    expect(screen.page.all().some((node) => node.getAttribute("role") === "img")).toBe(false);
    await screen.press("Back to the breath");
    expect(screen.page.all().some((node) => node.getAttribute("role") === "img")).toBe(true);
  });
});

describe("the pace of the breath", () => {
  it("is kept with every press, each half by itself", async () => {
    const { pretend, screen } = await pausing();
    await screen.press("Longer out");
    await screen.press("Longer out");
    await screen.press("Shorter in");
    expect(settings(pretend.state.value).breath).toEqual({
      inTenths: 40,
      outTenths: 65,
      sound: false,
      vibration: false,
    });
    expect(screen.has("6.5 seconds")).toBe(true);
    await screen.press("Back to the usual pace");
    expect(settings(pretend.state.value).breath).toMatchObject({ inTenths: 45, outTenths: 55 });
  });

  it("holds for this pause also where it cannot be kept, and says so", async () => {
    const { pretend, screen } = await pausing();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Longer in");
    expect(screen.has("5 seconds")).toBe(true);
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
  });

  it("has no sound and no buzz until one is switched on, and offers no buzz where there is none", async () => {
    const { pretend, screen } = await pausing();
    expect(screen.control("A soft tone").checked).toBe(false);
    expect(screen.has("A short buzz at each turn")).toBe(false);
    await screen.choose("A soft tone");
    expect(settings(pretend.state.value).breath.sound).toBe(true);
  });
});

describe("the five ways on", () => {
  it.each([
    ["Ask someone", "ask", "try", "ask-a-corner"],
    ["Accept what was offered", "accept", "steps", "accept"],
    ["Do it myself, by choice", "alone", "alone", null],
  ] as const)("“%s” is recorded as %s and leads to %s", async (name, choice, screenName, id) => {
    const { pretend, screen } = await pausing();
    await screen.press("Familiar");
    await screen.press("racing heart");
    await screen.press(name);
    expect(pauses(pretend.state.value)).toMatchObject([{ cue: "cue-heart", when: "then", choice }]);
    expect(useScreen()).toMatchObject({ screen: screenName, id });
    expect(closed).toBe(1);
  });

  it("waiting is recorded and leads nowhere", async () => {
    const { pretend, screen } = await pausing();
    await screen.press("Wait");
    expect(pauses(pretend.state.value)).toMatchObject([{ cue: null, when: null, choice: "wait" }]);
    expect(screen.has("Then wait.")).toBe(true);
    expect(useScreen().screen).toBe("today");
    expect(closed).toBe(0);
  });

  it("what cannot be done alone leads to somebody, also where there is nobody yet", async () => {
    const { pretend, screen } = await pausing();
    await screen.press("Alone isn’t possible here");
    expect(pauses(pretend.state.value)).toMatchObject([{ choice: "not-possible" }]);
    expect(screen.has("Then this takes more than one person")).toBe(true);
    await screen.press("I have no one for this");
    expect(useScreen()).toMatchObject({ screen: "circle", id: "~no-one" });
  });

  it("weigh the same: five buttons of one look, none of them first", async () => {
    const { screen } = await pausing();
    const looks = [
      "Ask someone",
      "Accept what was offered",
      "Wait",
      "Do it myself, by choice",
      "Alone isn’t possible here",
    ].map((name) => screen.control(name).getAttribute("class"));
    expect(new Set(looks).size).toBe(1);
  });

  it("lead back to the ask that stands behind the pause, not to another one", async () => {
    const { screen } = await pausing();
    go("ask", "some-ask");
    await settle();
    closed = 0;
    await screen.press("Ask someone");
    expect(useScreen()).toMatchObject({ screen: "ask", id: "some-ask" });
    expect(closed).toBe(1);
  });

  it("say when they could not be noted, and can be gone all the same", async () => {
    const { pretend, screen } = await pausing();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Accept what was offered");
    expect(useScreen().screen).toBe("today");
    await screen.press("Go on without noting it");
    expect(useScreen()).toMatchObject({ screen: "steps", id: "accept" });
    expect(pauses(pretend.state.value)).toEqual([]);
  });
});

describe("from a pause", () => {
  it("undoing “I’m fine” and being with somebody are one press away", async () => {
    const { screen } = await pausing();
    await screen.press("Undo “I’m fine”");
    expect(useScreen().screen).toBe("undo");
    await screen.press("Calmer with somebody");
    expect(useScreen().screen).toBe("together");
  });

  it("nothing leads into rooms before the first use; the breath and help are there", async () => {
    go("today");
    const screen = await draw(open, pretendEngine());
    drawn = screen;
    await vi.waitFor(() => screen.control("Look around instead"), { timeout: 10_000 });
    expect(screen.has("Ask someone")).toBe(false);
    expect(screen.has("Undo “I’m fine”")).toBe(false);
    expect(screen.has("About 6 breaths a minute")).toBe(true);
    expect(screen.control("Danger").localName).toBe("button");
  });
});
