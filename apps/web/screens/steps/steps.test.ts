import { stepCatalogue } from "@belay/content";
import { ownSteps, settings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import type { Engine } from "../../engine/engine.ts";
import { createGuide } from "../../engine/offer.ts";
import { useScreen } from "../navigation.ts";
import { OwnStep } from "./own-step.tsx";
import { Step } from "./step.tsx";
import { Steps } from "./steps.tsx";

describe("the ladder's page", () => {
  it("says how hard each step looks, in words", async () => {
    const screen = await draw(Steps, pretendEngine());
    expect(screen.text()).toMatch(/hard for you: about \d+ of 100, likely \d+ to \d+/);
    expect(screen.has("Nothing here is overdue.")).toBe(true);
    expect(screen.text()).toContain("You have tried nothing yet, so this is what most people");
  });

  it("says where each step lies only once that is known", async () => {
    const pretend = pretendEngine();
    const early = { ...pretend, engine: { ...pretend.engine, hardness: () => null } };
    const screen = await draw(Steps, early);
    expect(screen.text()).not.toMatch(/hard for you/);
  });

  it("marks what is within reach in words, on a day that has an offer", async () => {
    const pretend = pretendEngine();
    const guide = createGuide(stepCatalogue);
    const stepOffer: Engine["stepOffer"] = (exclude) =>
      guide.offer(pretend.state.value, pretend.engine.today(), exclude);
    const screen = await draw(Steps, { ...pretend, engine: { ...pretend.engine, stepOffer } });
    expect(screen.text()).toMatch(/hard for you: about \d+ of 100, likely \d+ to \d+, within reach today/);
  });

  it("shows all of it on request, every step by its title", async () => {
    const screen = await draw(Steps, pretendEngine());
    await screen.press("The whole ladder");
    for (const { title, touch } of stepCatalogue) if (!touch) expect(screen.text()).toContain(title);
  });

  it("keeps touch out of sight until it is wanted", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Steps, pretend);
    await screen.press("The whole ladder");
    expect(screen.has("Accept a hug")).toBe(false);
    await screen.press("Show steps with touch");
    expect(settings(pretend.state.value).touch).toBe(true);
    expect(screen.has("Accept a hug")).toBe(true);
  });

  it("can be opened at the steps that need no one", async () => {
    const screen = await draw(Steps, pretendEngine(), "alone");
    expect(screen.control("needs no one you know").getAttribute("aria-pressed")).toBe("true");
  });
});

describe("the page of a step", () => {
  it.each(stepCatalogue.map(({ id, title, how }) => [id, title, how] as const))(
    "%s says what to do, and can be taken",
    async (id, title, how) => {
      const screen = await draw(Step, pretendEngine(), id);
      expect(screen.has(title)).toBe(true);
      expect(screen.has(how)).toBe(true);
      expect(screen.text()).not.toMatch(/[{}]/);
      await screen.press("I’ll try this");
      expect(useScreen()).toMatchObject({ screen: "try", id });
    },
  );

  it("says how hard it looks for this person, and how little that rests on", async () => {
    const pretend = pretendEngine();
    const text = (await draw(Step, pretend, "ask-for-a-lift")).text();
    expect(text).toMatch(/hard: about \d+ of 100, likely \d+ to \d+/);
    expect(text).toContain("You have tried nothing yet");
  });

  it("leads to the smaller and the larger one", async () => {
    const screen = await draw(Step, pretendEngine(), "ask-for-a-lift");
    expect(screen.has("Ask a friend for a small favour")).toBe(true);
    expect(screen.has("Ask someone to come with you")).toBe(true);
  });
});

describe("a step of one's own", () => {
  it("is added, stands on its page, and can be put away", async () => {
    const pretend = pretendEngine();
    const form = await draw(OwnStep, pretend);
    await form.type("What would you do?", "Ask Ilse for her drill");
    await form.choose("Asking");
    await form.slide("How hard does it look?", 30);
    await form.choose("Yes");
    await form.press("Add it");
    const [own] = ownSteps(pretend.state.value);
    expect(own).toMatchObject({ title: "Ask Ilse for her drill", strand: "ask", difficulty: 30, needsPerson: true });
    const page = await draw(Step, pretend, own?.id ?? "");
    await page.press("Put this step away");
    expect(ownSteps(pretend.state.value)).toEqual([]);
  });

  it("says what is missing instead of guessing it", async () => {
    const pretend = pretendEngine();
    const form = await draw(OwnStep, pretend);
    await form.type("What would you do?", "Ask Ilse for her drill");
    await form.press("Add it");
    expect(form.has("It needs a few words, a kind, and a place on the line.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });
});
