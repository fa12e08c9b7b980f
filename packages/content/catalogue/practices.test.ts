/** Checks the practices: short, gentle, honest about what they can do, and one for every moment. */

import { describe, expect, it } from "vitest";
import type { CriticMoment } from "../shapes.ts";
import { practiceCatalogue } from "./practices.ts";
import { brokenRules, gradeOf, meanWords, wordsOf } from "./testing.ts";

const wordsIn = ({ title, lines, field }: (typeof practiceCatalogue)[number]) => [title, ...lines, field ?? title];
const texts = practiceCatalogue.flatMap(wordsIn);

describe("a row of the programme is a practice one can do", () => {
  it.each([
    ["HSC-01", "practice-thank", /It had its reasons/],
    ["HSC-02", "practice-thank", /You can thank it/],
    ["HSC-03", "practice-then-and-now", /kept you safe.*now keep you stuck.*gently/],
    ["HSC-04", "practice-friend", /someone you like, in the same spot.*say the same to yourself/],
    ["HSC-05", "practice-harsh-voice", /think of asking, and a voice starts/],
    ["HNP-08", "practice-harsh-voice", /notice its words/],
    ["HSC-06", "practice-soften", /One degree kinder/],
    ["HSC-07", "practice-need", /“What is wrong with me\?”.*“What happened to me.*“What do I need now\?”/],
    ["HSC-08", "practice-not-broken", /Kindness first, criticism later.*not broken.*something tender/],
    ["HSC-09", "practice-keep", /find a way.*proud/],
    ["SCR-13", "practice-put-down", /don’t have to carry it all, and not all of it alone/],
    ["HLB-03", "practice-put-down", /go to someone else, or be dropped/],
  ] as const)("%s: %s", (row, id, words) => {
    const practice = practiceCatalogue.find((one) => one.id === id);
    expect(practice?.covers).toContain(row);
    expect(practice?.lines.join(" ")).toMatch(words);
  });
});

describe("the practices", () => {
  it("have ids of their own", () => {
    const ids = practiceCatalogue.map((practice) => practice.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^practice(-[a-z]+)+$/);
  });

  it.each(["before-ask", "after-no", "after-silence", "after-let-down", "low-day", "carried-all"] as const)(
    "hold at least two for the moment %s",
    (moment: CriticMoment) => {
      expect(practiceCatalogue.filter((practice) => practice.moments.includes(moment)).length).toBeGreaterThanOrEqual(
        2,
      );
    },
  );

  it("are two to four lines, read in well under two minutes", () => {
    for (const practice of practiceCatalogue) {
      expect(practice.lines.length, practice.id).toBeGreaterThanOrEqual(2);
      expect(practice.lines.length, practice.id).toBeLessThanOrEqual(4);
      expect(wordsIn(practice).flatMap(wordsOf).length, practice.id).toBeLessThanOrEqual(70);
      expect(new Set(practice.moments).size, practice.id).toBe(practice.moments.length);
    }
  });

  it("say nothing about what they will do, since only whole programmes were tested", () => {
    for (const text of texts) {
      expect(text).not.toMatch(/\b(will|makes? you|reduces?|improves?|proven|studies|research|rewire\w*|calms?)\b/i);
    }
  });

  it("ask for no details of what happened", () => {
    const need = practiceCatalogue.find((practice) => practice.id === "practice-need");
    expect(need?.lines.join(" ")).toMatch(/No details/);
    for (const { field } of practiceCatalogue) expect(field ?? "").not.toMatch(/happened|childhood|remember/i);
  });

  it("are plain and easy to read", () => {
    expect(brokenRules(texts)).toEqual([]);
    expect(meanWords(texts)).toBeLessThanOrEqual(12);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
  });
});
