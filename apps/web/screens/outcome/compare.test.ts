import { messagesEn } from "@belay/content";
import { outcomes } from "@belay/domain";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleOutcome, samplePrediction } from "../sample-experiment.ts";
import { i18n, loadWords, t } from "../words.ts";
import { compare } from "./compare.ts";

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

const sentences = (...given: Parameters<typeof compare>): readonly string[] =>
  compare(...given).map(({ id, values }) => t(id, values));

describe("expectation and outcome beside each other", () => {
  it.each([
    [30, "Less than you thought."],
    [40, "Less than you thought."],
    [41, "About what you thought."],
    [59, "About what you thought."],
    [60, "Harder than you thought, and that counts as well."],
  ])("50 expected and %i felt: %s", (bad, words) => {
    expect(sentences(samplePrediction({ help: null }), sampleOutcome({ bad }))).toEqual([
      `You expected 50 of 100 bad; it was ${bad}. ${words}`,
    ]);
  });

  it.each([
    ["yes", "You gave a yes a 30 % chance. It was one."],
    ["partly", "You gave a yes a 30 % chance. It was part of one."],
    ["no", "You gave a yes a 30 % chance. It wasn’t one this time."],
    ["hurtful", "You gave a yes a 30 % chance. It wasn’t one this time."],
    ["silence", "You gave a yes a 30 % chance. It wasn’t one this time."],
  ] as const)("%s", (outcome, words) => {
    expect(sentences(samplePrediction({ bad: null }), sampleOutcome({ outcome }))).toEqual([words]);
  });

  it("says nothing of what is not known yet", () => {
    expect(compare(samplePrediction({ bad: null }), sampleOutcome({ outcome: "later" }))).toEqual([]);
    expect(compare(null, sampleOutcome({ outcome: "yes", bad: 10 }))).toEqual([]);
    expect(compare(samplePrediction(), null)).toEqual([]);
  });

  it("takes the worst moment where nothing was said about it all in all", () => {
    expect(sentences(samplePrediction({ help: null }), sampleOutcome({ peak: 70 }))[0]).toContain("it was 70. Harder");
  });

  it("never compares with an answer that was left empty", () => {
    const number = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(number, number, number, fc.option(fc.constantFrom(...outcomes)), (help, expected, bad, outcome) => {
        for (const sentence of sentences(samplePrediction({ help, bad: expected }), sampleOutcome({ outcome, bad }))) {
          expect(sentence).not.toMatch(/null|undefined|NaN|\{/);
        }
      }),
    );
  });
});
