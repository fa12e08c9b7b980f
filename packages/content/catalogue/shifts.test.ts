/** Checks the shifts: 17 items in the first person, all pointing the same way, each with a short axis name. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { brokenRules, gradeOf, meanWords, wordsOf } from "./testing.ts";
import { shiftCatalogue } from "./shifts.ts";

const texts = shiftCatalogue.map((shift) => shift.text);

describe("a row of the programme is a shift that is asked again", () => {
  it.each([
    ["INT-01", "shift-01", /accept help without.*debt or guilty/],
    ["INT-02", "shift-02", /trust.*take me as I am/],
    ["INT-03", "shift-03", /rested more often than worn out/],
    ["INT-04", "shift-04", /good at things and being close.*together/],
    ["INT-05", "shift-05", /alone, I choose it.*not because I’m afraid/],
    ["INT-06", "shift-06", /“I can handle this” and “I could use some support”/],
    ["INT-07", "shift-07", /relief.*sees how I really am.*need not be perfect/],
    ["INT-08", "shift-08", /new ideas/],
    ["INT-09", "shift-09", /ties get stronger.*no longer feels like failing/],
    ["INT-10", "shift-10", /cope with stress/],
    ["INT-11", "shift-11", /belong.*not lonely/],
    ["INT-12", "shift-12", /Asking comes naturally.*courage.*no great danger/],
    ["INT-13", "shift-13", /more whole, not weaker/],
    ["INT-14", "shift-14", /load is lighter.*others carry/],
    ["INT-15", "shift-15", /strong and still myself.*welcome care/],
    ["INT-16", "shift-16", /Giving and taking go both ways.*trust grows/],
    ["INT-17", "shift-17", /lean on people and still stand on my own feet/],
  ] as const)("%s: %s", (row, id, words) => {
    const shift = shiftCatalogue.find((one) => one.id === id);
    expect(shift?.covers).toEqual([row]);
    expect(shift?.text).toMatch(words);
  });
});

describe("the shifts", () => {
  it("are the 17 of the design, in order, each once", () => {
    expect(shiftCatalogue.flatMap((shift) => shift.covers)).toEqual(rowIds.filter((row) => row.startsWith("INT-")));
    expect(new Set(texts).size).toBe(17);
  });

  it("speak in the first person", () => {
    for (const { id, text } of shiftCatalogue) expect(text, id).toMatch(/\b(I|me|my)\b/i);
    for (const text of texts) expect(text).not.toMatch(/\byou(r)?\b/i);
  });

  it("all point the same way: none opens with a not", () => {
    for (const { id, text } of shiftCatalogue) expect(text, id).not.toMatch(/^I (can’t|don’t|never|rarely|seldom)\b/);
  });

  it("have an axis name of their own, of at most three words and 16 letters", () => {
    const names = shiftCatalogue.map((shift) => shift.short);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(wordsOf(name).length, name).toBeLessThanOrEqual(3);
      expect(name.length, name).toBeLessThanOrEqual(16);
    }
  });

  it("are plain and easy to read", () => {
    expect(brokenRules(texts)).toEqual([]);
    expect(meanWords(texts)).toBeLessThanOrEqual(14);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
  });
});
