/** Everything a person reads, table by table: about the reading age of twelve, and nothing far above it unlisted. */
import { fleschKincaidGrade, wordsOf } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import * as content from "./index.ts";

/** Fields that hold names, numbers or citations. */
const notRead = new Set(["id", "covers", "source", "languages", "number", "keyword", "country", "checkedOn", "steps"]);

/** Every text inside a value that has a space in it: a sentence or a phrase, not a name. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return value.includes(" ") ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (notRead.has(key) ? [] : textsIn(inner)));
};

/** A message as it would be read: the first branch of a choice, a word for each value. */
const asRead = (text: string): string =>
  text
    .replace(/\{\w+, select, \w+ \{((?:[^{}]|\{\w+\})*)\}(?:[^{}]|\{(?:[^{}]|\{\w+\})*\})*\}/g, "$1")
    .replace(/\{\w+, plural,(?: =\d+ \{[^{}]*\})* (?:one|other) \{([^{}]*)\}[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "$1")
    .replace(/\{\w+\}/g, "Noor")
    .replaceAll("#", "1");

const tables = Object.entries(content).filter(
  ([name, table]) => typeof table === "object" && !["wordingEn", "rowIds", "rowAreas", "helpLines"].includes(name),
);

/**
 * Texts of twelve words and more above grade 11, each with why it stays. The list only shrinks.
 */
const hard: readonly (readonly [start: string, why: string])[] = [
  ["A review of small studies found", "a finding, and a shorter one would say more than its source"],
  ["Being isolated, feeling lonely", "three findings that only mean something side by side"],
  ["What stays: backup files", "a list of four things, read one by one"],
  ["Trouble concentrating on things", "an item of the PHQ-9, word for word as published"],
  ["I’m intolerant and impatient", "an item of the SCS-SF, word for word as published"],
];

describe("what a person reads", () => {
  it("is found in every table of the room", () => {
    for (const name of ["messagesEn", "answer", "stepCatalogue", "lessonCatalogue", "signCatalogue", "careLines"]) {
      expect(tables.map(([table]) => table)).toContain(name);
    }
    expect(tables.flatMap(([, table]) => textsIn(table)).length).toBeGreaterThan(2000);
  });

  it.each(tables)("%s is at most grade 7 on average", (_name, table) => {
    expect(fleschKincaidGrade(textsIn(table).map(asRead))).toBeLessThanOrEqual(7);
  });

  it("is at most grade 7 on average over everything, and far below it in the app’s own sentences", () => {
    expect(fleschKincaidGrade(tables.flatMap(([, table]) => textsIn(table)).map(asRead))).toBeLessThanOrEqual(7);
    expect(fleschKincaidGrade(Object.values(content.messagesEn).map(asRead))).toBeLessThanOrEqual(6);
  });

  it("holds no long text above grade 11 that is not listed, and the list holds no other", () => {
    const over = tables
      .flatMap(([, table]) => textsIn(table))
      .map(asRead)
      .filter((text) => wordsOf(text).length >= 12 && fleschKincaidGrade([text]) > 11);
    expect(over.filter((text) => !hard.some(([start]) => text.startsWith(start)))).toEqual([]);
    expect(hard.filter(([start]) => !over.some((text) => text.startsWith(start)))).toEqual([]);
  });

  it("would be noticed if it were written for lawyers", () => {
    const legal =
      "Notwithstanding any stipulation hereinbefore enumerated, participants acknowledge the inherent unpredictability of interpersonal solicitation.";
    expect(fleschKincaidGrade([legal])).toBeGreaterThan(11);
  });
});
