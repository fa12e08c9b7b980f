/** Checks the tone of every sentence in the tables: plain, short, and promising nothing. */

import { describe, expect, it } from "vitest";
import { beliefCatalogue } from "./beliefs.ts";
import { bodyCues } from "./body-cues.ts";
import { helpLines } from "./help-lines.ts";
import { lessonCatalogue } from "./lessons.ts";
import { safeQualities, safetyQuestions } from "./safe-qualities.ts";
import { scriptCatalogue } from "./scripts.ts";
import { stepCatalogue } from "./steps.ts";

/** Everything a person reads, table by table. */
const tables: readonly (readonly [name: string, texts: readonly string[]])[] = [
  ["steps", stepCatalogue.flatMap((each) => [each.title, each.how, each.example])],
  [
    "beliefs",
    beliefCatalogue.flatMap((each) => [
      each.text,
      each.questionFact,
      each.wouldCountAgainst,
      each.wouldCountFor,
      each.alternative,
    ]),
  ],
  ["scripts", scriptCatalogue.flatMap((each) => [each.direct, each.indirect])],
  [
    "lessons",
    lessonCatalogue.flatMap((each) => [
      each.title,
      ...each.opening,
      ...each.claims.map((claim) => claim.text),
      ...each.closing,
    ]),
  ],
  ["safe qualities", safeQualities.flatMap((each) => [each.question, each.seen, each.notSeen])],
  ["safety questions", safetyQuestions.map((each) => each.text)],
  ["cues", bodyCues.map((each) => each.text)],
  ["help lines", helpLines.flatMap((each) => [each.for, each.hours ?? "by day"])],
];

/** What no sentence may hold, with a planted sentence that each rule must catch. */
const rules: readonly (readonly [name: string, rule: RegExp, planted: string])[] = [
  ["an exclamation mark", /!/, "Well, ask!"],
  [
    "a promise",
    /\b(promise[sd]?|guarantee[sd]?|definitely|certainly|surely|bound to|will say yes|can’t go wrong|heals?|healed|cures?)\b/i,
    "They will say yes.",
  ],
  [
    "a label or a diagnosis",
    /\b(avoidant|disorder|symptoms?|trauma\w*|toxic|hyper-?independen\w+|patholog\w+|diagnosis)\b/i,
    "This is your trauma speaking.",
  ],
  ["praise", /\b(well done|good job|great job|proud of you|bravo|amazing|awesome|congratulations)\b/i, "Well done."],
  ["a climbing pun", /\b(climb\w*|rope|summit|rungs?|belay\w*|foothold)\b/i, "The next rung is near."],
  ["blame of parents", /\b(your (mother|father|parents|childhood))\b/i, "Ask what your mother did."],
  [
    "a command to leave, tell or confront",
    /\b(you (must|should|have to) (leave|tell|confront|open up))\b/i,
    "You must tell them.",
  ],
  ["pressure", /\b(overdue|streak|incomplete|you failed|don’t give up)\b/i, "Your streak is gone."],
  ["a straight quote or apostrophe", /['"]/, "It's fine."],
  ["a double space or a space at an end", /^\s|\s$|\s\s/, "Ask  twice."],
  ["a contraction the rest does not use", /\b(gonna|wanna|gotta|kinda)\b/i, "You gotta ask."],
];

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?:;])\s+/).filter((part) => part !== "");
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’-]+/gu) ?? [];

/**
 * Automated readability index (Smith & Senter 1967): about the US school grade that can read a text.
 * Grade 7 is age 12 to 13.
 */
const readability = (texts: readonly string[]): number => {
  const sentences = texts.flatMap(sentencesOf);
  const words = texts.flatMap(wordsOf);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return 4.71 * (letters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
};

describe.each(tables)("the words of the %s", (_, texts) => {
  it.each(rules)("hold no %s", (_name, rule) => {
    expect(texts.filter((text) => rule.test(text))).toEqual([]);
  });

  it("hold no braces but the four slots", () => {
    for (const text of texts) expect(text.replace(/\{(name|what|when|feeling)\}/g, "")).not.toMatch(/[{}]/);
  });

  it("average at most 12 words a sentence, none longer than 26", () => {
    const lengths = texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(26);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(12);
  });

  it("can be read at about twelve", () => {
    expect(readability(texts)).toBeLessThanOrEqual(7);
  });
});

describe("the rules themselves", () => {
  it.each(rules)("catch a planted %s", (_, rule, planted) => {
    expect(rule.test(planted)).toBe(true);
  });

  it("find office prose hard to read", () => {
    const hard = ["Subsequent utilisation of interpersonal assistance facilitates organisational sustainability."];
    expect(readability(hard)).toBeGreaterThan(12);
  });
});
