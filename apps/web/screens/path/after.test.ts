import { experiment as experimentOf, person as personOf, trials } from "@belay/domain";
import { evidence } from "@belay/guidance";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Path } from "./path.tsx";
import { asked, kindsOf, on, walked } from "../../../../tests/screens/lift-asked.ts";

/** What the clipboard was given. */
let copied: string[] = [];

beforeEach(() => {
  copied = [];
  vi.stubGlobal("navigator", {
    language: "en-GB",
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("after a no", () => {
  it("what was owed is asked first, and a duty is never explained away", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    expect(screen.has("First: was it owed to you?")).toBe(true);
    expect(screen.has("no verdict")).toBe(false);
    await screen.choose("Yes, it was owed");
    expect(screen.has("Then it should have been met")).toBe(true);
    for (const way of ["A person in charge", "A formal way", "a lawyer", "Someone beside you"])
      expect(screen.has(way)).toBe(true);
    await on(screen);
    expect(screen.has("It should have been met.")).toBe(true);
    expect(screen.has("They were full, or tired")).toBe(false);
    expect(screen.has("If you had to guess?")).toBe(false);
  });

  it("HMV-07 HRF-07: a favour refused may tell of the day, the ask or the person, and nothing of one’s worth", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await screen.choose("No, it was a favour");
    await on(screen);
    await screen.choose("The day");
    expect(screen.has("It is no verdict on you")).toBe(true);
    expect(screen.has("You may have support because you are human.")).toBe(true);
    expect(screen.has("Some asks end like this. It is a price of getting near people")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("shows the feared sign beside what came, and what became of it is noted at once", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await on(screen, 2);
    expect(screen.has("She thinks less of me")).toBe(true);
    expect(screen.has("A short answer")).toBe(true);
    await screen.choose("No, it didn’t");
    expect(experimentOf(pretend.state.value, id)?.outcome).toMatchObject({
      outcome: "no",
      feared: "did-not",
      bad: 40,
      learnt: "It was quick",
    });
    expect(screen.has("A no came, and that sign did not.")).toBe(true);
    expect(kindsOf(pretend)).toEqual(["steps/note-outcome"]);
  });

  it("says when what became of the fear was not saved, and takes it again", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await on(screen, 2);
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.choose("Yes, it happened");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    pretend.fault = null;
    await screen.press("Try again");
    expect(experimentOf(pretend.state.value, id)?.outcome?.feared).toBe("happened");
  });

  it.each([
    ["Ask someone else the same", "ask-other", "try", "ask-for-a-lift"],
    ["Leave it for another day", "another-day", "today", null],
    ["Do it myself, by choice", "by-choice", "today", null],
  ])("“%s” records that and leads on", async (label, chose, screenName, about) => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await on(screen);
    await screen.type("One sentence of your own", "It stung more than I thought.");
    await screen.press("To the last page");
    await screen.press(label);
    expect(walked(pretend)).toMatchObject({
      path: "after-no",
      experiment: id,
      chose,
      words: "It stung more than I thought.",
    });
    expect(kindsOf(pretend)).toEqual(["paths/walk"]);
    expect(useScreen()).toMatchObject({ screen: screenName, id: about });
  });

  it("something smaller names the step, and asks anew whom it goes to", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await screen.press("To the last page");
    await screen.press("Ask for something smaller");
    expect(walked(pretend)?.chose).toBe("ask-smaller");
    expect(useScreen().screen).toBe("try");
    expect(useScreen().id).not.toContain("~");
  });

  it("a duty has its own ways on, with words to start from", async () => {
    const { pretend, id } = asked("no");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await screen.choose("Yes, it was owed");
    await screen.press("To the last page");
    await screen.press("Ask for it in writing");
    expect(screen.has("Please tell me in writing what will be done, and by when.")).toBe(true);
    expect(pretend.calls).toEqual([]);
    await screen.press("Keep this as my next thing");
    expect(walked(pretend)?.chose).toBe("duty-formal");
  });

  it("something hurtful is not read kindly, and nobody is asked for anything after it", async () => {
    const { pretend, noor, id } = asked("hurtful");
    const screen = await draw(Path, pretend, `after-no~${id}`);
    expect(screen.has("You owe them no second try")).toBe(true);
    expect(screen.has("was it owed")).toBe(false);
    await screen.press("Noor isn’t safe for me");
    expect(personOf(pretend.state.value, noor)?.safety).toBe("unsafe");
    await screen.press("To the last page");
    expect(screen.has("Ask someone else the same")).toBe(false);
    await screen.press("Sit with someone");
    expect(walked(pretend)?.chose).toBe("sit-with");
    expect(useScreen().screen).toBe("together");
  });
});

describe("the card about a no, which ends with asking again", () => {
  /** Whether it comes on the last page; it comes in a part of its own, so it is waited for. */
  const comes = async (outcome: "no" | "hurtful"): Promise<boolean> => {
    const { pretend, id } = asked(outcome);
    const screen = await draw(Path, pretend, `after-no~${id}`);
    await screen.press("To the last page");
    for (let turn = 0; turn < 200 && !screen.has("What a no can tell you"); turn += 1) await settle();
    return screen.has("What a no can tell you");
  };

  it("comes after a no, and not to somebody who was hurt", async () => {
    expect(await comes("no")).toBe(true);
    expect(await comes("hurtful")).toBe(false);
  });
});

describe("after silence", () => {
  it("what was decided beforehand is shown word for word, with both its dates", async () => {
    const { pretend, id } = asked(null);
    pretend.pass(3);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    expect(screen.has("You wrote it on Sunday 22 November, before you knew:")).toBe(true);
    expect(screen.has("Take the bus, and ask Raj on Friday")).toBe(true);
    expect(screen.has("You gave it until Tuesday 24 November. That day has passed.")).toBe(true);
  });

  it("nobody is reminded who turned out not to be safe", async () => {
    const lastPage = async (safety: "safe" | "unsafe"): Promise<boolean> => {
      const { pretend, noor, id } = asked(null);
      pretend.say({ kind: "circle/rate-safety", person: noor, safety, note: "" });
      pretend.pass(3);
      const screen = await draw(Path, pretend, `after-silence~${id}`);
      await on(screen, 3);
      return screen.has("Ask about it once");
    };
    expect([await lastPage("safe"), await lastPage("unsafe")]).toEqual([true, false]);
  });

  it("before that day there is nothing to do", async () => {
    const { pretend, id } = asked(null);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    expect(screen.has("Until then there is nothing you need to do.")).toBe(true);
    expect(screen.has("has passed")).toBe(false);
  });

  it("silence has many causes, and asking about it is no begging", async () => {
    const { pretend, id } = asked(null);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    await on(screen);
    expect(screen.has("Silence is not an answer")).toBe(true);
    expect(screen.page.all().filter(({ localName }) => localName === "li").length).toBeGreaterThanOrEqual(4);
    expect(screen.has("To ask about it once is not begging.")).toBe(true);
  });

  it("one reminder in plain words, copied and not sent, and then never again for this ask", async () => {
    const { pretend, id } = asked(null);
    pretend.pass(3);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    await screen.press("To the last page");
    await screen.press("Ask about it once");
    await screen.choose("leaving more room");
    await screen.press("Copy the words");
    expect(copied).toEqual([
      "I’m not sure my question reached you. A short yes or no would help me to plan. Both are fine.",
    ]);
    expect(pretend.calls).toEqual([]);
    await screen.press("Keep this as my next thing");
    expect(walked(pretend)).toMatchObject({ path: "after-silence", experiment: id, chose: "remind" });
    screen.leave();
    await settle();
    const later = await draw(Path, pretend, `after-silence~${id}`);
    await later.press("To the last page");
    expect(later.has("Ask about it once")).toBe(false);
  });

  it("counted as no answer, it closes the ask and the figures count it", async () => {
    const { pretend, id } = asked(null);
    pretend.pass(3);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    await screen.press("To the last page");
    await screen.press("Count it as no answer");
    expect(experimentOf(pretend.state.value, id)).toMatchObject({ stage: "closed", outcome: { outcome: "silence" } });
    expect(trials(pretend.state.value)[0]?.outcome).toBe("no");
    expect(kindsOf(pretend)).toEqual(["steps/note-outcome", "paths/walk"]);
  });

  it.each([
    ["Do what I decided", "go-with-plan"],
    ["Ask someone else the same", "ask-other"],
    ["Leave it open", "leave-open"],
  ])("“%s” leaves the ask as it is", async (label, chose) => {
    const { pretend, id } = asked(null);
    pretend.pass(3);
    const screen = await draw(Path, pretend, `after-silence~${id}`);
    await screen.press("To the last page");
    await screen.press(label);
    expect(walked(pretend)?.chose).toBe(chose);
    expect(experimentOf(pretend.state.value, id)?.stage).toBe("waiting");
    expect(kindsOf(pretend)).toEqual(["paths/walk"]);
  });
});

describe("after a let-down", () => {
  it("is named first, with room for a sentence, and records nothing by that", async () => {
    const { pretend, id } = asked("yes");
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await screen.choose("They took the yes back");
    expect(screen.has("You did nothing wrong by counting on a yes.")).toBe(true);
    await screen.type("One sentence of your own", "I stood at the corner.");
    await on(screen);
    expect(pretend.calls).toEqual([]);
  });

  it.each([
    ["This time", "Then it is one time."],
    ["It happens often", "Asking less of them is good sense."],
  ])("“%s” is answered, and a dated sight of the person is kept only at a press", async (often, said) => {
    const { pretend, noor, id } = asked("yes");
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await on(screen);
    await screen.choose(often);
    expect(screen.has(said)).toBe(true);
    expect(personOf(pretend.state.value, noor)?.observations).toEqual([]);
    await screen.press("Note it");
    expect(personOf(pretend.state.value, noor)?.observations).toMatchObject([
      { quality: "reliable", seen: "not-seen", on: "2026-11-22", note: "" },
    ]);
    expect(screen.has("Noted, with today’s date.")).toBe(true);
    expect(kindsOf(pretend)).toEqual(["circle/observe"]);
  });

  it("the record is put right, keeps the numbers of then, and the evidence counts it", async () => {
    const { pretend, id } = asked("yes");
    expect(evidence(trials(pretend.state.value)).yes).toBe(1);
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await on(screen, 2);
    expect(screen.has("It is noted as: Yes")).toBe(true);
    await screen.press("Count it as a no");
    expect(experimentOf(pretend.state.value, id)?.outcome).toMatchObject({
      outcome: "no",
      before: 60,
      peak: 70,
      bad: 40,
      learnt: "It was quick",
    });
    expect(evidence(trials(pretend.state.value)).yes).toBe(0);
    expect(screen.has("Changed. The numbers count it now.")).toBe(true);
    await screen.press("Count it as part of it");
    expect(evidence(trials(pretend.state.value)).yes).toBe(1);
  });

  it("the thought it speaks for is shown as that, and is weighed elsewhere by the person", async () => {
    const { pretend, id } = asked("yes");
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await on(screen, 2);
    expect(screen.has("It counts for a thought like these. And it is one time.")).toBe(true);
    await screen.press("whoever I rely on lets me down");
    expect(useScreen()).toMatchObject({ screen: "belief", id: "bel-04" });
    expect(pretend.calls).toEqual([]);
  });

  it("saying it has two tones and no accusation", async () => {
    const { pretend, id } = asked("yes");
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await on(screen, 3);
    expect(screen.has("I had counted on it. What got in the way?")).toBe(true);
    await screen.choose("leaving more room");
    expect(screen.has("Can we talk?")).toBe(true);
    expect(screen.text()).not.toMatch(/you always|you never|your fault/i);
  });

  it("nobody who is not safe is to be told", async () => {
    const { pretend, noor, id } = asked("yes");
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await on(screen, 3);
    expect(screen.has("If you want to tell them")).toBe(false);
    expect(screen.has("What would make the next one safer?")).toBe(true);
  });

  it.each([
    ["See what else can become of it", "other-way", "load"],
    ["Ask for something smaller", "ask-smaller", "try"],
    ["Ask sooner, with more time to spare", "ask-sooner", "try"],
    ["Ask someone else the same", "ask-other", "try"],
    ["Do it myself, by choice", "by-choice", "today"],
  ])("“%s” is recorded as %s", async (label, chose, screenName) => {
    const { pretend, id } = asked("yes");
    const screen = await draw(Path, pretend, `after-let-down~${id}`);
    await screen.press("To the last page");
    await screen.press(label);
    expect(walked(pretend)).toMatchObject({ path: "after-let-down", experiment: id, chose });
    expect(kindsOf(pretend)).toEqual(["paths/walk"]);
    expect(useScreen().screen).toBe(screenName);
  });
});
