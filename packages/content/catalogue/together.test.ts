/** Checks the cards of calming down with somebody: a person in each, a step behind each, touch only by choice. */

import { describe, expect, it } from "vitest";
import { brokenRules, gradeOf, meanWords } from "./testing.ts";
import { stepCatalogue } from "./steps.ts";
import { togetherCatalogue } from "./together.ts";

const texts = togetherCatalogue.flatMap((card) => [card.title, card.text]);
const stepOf = (id: string) => stepCatalogue.find((step) => step.id === id);

describe("a row of the programme is a card with a person in it", () => {
  it.each([
    ["HNS-05", "together-soothe", /safe person soothe you.*listen/],
    ["HNS-06", "together-hug", /Accept a hug.*one slow breath/],
    ["HNS-07", "together-talk", /Talk it through.*one problem to someone safe/],
    ["HNS-08", "together-sit", /Sit with someone.*No jokes, no hosting, no looking after their mood/],
  ] as const)("%s: %s", (row, id, words) => {
    const card = togetherCatalogue.find((one) => one.id === id);
    expect(card?.covers).toEqual([row]);
    expect(`${card?.title} ${card?.text}`).toMatch(words);
    expect(stepOf(card?.step ?? "")?.covers).toContain(row);
  });
});

describe("the cards", () => {
  it("have ids of their own, and a step of their own", () => {
    for (const key of ["id", "step"] as const) {
      expect(new Set(togetherCatalogue.map((card) => card[key])).size).toBe(togetherCatalogue.length);
    }
  });

  it.each(togetherCatalogue.map((card) => [card.id, card] as const))(
    "%s begins with a step that takes a person, with touch only where the step has it",
    (_id, card) => {
      expect(stepOf(card.step)).toMatchObject({ needsPerson: true, touch: card.touch });
    },
  );

  it("need touch in one case only, and say that one may let go", () => {
    const touch = togetherCatalogue.filter((card) => card.touch);
    expect(touch.map((card) => card.id)).toEqual(["together-hug"]);
    expect(touch[0]?.text).toMatch(/someone you like to be held by.*let go first/);
  });

  it("each name the other person", () => {
    for (const { id, title, text } of togetherCatalogue) {
      expect(`${title} ${text}`, id).toMatch(/\b(someone|person|they|them|each other|the other one)\b/i);
    }
  });

  it("hold a voice on the phone and a walk, for those who would rather not sit face to face", () => {
    expect(togetherCatalogue.map((card) => card.id)).toEqual(
      expect.arrayContaining(["together-voice", "together-walk"]),
    );
  });

  it("are plain and easy to read", () => {
    expect(brokenRules(texts)).toEqual([]);
    expect(meanWords(texts)).toBeLessThanOrEqual(12);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
  });
});
