import { doneAlone, experiment as experimentOf, person } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { go, useScreen } from "../navigation.ts";
import { cornerStep } from "../try/corner.ts";
import { Alone } from "./alone.tsx";
import { Outcome } from "./outcome.tsx";
import { quickOutcome } from "./quick-command.ts";

const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;

/** Noor was asked, in words that were said; what was expected is written down. */
const asked = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  pretend.say({ kind: "circle/screen", person: noor, strand: "ask", depth: "first", answers });
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  pretend.say({
    kind: "steps/predict",
    experiment: id,
    help: 30,
    bad: 70,
    feared: "She thinks less of me",
    sign: "A short answer",
    beliefs: [],
  });
  pretend.say({
    kind: "asks/send",
    ask: null,
    experiment: id,
    person: noor,
    words: "Could you call?",
    channel: "said",
    silence: null,
  });
  pretend.calls.length = 0;
  return { pretend, noor, id };
};

describe("what happened", () => {
  it("is noted with one answer, everything else left empty", async () => {
    const { pretend, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("Part of it, or another time");
    await screen.press("Note it");
    expect(experimentOf(pretend.state.value, id)?.outcome).toMatchObject({
      outcome: "partly",
      bad: null,
      peak: null,
      feared: null,
    });
  });

  it("is not noted without that answer, and says what is missing", async () => {
    const { pretend, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.press("Note it");
    expect(screen.has("One answer, so that there is something to note.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("stands beside what was expected once it is noted", async () => {
    const { pretend, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("Yes");
    await screen.slide("All in all, how bad was it?", 25);
    await screen.press("Note it");
    expect(screen.has("You gave a yes a 30 % chance. It was one.")).toBe(true);
    expect(screen.has("You expected 70 of 100 bad; it was 25.")).toBe(true);
    expect(screen.has("One time says little.")).toBe(true);
  });

  it("speaks to a no before any number is asked for", async () => {
    const { pretend, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("No");
    const text = screen.text();
    expect(text.indexOf("A no isn’t a verdict")).toBeGreaterThan(0);
    expect(text.indexOf("A no isn’t a verdict")).toBeLessThan(text.indexOf("How it felt"));
    // What was owed stands before the kind reading of it.
    const owed = text.indexOf("If it was something they owed you, it should have been met.");
    expect(owed).toBeGreaterThan(0);
    expect(owed).toBeLessThan(text.indexOf("A no isn’t a verdict"));
  });

  it("offers to leave out for good somebody who hurt, and never does it unasked", async () => {
    const { pretend, noor, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("Something hurtful");
    expect(screen.has("That should not have happened")).toBe(true);
    expect(person(pretend.state.value, noor)?.safety).toBe("unsure");
    await screen.press("Noor isn’t safe for me");
    expect(person(pretend.state.value, noor)?.safety).toBe("unsafe");
  });

  it("keeps the words, and says so, when nothing was saved", async () => {
    const { pretend, id } = asked();
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("Yes");
    await screen.type("What do you take from it?", "It was lighter than I thought");
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Note it");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(screen.has("Looked back on")).toBe(false);
    expect(screen.control("What do you take from it?").value).toBe("It was lighter than I thought");
  });

  it("survives a reload half-way", async () => {
    const { pretend, id } = asked();
    const before = await draw(Outcome, pretend, id);
    await before.slide("At the worst moment", 55);
    before.leave();
    await settle();
    const after = await draw(Outcome, pretend, id);
    expect(after.has("55 of 100")).toBe(true);
  });

  it("says calmly that something is not there any more", async () => {
    const screen = await draw(Outcome, pretendEngine(), "exp-of-another-device");
    expect(screen.has("This one isn’t here any more")).toBe(true);
  });
});

describe("the way through a hard moment", () => {
  const noted = async (answer: string) => {
    go("today");
    const world = asked();
    const screen = await draw(Outcome, world.pretend, world.id);
    await screen.choose(answer);
    await screen.press("Note it");
    return { ...world, screen };
  };

  it.each([
    ["No", "After the no", "after-no"],
    ["Nothing", "You waited, and heard nothing", "after-silence"],
    ["Something hurtful", "That hurt", "after-no"],
  ])("after “%s” is offered in the look back, and not forced", async (answer, title, path) => {
    const { pretend, screen, id } = await noted(answer);
    expect(screen.has(title)).toBe(true);
    expect(useScreen().screen).not.toBe("path");
    const before = pretend.calls.length;
    await screen.press("Go through it");
    expect(useScreen()).toMatchObject({ screen: "path", id: `${path}~${id}` });
    expect(pretend.calls).toHaveLength(before);
  });

  it("stands on the page of what was noted in two taps", async () => {
    const { pretend, id } = asked();
    pretend.say(quickOutcome(id, "done", "no"));
    const screen = await draw(Outcome, pretend, id);
    await screen.press("Go through it");
    expect(useScreen()).toMatchObject({ screen: "path", id: `after-no~${id}` });
  });

  it.each(["Yes", "Part of it, or another time"])(
    "a noted “%s” has a way back if it did not come true",
    async (came) => {
      const { screen, id } = await noted(came);
      expect(screen.has("Go through it")).toBe(false);
      await screen.press("It did not happen after all");
      expect(useScreen()).toMatchObject({ screen: "path", id: `after-let-down~${id}` });
    },
  );

  it.each(["No", "Nothing", "“Later”, or still open"])("“%s” has no such way", async (came) => {
    const { screen } = await noted(came);
    expect(screen.has("It did not happen after all")).toBe(false);
  });

  it("a yes brings its card, and a no brings none of those", async () => {
    const { screen } = await noted("Yes");
    expect(screen.has("What a yes gives them")).toBe(true);
    const no = await noted("No");
    expect(no.screen.has("What a yes gives them")).toBe(false);
  });
});

describe("sharing, and being with somebody", () => {
  /** A sharing that needs nobody of the circle, done by itself. */
  const shared = (strand: "share" | "bewith" | "ask") => {
    const pretend = pretendEngine();
    const step = { ...cornerStep(), strand, title: "Say one true thing", needsPerson: false };
    const id = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
    return { pretend, id };
  };

  it.each(["share", "bewith"] as const)("%s asks: less alone, more known?, before any number", async (strand) => {
    const { pretend, id } = shared(strand);
    const screen = await draw(Outcome, pretend, id);
    expect(screen.has("Less alone, more known?")).toBe(false);
    await screen.choose("Yes");
    const text = screen.text();
    expect(text.indexOf("Less alone, more known?")).toBeGreaterThan(0);
    expect(text.indexOf("Less alone, more known?")).toBeLessThan(text.indexOf("How it felt"));
    await screen.choose("No, more alone");
    await screen.press("Note it");
    expect(experimentOf(pretend.state.value, id)?.outcome?.closer).toBe("less");
    expect(screen.has("You felt more alone than before. That counts as well.")).toBe(true);
    expect(screen.has("Weak, or brave?") || screen.has("Isn’t it weak to show it?")).toBe(true);
  });

  it("an ask is not asked about that way", async () => {
    const { pretend, id } = shared("ask");
    const screen = await draw(Outcome, pretend, id);
    await screen.choose("Yes");
    expect(screen.has("Less alone, more known?")).toBe(false);
  });
});

describe("something done alone", () => {
  it("asks: glad, or do you wish you had asked?", async () => {
    const screen = await draw(Alone, pretendEngine());
    expect(screen.has("Glad, or do you wish you had asked?")).toBe(true);
  });

  it("glad is done with", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Alone, pretend);
    await screen.type("What was it?", "Painted the hall");
    await screen.choose("Glad I did it alone");
    await screen.press("Note it");
    expect(doneAlone(pretend.state.value)[0]?.verdict).toBe("glad");
    expect(screen.has("There is nothing more to do.")).toBe(true);
    expect(screen.has("Who could it be next time?")).toBe(false);
    expect(screen.has("Alone, by choice")).toBe(true);
  });

  it("a wish to have asked leads to one person, never to one who is not safe", async () => {
    const { pretend, noor } = asked();
    const raj = pretend.say({
      kind: "circle/add",
      nickname: "Raj",
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    });
    pretend.say({ kind: "circle/rate-safety", person: raj, safety: "unsafe", note: "" });
    const screen = await draw(Alone, pretend);
    await screen.type("What was it?", "Carried the wardrobe up");
    await screen.choose("I wish I had asked");
    await screen.press("Note it");
    expect(screen.has("Who could it be next time?")).toBe(true);
    expect(screen.has("Raj")).toBe(false);
    await screen.press("Ask Noor for something small");
    expect(useScreen()).toMatchObject({ screen: "try", id: `~${noor}` });
  });

  it("can be left at the wish", async () => {
    const screen = await draw(Alone, pretendEngine());
    await screen.type("What was it?", "Carried the wardrobe up");
    await screen.choose("I wish I had asked");
    await screen.press("Note it");
    await screen.press("Not now");
    expect(screen.has("Who could it be next time?")).toBe(false);
    expect(screen.has("Noted, as a choice.")).toBe(true);
  });

  it("is a choice with a verdict, and never a failure", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Alone, pretend);
    await screen.type("What was it?", "Carried the wardrobe up");
    await screen.choose("I wish I had asked");
    await screen.press("Note it");
    expect(screen.has("Noted, as a choice.")).toBe(true);
    expect(screen.text()).toContain("Carried the wardrobe up");
    expect(screen.text()).not.toMatch(/fail|should have/i);
  });
});
