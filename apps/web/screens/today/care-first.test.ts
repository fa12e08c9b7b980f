import { messagesEn, stepCatalogue } from "@belay/content";
import { restedOn } from "@belay/domain";
import type { CareReason } from "@belay/guidance";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { createGuide } from "../../engine/offer.ts";
import { Ask } from "../ask/ask.tsx";
import { useScreen } from "../navigation.ts";
import { cornerStep } from "../try/corner.ts";
import { Offer } from "./offer.tsx";

const Shown = () => h(Offer, { plain: false });

/** With the real guide over the whole catalogue. */
const guided = (): Pretend => {
  const pretend = pretendEngine();
  const guide = createGuide(stepCatalogue);
  return {
    ...pretend,
    engine: {
      ...pretend.engine,
      stepOffer: (exclude) => guide.offer(pretend.state.value, pretend.engine.today(), exclude),
    },
  };
};

/** A step with Noor is taken up, and this much is expected of it, where a number is given. */
const expecting = (bad: number | null): { readonly pretend: Pretend; readonly id: string } => {
  const pretend = guided();
  const noor = meet(pretend);
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  if (bad !== null)
    pretend.say({ kind: "steps/predict", experiment: id, help: null, bad, feared: "", sign: "", beliefs: [] });
  pretend.calls.length = 0;
  return { pretend, id };
};

const careTitle = messagesEn["steps.care.title"];

describe("Today, after a number from 90 on", () => {
  it("suggests nothing, says why in the person's own number, and offers rest and people", async () => {
    const screen = await draw(Shown, expecting(92).pretend);
    expect(screen.has("No step today")).toBe(true);
    expect(screen.has("You put a step at 92 of 100.")).toBe(true);
    expect(screen.has(careTitle)).toBe(true);
    for (const [press, place] of [
      ["My plan for hard hours", "plan"],
      ["Finding care", "care"],
      ["Help now", "help"],
      ["A kinder word", "kindness"],
    ] as const) {
      await screen.press(press);
      expect(useScreen().screen).toBe(place);
    }
  });

  it("locks nothing: the steps are one press away", async () => {
    const screen = await draw(Shown, expecting(92).pretend);
    await screen.press("Look at the steps anyway");
    expect(useScreen().screen).toBe("steps");
  });
});

describe("Today, after a number from 70 on", () => {
  it("suggests nothing hard, and says why first", async () => {
    const { pretend } = expecting(75);
    const choice = pretend.engine.stepOffer([]);
    expect(choice.kind === "step" && choice.step.difficulty <= 40).toBe(true);
    const screen = await draw(Shown, pretend);
    expect(screen.has("You put a step at 75 of 100.")).toBe(true);
    expect(screen.has(careTitle)).toBe(true);
  });

  it("is as ever below, and again two days later", async () => {
    expect((await draw(Shown, expecting(69).pretend)).has(careTitle)).toBe(false);
    const { pretend } = expecting(92);
    pretend.pass(2);
    expect((await draw(Shown, pretend)).has(careTitle)).toBe(false);
  });
});

describe("before a step", () => {
  it("90 brings rest and care before the step, and the step can still be done", async () => {
    const { pretend, id } = expecting(null);
    const screen = await draw(Ask, pretend, `${id}~expect`);
    await screen.slide("How bad it will feel", 89);
    expect(screen.has(careTitle)).toBe(false);
    await screen.slide("How bad it will feel", 90);
    expect(screen.has("90 of 100 is very high.")).toBe(true);
    expect(screen.control("Keep this, and go on").disabled).toBe(false);
    await screen.press("Rest today");
    expect(restedOn(pretend.state.value, pretend.engine.today())).toBe(true);
    expect(useScreen().screen).toBe("today");
  });
});

describe("the words of care", () => {
  const kinds: readonly CareReason["type"][] = ["HighBefore", "LowDays", "WorseTwice", "MeasureHigh", "MeasureWorse"];
  const texts = Object.entries(messagesEn).filter(([id]) => id.startsWith("steps.care.") || id === "predict.veryHigh");

  it("name no risk, give no score and no verdict, and never say that somebody is safe", () => {
    expect(texts.length).toBeGreaterThan(kinds.length);
    for (const [, text] of texts) expect(text).not.toMatch(/\brisk|\bscore|\bsafe\b|danger|severe|normal|depress|!/i);
  });

  it("nowhere in the app tell anybody that they are safe", () => {
    for (const [id, text] of Object.entries(messagesEn)) expect(text, id).not.toMatch(/you(’re| are) (now )?safe\b/i);
  });
});
