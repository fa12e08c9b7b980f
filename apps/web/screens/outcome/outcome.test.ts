import { experiment as experimentOf, person } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { cornerStep } from "../try/corner.ts";
import { Alone } from "./alone.tsx";
import { Outcome } from "./outcome.tsx";

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
    expect(text).toContain("If it was something they owed you, it should have been met.");
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

describe("something done alone", () => {
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
