/** Checks the words of the pause, of undoing “I’m fine”, of kindness and of being with somebody. */
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { brokenRules, gradeOf, meanWords, wordsOf } from "../../catalogue/testing.ts";
import { kindness } from "./kindness.ts";
import { pause } from "./pause.ts";

const all = { ...pause, ...kindness };

/** A message as it is read: names and counts filled in by a plain word. */
const read = (text: string): string =>
  text.replace(/\{n, plural, one \{# ([^}]*)\} other \{# ([^}]*)\}\}/g, "six $2").replaceAll(/\{[a-z]+\}/g, "that");

describe("the words of the pause and of kindness", () => {
  it.each(Object.entries(all))("%s is well-formed and keeps the rules", (id, text) => {
    expect([...compileMessage(text)].length).toBeGreaterThan(0);
    expect(id).toMatch(/^(pause|undo|kindness|together)\.[a-zA-Z]+(\.[a-zA-Z-]+)?$/);
    expect(brokenRules([read(text)])).toEqual([]);
  });

  it("are short and easy to read", () => {
    const sentences = Object.values(all)
      .map(read)
      .filter((text) => wordsOf(text).length > 4);
    expect(gradeOf(sentences)).toBeLessThanOrEqual(7);
    expect(meanWords(sentences)).toBeLessThanOrEqual(12);
  });

  it("name five ways on, none of them better", () => {
    for (const id of ["ask", "accept", "wait", "alone", "notPossible"] as const) {
      expect(pause[`pause.${id}`]).not.toMatch(/\b(best|better|first|recommended|should|must|only)\b/i);
    }
  });

  it("undo “I’m fine” in both tones without blame, and ask the one thing: whether the offer stands", () => {
    for (const tone of ["direct", "indirect"] as const) {
      for (const text of [pause[`undo.line.${tone}`], pause[`undo.line.${tone}To`]]) {
        expect(text).toMatch(/I had it handled.*offer still stand/);
        expect(text).not.toMatch(/sorry|apolog|stupid|should have/i);
      }
      expect(pause[`undo.line.${tone}To`]).toBe(`{name}, ${pause[`undo.line.${tone}`]}`);
    }
  });

  it("claim nothing about what breathing, kindness or company will do", () => {
    for (const text of Object.values(all))
      expect(text).not.toMatch(/\b(will (help|calm|feel)|proven|science|studies)\b/i);
  });
});
