/** Checks that the shared rules for words catch what they are there for. */

import { describe, expect, it } from "vitest";
import { brokenRules, gradeOf, meanWords, wordRules } from "./testing.ts";

const planted: Readonly<Record<string, string>> = {
  "an exclamation mark": "Well, ask!",
  "a straight quote": "It's fine.",
  "a stray space": "Ask  twice.",
  "a label": "This is toxic.",
  "a statement of what somebody is or has": "You have a problem.",
  "a promise": "They will say yes.",
  praise: "Well done.",
  pressure: "You are overdue.",
};

describe("the rules for words", () => {
  it.each(wordRules.map(([name]) => name))("catch a planted case of %s", (name) => {
    expect(brokenRules([planted[name] ?? ""])).toEqual([`${name}: ${planted[name]}`]);
  });

  it("let an ordinary sentence pass", () => {
    expect(brokenRules(["I say “I’m fine” while it is not."])).toEqual([]);
  });

  it("count words a sentence", () => {
    expect(meanWords(["One two three. Four five.", "Six?"])).toBe(2);
  });

  it("find office prose hard, and plain words easy", () => {
    expect(
      gradeOf(["Subsequent utilisation of interpersonal assistance facilitates organisational sustainability."]),
    ).toBeGreaterThan(12);
    expect(gradeOf(["I like to sit here with you. It is good."])).toBeLessThan(5);
  });
});
