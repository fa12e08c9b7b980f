/** Sentences are filled exactly as the published reader of the same compiled form fills them. */
import { messagesEn } from "@belay/content";
import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { filler, type Values } from "./sentence.ts";

const fill = filler("en");

const filled = (text: string, values: Values): string => fill(compileMessage(text), values);

describe("a sentence", () => {
  it.each([
    ["Nothing here is overdue.", {}, "Nothing here is overdue."],
    ["Ask {name} something small", { name: "{evil} <b>" }, "Ask {evil} <b> something small"],
    ["Ask {name} something small", {}, "Ask  something small"],
    ["In {n, number} seconds", { n: 1200 }, "In 1,200 seconds"],
    ["{n} steps", { n: 1200 }, "1200 steps"],
    ["{n, plural, one {# answer} other {# answers}}", { n: 1 }, "1 answer"],
    ["{n, plural, one {# answer} other {# answers}}", { n: 12000 }, "12,000 answers"],
    ["{n, plural, =0 {none} one {# answer} other {# answers}}", { n: 0 }, "none"],
    ["{n, plural, one {# of {name}} other {# of {name}}}", { n: 2, name: "Noor" }, "2 of Noor"],
    ["{n, plural, offset:1 =1 {you} one {you and # more} other {you and # more}}", { n: 3 }, "you and 2 more"],
    ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", { n: 22 }, "22nd"],
    ["{who, select, you {yours} other {theirs}}", { who: "you" }, "yours"],
    ["{who, select, you {yours} other {theirs}}", { who: "them" }, "theirs"],
    ["Room # 3", {}, "Room # 3"],
  ] as const)("%s with %j", (text, values, sentence) => {
    expect(filled(text, values)).toBe(sentence);
  });
});

describe("every sentence of the app", () => {
  const published = setupI18n({ locale: "en", messages: { en: { ...messagesEn } } });
  published.setMessagesCompiler(compileMessage);

  /** The names of all blanks of a text, also of those within a choice. */
  const blanksOf = (text: string): readonly string[] =>
    [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? "");

  /** The words that a choice of a text knows. */
  const choicesOf = (text: string): readonly string[] =>
    [...text.matchAll(/([\w-]+)\s*\{/g)].map(([, word]) => word ?? "");

  it.each([0, 1, 2, 7, 1200])("says the same with %d in every blank", (n) => {
    for (const [id, text] of Object.entries(messagesEn)) {
      const values = Object.fromEntries(blanksOf(text).map((name) => [name, n]));
      expect(filled(text, values), id).toBe(published._(id, values));
    }
  });

  it("says the same whichever way it is told to go", () => {
    let seen = 0;
    for (const [id, text] of Object.entries(messagesEn)) {
      for (const word of choicesOf(text)) {
        const values = Object.fromEntries(blanksOf(text).map((name) => [name, word]));
        expect(filled(text, values), id).toBe(published._(id, values));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});
