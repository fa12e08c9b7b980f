/** Tests the sentences of the answer page: their form, their tone, and what they may not claim. */
import { describe, expect, it, test } from "vitest";
import { answer } from "./answer.ts";

const sentences: readonly (readonly [string, string])[] = Object.entries(answer);
const four = [
  answer["answer.ask.yes"],
  answer["answer.ask.partly"],
  answer["answer.ask.no"],
  answer["answer.ask.talk"],
];

describe("the sentences of the answer page", () => {
  test.each(sentences)("%s is plain ICU text: simple places, no tags, typographic apostrophes", (_id, text) => {
    const bare = text.replaceAll(/\{[a-z]+\}/g, "");
    expect(bare).not.toMatch(/[{}<>'#|]/);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe("");
  });

  test.each(sentences)("%s does not shout, praise or promise", (_id, text) => {
    expect(text).not.toMatch(/!|\b(great job|well done|awesome|congrat\w*|streak|always say yes)\b/i);
    expect(text).not.toMatch(/\b(anonymous|impossible|guarantee\w*|100 ?%)/i);
  });

  it("every id starts with the area's name", () => {
    for (const [id] of sentences) expect(id).toMatch(/^answer\.[a-z0-9.-]+$/);
  });

  it("keeps the four answers short, so that all can be one size", () => {
    for (const text of four) expect(text.length).toBeLessThanOrEqual(28);
  });

  it("says the truth about privacy", () => {
    expect(answer["answer.privacy.link"]).toMatch(/Anyone with this link can read/);
    expect(answer["answer.privacy.kept"]).toMatch(/keeps it and may keep private notes/);
    expect(answer["answer.about.trace"]).toMatch(/history/);
    expect(answer["answer.help.exit-limits"]).toMatch(/does not clear the browser’s history/);
  });

  it("asks no reason of a no, and warns of half a yes", () => {
    expect(answer["answer.words.no-hint"]).toMatch(/no reason/);
    expect(answer["answer.well.honest-more"]).toMatch(/plain no is kinder than half a yes/);
  });

  it("tells nothing about what it is for before the note is open", () => {
    const before = sentences.filter(([id]) => /^answer\.(title|bar|sealed|about|broken)/.test(id));
    for (const [, text] of before)
      expect(text).not.toMatch(/therap|mental|health|depend|vulnerab|hard to ask|support/i);
  });
});
