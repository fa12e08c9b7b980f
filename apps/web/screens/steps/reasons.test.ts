import { messagesEn } from "@belay/content";
import type { RestReason, StepReason } from "@belay/guidance";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { i18n, loadWords, t } from "../words.ts";
import { sayRestReason, sayStepReason, tellingReasons, type Said } from "./reasons.ts";

const sentence = ({ id, values }: Said): string => t(id, values);

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

describe("why a step", () => {
  it.each([
    [{ type: "WithinReach", expected: 37.6, target: 38, tries: 0 }, "about as hard as a first one"],
    [{ type: "WithinReach", expected: 37.6, target: 38, tries: 1 }, "about 38 of 100, going by the one time you tried"],
    [{ type: "WithinReach", expected: 37.6, target: 38, tries: 4 }, "going by the 4 times"],
    [{ type: "DoneLikeThis", n: 1, expected: 50, felt: 30 }, "one like this. You expected 50 of 100; it was 30."],
    [
      { type: "DoneLikeThis", n: 3, expected: 49.6, felt: 30.2 },
      "3 like this. You expected about 50 of 100; it was about 30.",
    ],
    [{ type: "Variety", of: "person" }, "someone else"],
    [{ type: "EasierAfter", because: "broken-off" }, "knowing your limit"],
    [{ type: "ScreenFirst", depth: "first" }, "A few questions about Noor"],
    [{ type: "ScreenFirst", depth: "larger" }, "shows more of you"],
    [{ type: "NobodyNeeded" }, "no one you know"],
  ] satisfies readonly (readonly [StepReason, string])[])("%j is said plainly", (reason, words) => {
    expect(sentence(sayStepReason(reason, "Noor"))).toContain(words);
  });

  it.each([
    [{ type: "LowEnergy", energy: 10 }, "rest is a step"],
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
  const reach: StepReason = { type: "WithinReach", expected: 40, target: 38, tries: 2 };
  const done: StepReason = { type: "DoneLikeThis", n: 2, expected: 50, felt: 30 };
  const screen: StepReason = { type: "ScreenFirst", depth: "first" };

  it.each([
    ["what was lived comes first", [reach, { type: "Variety", of: "strand" }, done], [done, reach]],
    ["two are enough", [reach, done, { type: "NobodyNeeded" }], [done, reach]],
    ["the questions are always announced", [reach, done, screen], [done, screen]],
    ["one alone is said", [reach], [reach]],
  ] satisfies readonly (readonly [string, readonly StepReason[], readonly StepReason[]])[])(
    "%s",
    (_name, reasons, telling) => {
      expect(tellingReasons(reasons)).toEqual(telling);
    },
  );
});
