import { messagesEn } from "@belay/content";
import type { Numbers } from "@belay/guidance";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { i18n, loadWords, t } from "../words.ts";
import { chancesSaid, hardSaid, inTen, pairsSaid, restsSaid, type Said } from "./why-said.ts";

const numbers: Numbers = {
  peak: { mean: 45.6, low: 20.2, high: 70.5 },
  done: 0.74,
  over: 0.02,
  yes: { mean: 0.77, low: 0.48, high: 0.95 },
  reach: { mean: 33, low: 20, high: 46 },
  tries: 7,
  pairs: [],
  strain: 0,
  context: "call",
};

const sentences = (...said: readonly Said[]): string => said.map(({ id, values }) => t(id, values)).join(" ");

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

describe("why a step was chosen, in words", () => {
  it("gives how hard with its range, and how likely too much", () => {
    expect(sentences(...hardSaid(numbers))).toBe(
      "At its worst it may feel like 46 of 100. Nine times out of ten it should land between 20 and 71. The chance that it gets too much, above 80, is about 2 in 100.",
    );
    expect(sentences(...hardSaid({ ...numbers, over: 0.001 }))).toContain("less than 1 in 100");
  });

  it.each([
    [[], "You have no tries like this yet"],
    [[{ expected: 65, felt: 30 }], "One try like this. You feared 65; it was 30."],
    [
      [
        { expected: 65, felt: 30 },
        { expected: 40, felt: 91 },
      ],
      "2 tries like this. On average you feared 53; it was 61.",
    ],
  ])("tells of %j, good or bad", (pairs, words) => {
    expect(sentences(pairsSaid({ pairs }))).toContain(words);
  });

  it.each([
    [0.93, "You would most likely do it: about 9 in 10."],
    [0.74, "You would more likely do it than not: about 7 in 10."],
    [0.45, "It could go either way: about 5 in 10 that you do it."],
  ])("says a chance of %d to do it as it is", (done, words) => {
    expect(sentences(...chancesSaid({ ...numbers, done }, null))).toContain(words);
  });

  it("speaks of a yes only where somebody is asked, and promises none", () => {
    const asked = sentences(...chancesSaid(numbers, "Noor"));
    expect(asked).toContain("Noor may say yes, in full or in part: about 8 in 10.");
    expect(asked).toContain("as low as 5 or as high as 9. Nobody can know.");
    expect(chancesSaid({ ...numbers, yes: null }, null)).toHaveLength(1);
  });

  it.each([
    [0, 1],
    [0.04, 1],
    [0.5, 5],
    [1, 9],
  ])("never says none or all: %d is %i in ten", (chance, said) => {
    expect(inTen(chance)).toBe(said);
  });

  it.each([
    [0, "You have tried nothing yet"],
    [1, "one try of yours. That is too few to say much."],
    [4, "4 tries of yours. That is too few to say much."],
  ])("owns to resting on %i tries", (tries, words) => {
    expect(sentences(...restsSaid({ ...numbers, tries }))).toContain(words);
  });

  it("does not call enough tries too few", () => {
    expect(sentences(...restsSaid(numbers))).toContain("It rests on 7 tries of yours. A step that most people call 33");
  });

  it.each([
    [1.2, "heavier"],
    [-1.2, "lighter"],
    [0.2, "an ordinary day"],
  ])("counts a strain of %d in", (strain, words) => {
    expect(sentences(...restsSaid({ ...numbers, strain }))).toContain(words);
  });
});
