import { messagesEn } from "@belay/content";
import { answers, emptyState, outcomes } from "@belay/domain";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { answerWords, freshAnswer, nameOf, outcomeWords } from "./names.ts";
import { sampleAnswer, sampleExperiment } from "./sample-experiment.ts";
import { i18n, loadWords, t } from "./words.ts";

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

describe("names", () => {
  it.each([null, "nobody-1234"])("%j is said neutrally", (id) => {
    expect(nameOf(emptyState, id)).toBe("someone");
  });
});

describe("what came back, in words", () => {
  it("is different for every answer and every outcome", () => {
    expect(new Set(answers.map((answer) => t(answerWords(answer)))).size).toBe(answers.length);
    expect(new Set(outcomes.map((outcome) => t(outcomeWords(outcome)))).size).toBe(outcomes.length);
  });

  it("never judges", () => {
    for (const words of [...answers.map(answerWords), ...outcomes.map(outcomeWords)]) {
      expect(t(words)).not.toMatch(/reject|fail|sorry|!/i);
    }
  });
});

describe("an answer to look at", () => {
  const given = [sampleAnswer({ answer: "no" }), sampleAnswer({ answer: "yes" })];

  it("is the newest one, while nothing was noted after it", () => {
    expect(freshAnswer(sampleExperiment({ stage: "answered", answers: given }))).toBe("yes");
  });

  it.each(["planned", "waiting", "closed"] as const)("is none at the stage %s", (stage) => {
    expect(freshAnswer(sampleExperiment({ stage, answers: given }))).toBeNull();
  });
});
