/** Checks the school grade of a text against examples worked by hand. */

import { describe, expect, it } from "vitest";
import { fleschKincaidGrade, sentencesOf, syllablesOf, wordsOf } from "./reading.ts";

describe("syllables", () => {
  it.each([
    ["the", 1],
    ["ask", 1],
    ["make", 1],
    ["asked", 1],
    ["wanted", 2],
    ["needed", 2],
    ["carried", 2],
    ["people", 2],
    ["little", 2],
    ["while", 1],
    ["whole", 1],
    ["houses", 2],
    ["pages", 2],
    ["times", 1],
    ["comes", 1],
    ["bodies", 2],
    ["quiet", 2],
    ["idea", 3],
    ["being", 2],
    ["doing", 2],
    ["don’t", 1],
    ["doesn’t", 2],
    ["isn’t", 2],
    ["it’s", 1],
    ["you’re", 1],
    ["company", 3],
    ["independence", 4],
    ["self-reliance", 4],
    ["burden", 2],
    ["rhythm", 1],
    ["14,000", 1],
  ] as const)("of %s are %i", (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });
});

describe("sentences and words", () => {
  it("end at a stop, a question mark or a mark inside closing quotes", () => {
    expect(sentencesOf("Ask. Why not? “Not today.” She left.")).toHaveLength(4);
  });

  it("do not end inside a number or at a colon", () => {
    expect(sentencesOf("One thing: 3.3 percent stayed.")).toHaveLength(1);
  });

  it("count a number, a contraction and a joined word as one each", () => {
    expect(wordsOf("It’s 14,000 self-made asks.")).toEqual(["It’s", "14,000", "self-made", "asks"]);
  });
});

describe("the Flesch-Kincaid grade", () => {
  it("is worked out as published: 6 words, 1 sentence, 6 syllables give -1.45", () => {
    expect(fleschKincaidGrade(["The cat sat on the mat."])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
    expect(fleschKincaidGrade(["The cat sat on the mat."])).toBeCloseTo(-1.45, 10);
  });

  it("is worked out over all texts together: 8 words, 2 sentences, 11 syllables give 2.195", () => {
    expect(fleschKincaidGrade(["You carry a lot.", "Nobody can see it."])).toBeCloseTo(2.195, 10);
  });

  it("rises with longer words and with longer sentences", () => {
    const plain = fleschKincaidGrade(["You can ask. You can wait."]);
    expect(fleschKincaidGrade(["You can ask and you can wait."])).toBeGreaterThan(plain);
    expect(fleschKincaidGrade(["You can hesitate. You can deliberate."])).toBeGreaterThan(plain);
  });

  it("finds office prose hard", () => {
    expect(fleschKincaidGrade(["Subsequent utilisation of interpersonal assistance facilitates it."])).toBeGreaterThan(
      12,
    );
  });

  it("is 0 for nothing to read", () => {
    expect(fleschKincaidGrade([])).toBe(0);
    expect(fleschKincaidGrade(["…"])).toBe(0);
  });
});
