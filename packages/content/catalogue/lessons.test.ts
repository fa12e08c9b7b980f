/** Checks the learn cards: sourced, graded, short, and honest about their limits. */

import { describe, expect, it } from "vitest";
import { lessonCatalogue } from "./lessons.ts";

const words = (text: string): number => text.split(/\s+/).length;

describe("the learn cards", () => {
  it("have unique ids and one for the moment before an ask", () => {
    expect(new Set(lessonCatalogue.map((lesson) => lesson.id)).size).toBe(lessonCatalogue.length);
    expect(lessonCatalogue.filter((lesson) => lesson.moment === "before-ask")).toHaveLength(1);
  });

  it("give every claim a source with author, year, journal and pages", () => {
    const claims = lessonCatalogue.flatMap((lesson) => lesson.claims);
    expect(claims.length).toBeGreaterThanOrEqual(3);
    for (const { source } of claims) expect(source).toMatch(/^\p{Lu}.+\(\d{4}\)\. .+, \d+, \d+–\d+\.$/u);
  });

  it("keep numbers, and talk of studies’ results, to the claims", () => {
    for (const { opening, closing } of lessonCatalogue) {
      for (const text of [...opening, ...closing]) expect(text).not.toMatch(/\d|percent|most people|research shows/i);
    }
  });

  it("can be read aloud within their minutes at 180 words a minute", () => {
    for (const { id, minutes, opening, claims, closing } of lessonCatalogue) {
      const length = [...opening, ...claims.map((claim) => claim.text), ...closing]
        .map(words)
        .reduce((a, b) => a + b, 0);
      expect(minutes, id).toBeLessThanOrEqual(3);
      expect(length, id).toBeLessThanOrEqual(minutes * 180);
      expect(length, id).toBeGreaterThan((minutes - 1) * 180);
    }
  });

  it("say, before an ask, that it can go the other way and that one’s own asks are chosen", () => {
    const [lesson] = lessonCatalogue.filter((each) => each.moment === "before-ask");
    expect(lesson?.claims.some((claim) => claim.text.includes("the other way round"))).toBe(true);
    expect(lesson?.closing.join(" ")).toMatch(/You choose whom you ask/);
    expect(lesson?.closing.join(" ")).toMatch(/Some asks get a no/);
  });
});
