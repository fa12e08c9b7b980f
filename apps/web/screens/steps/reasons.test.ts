import { messagesEn } from "@belay/content";
import type { RestReason, StepReason } from "@belay/guidance";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { i18n, loadWords, t } from "../words.ts";
import { sayRestReason, sayStepReason, tellingReasons, type Said } from "./reasons.ts";

/** Within reach, 20 points unsure each way. */
const reach = (mean: number, tries: number): StepReason => ({
  type: "WithinReach",
  peak: { mean, low: Math.max(0, mean - 20), high: mean + 20 },
  done: 0.7,
  tries,
});

const sentence = ({ id, values }: Said): string => t(id, values);

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

describe("why a step", () => {
  it.each([
    [reach(37.6, 0), "about as hard as a first one"],
    [reach(18, 0), "looks light"],
    [reach(37.6, 1), "hard but doable for you: about 38 of 100. That is a first guess, from one try of yours."],
    [reach(18, 4), "looks light for you: about 18 of 100. That is a first guess, from 4 tries of yours."],
    [reach(37.6, 5), "about 38 of 100, most likely between 18 and 58. That rests on 5 tries of yours."],
    [reach(20, 9), "light for you: about 20 of 100, most likely between 0 and 40."],
    [{ type: "CarefulDay", energy: 20 }, "little in the tank today"],
    [{ type: "CarefulDay", energy: null }, "the last days were low"],
    [{ type: "DoneLikeThis", n: 1, expected: 50, felt: 30 }, "one like this. You expected 50 of 100; it was 30."],
    [
      { type: "DoneLikeThis", n: 3, expected: 49.6, felt: 30.2 },
      "3 like this. You expected about 50 of 100; it was about 30.",
    ],
    [{ type: "Variety", of: "person" }, "someone else"],
    [{ type: "EasierAfter", because: "broken-off" }, "knowing your limit"],
    [{ type: "ScreenFirst", depth: "first" }, "A few questions about Noor"],
    [{ type: "ScreenFirst", depth: "larger" }, "shows more of you"],
    [{ type: "CareFirst", because: { type: "HighBefore", level: 74 } }, "You put a step at 74 of 100"],
    [{ type: "CareFirst", because: { type: "LowDays" } }, "two days"],
    [{ type: "CareFirst", because: { type: "WorseTwice" } }, "last two tries"],
    [{ type: "CareFirst", because: { type: "MeasureHigh", scale: "phq4" } }, "your last answers"],
    [{ type: "NobodyNeeded" }, "no one you know"],
  ] satisfies readonly (readonly [StepReason, string])[])("%j is said plainly", (reason, words) => {
    expect(sentence(sayStepReason(reason, "Noor", 6))).toContain(words);
  });

  it("a first step with nobody says what is not known yet, and leaves the choice open", () => {
    const first = sentence(sayStepReason({ type: "NobodyNeeded" }, "Noor", 0));
    expect(first).toContain("is not known here yet");
    expect(first).toContain("You can choose another.");
    expect(sentence(sayStepReason({ type: "NobodyNeeded" }, "Noor", 1))).not.toContain("not known");
  });

  it.each([
    [{ type: "LowEnergy", energy: 10 }, "rest is a step"],
    [{ type: "Strained" }, "The last days were low on energy"],
    [{ type: "RestedToday" }, "by your choice"],
    [{ type: "EasierAfter", because: "hurtful" }, "rest"],
    [{ type: "NothingWithinReach" }, "about the list, not about you"],
  ] satisfies readonly (readonly [RestReason, string])[])("rest because of %j is said plainly", (reason, words) => {
    expect(sentence(sayRestReason(reason))).toContain(words);
  });

  it("promises nothing and praises no one", () => {
    for (const [id, text] of Object.entries(messagesEn))
      if (id.startsWith("steps.")) expect(text).not.toMatch(/!|well done|great|you should|guarantee/i);
  });
});

describe("the telling reasons", () => {
  const within = reach(40, 2);
  const careful: StepReason = { type: "CarefulDay", energy: 30 };
  const done: StepReason = { type: "DoneLikeThis", n: 2, expected: 50, felt: 30 };
  const screen: StepReason = { type: "ScreenFirst", depth: "first" };

  it.each([
    ["what was lived comes first", [within, { type: "Variety", of: "strand" }, done], [done, within]],
    ["two are enough", [within, done, { type: "NobodyNeeded" }], [done, within]],
    ["the questions are always announced", [within, done, screen], [done, screen]],
    ["one alone is said", [within], [within]],
    ["what made it easier comes first", [within, done, careful], [careful, done]],
  ] satisfies readonly (readonly [string, readonly StepReason[], readonly StepReason[]])[])(
    "%s",
    (_name, reasons, telling) => {
      expect(tellingReasons(reasons)).toEqual(telling);
    },
  );
});
