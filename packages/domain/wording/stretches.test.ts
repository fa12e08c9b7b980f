/** Which words a rule marks: its guards, its reach, its turn, and who wins where two rules meet. */
import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WordingLexicon, WordingRule } from "./lexicon.ts";
import { readerOf } from "./pattern.ts";
import { toPlain } from "./plain.ts";
import { readied } from "./ready.ts";
import { askingsOf } from "./request.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

const lexiconOf = (...rules: readonly WordingRule[]): WordingLexicon => ({
  ...wordingEn,
  spellings: {},
  endings: [],
  clauseEnds: ["but|because"],
  turn: { from: "(, )?but", to: ", so" },
  rules,
  clues: [],
});

const stretchesIn = (
  text: string,
  lexicon: WordingLexicon,
): { readonly words: readonly string[]; readonly found: readonly Stretch[] } => {
  const ready = readied(lexicon);
  const reader = readerOf(toPlain(text, ready.spell).map((word) => word.text));
  return { words: reader.words, found: stretchesOf(reader, ready, askingsOf(reader.words, ready)) };
};

/** The marked words of a text, each stretch in one string. */
const marked = (text: string, ...rules: readonly WordingRule[]): readonly string[] => {
  const { words, found } = stretchesIn(text, lexiconOf(...rules));
  return found.map(({ first, end }) => words.slice(first, end).join(" "));
};

const sorry: WordingRule = { kind: "apology", say: "ask", match: ["sorry"], reach: "part" };
const never: WordingRule = { kind: "accusation", say: "ask", match: ["you never"], reach: "clause" };
const cared: WordingRule = { kind: "hidden-test", say: "ask", match: ["if you cared"], reach: "sentence" };

describe("the reach of a rule", () => {
  it.each([
    ["part marks the match alone", sorry, "Sorry about the soup.", ["sorry"]],
    ["part marks each match", sorry, "Sorry, so sorry.", ["sorry", "sorry"]],
    ["clause goes on to the pause", never, "You never ring me, and it rains.", ["you never ring me"]],
    ["clause goes on to a word that ends clauses", never, "You never ring me because it rains.", ["you never ring me"]],
    ["clause goes on to the end of the sentence", never, "You never ring me. It rains.", ["you never ring me"]],
    ["clause takes in its question mark", never, "You never ring me? It rains.", ["you never ring me ?"]],
    ["sentence goes past a pause", cared, "If you cared, you would ring. It rains.", ["if you cared , you would ring"]],
    [
      "sentence goes past a word that ends clauses",
      cared,
      "If you cared but slept it rains.",
      ["if you cared but slept it rains"],
    ],
    ["sentence stops before a request", cared, "If you cared, could you bring soup on Friday?", ["if you cared"]],
    ["clause stops before a request", never, "You never ring could you bring soup?", ["you never ring"]],
  ] as const)("%s", (_what, rule, text, stretches) => {
    expect(marked(text, rule)).toEqual(stretches);
  });

  it("ends after forty more words, so that no message is slow", () => {
    const [stretch = ""] = marked(`You never ${"ring ".repeat(60)}`, never);
    expect(stretch.split(" ")).toHaveLength(42);
  });
});

describe("the guards of a rule", () => {
  it.each([
    ["unlessAfter, with its words before", { unlessAfter: "not" }, "I am not sorry.", []],
    ["unlessAfter, with its words further before", { unlessAfter: "not" }, "I am not so sorry.", ["sorry"]],
    ["unlessAfter, with its words in the sentence before", { unlessAfter: "not ." }, "I am not. Sorry.", ["sorry"]],
    ["unlessAfter, without its words", { unlessAfter: "not" }, "I am sorry.", ["sorry"]],
    ["unlessBefore, with its words after", { unlessBefore: "for your loss" }, "Sorry for your loss.", []],
    ["unlessBefore, with half of them", { unlessBefore: "for your loss" }, "Sorry for your trouble.", ["sorry"]],
    ["unlessBefore, past the end of the sentence", { unlessBefore: ". i slept" }, "Sorry. I slept.", []],
    ["unlessBefore, with its words before", { unlessBefore: "for your loss" }, "For your loss, sorry.", ["sorry"]],
    ["within, with its words before", { within: "bother" }, "To bother you, sorry.", ["sorry"]],
    ["within, with its words after", { within: "bother" }, "Sorry to bother you.", ["sorry"]],
    ["within, with its words in another sentence", { within: "bother" }, "Sorry. They bother me.", []],
    ["within, without its words", { within: "bother" }, "Sorry I slept.", []],
    ["afterAsk, after a request", { afterAsk: "if not" }, "Could you bring soup on Friday? Sorry.", ["sorry"]],
    ["afterAsk, before a request", { afterAsk: "if not" }, "Sorry. Could you bring soup on Friday?", []],
    ["afterAsk, with its lead and no request", { afterAsk: "if not" }, "If not, sorry.", ["sorry"]],
    ["afterAsk, with its lead in the sentence before", { afterAsk: "if not" }, "If not. Sorry.", ["sorry"]],
    ["afterAsk, with its lead two sentences before", { afterAsk: "if not" }, "If not. It rains. Sorry.", []],
    ["afterAsk, with neither", { afterAsk: "if not" }, "It rains. Sorry.", []],
    ["two guards that both let it pass", { within: "bother", unlessAfter: "not" }, "Sorry to bother you.", ["sorry"]],
    ["two guards of which one holds it back", { within: "bother", unlessAfter: "not" }, "Not sorry to bother you.", []],
  ] as const)("%s: %j in %s", (_what, guard, text, stretches) => {
    expect(marked(text, { ...sorry, ...guard })).toEqual(stretches);
  });
});

describe("what comes after the alternative", () => {
  const tails = (text: string, rule: WordingRule): readonly string[] =>
    stretchesIn(text, lexiconOf(rule)).found.map(({ tail }) => tail);
  const turning: WordingRule = { ...sorry, turnsBut: true };

  it.each([
    ["a but before a request is taken in", turning, "Sorry, but could you bring soup?", "sorry , but", ", so"],
    ["a but without a comma too", turning, "Sorry but could you bring soup?", "sorry but", ", so"],
    [
      "a but some words before the request too",
      turning,
      "Sorry but on Friday could you bring soup?",
      "sorry but",
      ", so",
    ],
    ["a but before anything else is left", turning, "Sorry, but it rains.", "sorry", ""],
    [
      "a but far before the request is left",
      turning,
      "Sorry, but it rains and it is late, could you ring?",
      "sorry",
      "",
    ],
    ["a but is left when the rule does not turn it", sorry, "Sorry, but could you bring soup?", "sorry", ""],
    ["a pause without a but is left", turning, "Sorry, could you bring soup?", "sorry", ""],
    ["a question that becomes a statement ends in a full stop", never, "You never ring?", "you never ring ?", "."],
    ["a statement keeps its own full stop", never, "You never ring.", "you never ring", ""],
    ["a part keeps the question mark out", sorry, "Sorry?", "sorry", ""],
  ] as const)("%s", (_what, rule, text, stretch, tail) => {
    expect(marked(text, rule)).toEqual([stretch]);
    expect(tails(text, rule)).toEqual([tail]);
  });
});

describe("where two rules meet", () => {
  const soSorry: WordingRule = { ...sorry, say: "again", match: ["so sorry you never"] };

  it("the earlier rule has the words, when they are of two kinds", () => {
    const text = "So sorry you never ring.";
    expect(marked(text, soSorry, never)).toEqual(["so sorry you never"]);
    expect(marked(text, never, soSorry)).toEqual(["so sorry you never ring"]);
  });

  it("matches of one kind become one, which is the earlier rule's", () => {
    const { words, found } = stretchesIn("So sorry you never ring.", lexiconOf(sorry, soSorry));
    expect(found.map(({ first, end }) => words.slice(first, end).join(" "))).toEqual(["so sorry you never"]);
    expect(found[0]?.rule).toBe(sorry);
  });

  it("both are marked when they stand apart, in the order of the words", () => {
    const text = "You never ring. Sorry. If you cared, it rains.";
    expect(marked(text, cared, sorry, never)).toEqual(["you never ring", "sorry", "if you cared , it rains"]);
  });

  it("no rules and no matches give no stretches", () => {
    expect(marked("Sorry, you never ring.")).toEqual([]);
    expect(marked("It rains.", sorry, never, cared)).toEqual([]);
  });
});

describe("laws", () => {
  const pieces = "sorry so you never if cared but because could bring soup on friday not , . ? ! for it".split(" ");
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(" "));
  const guarded: WordingRule = { ...sorry, unlessAfter: "not", turnsBut: true };

  it.each([
    ["a small lexicon", lexiconOf(guarded, never, cared)],
    ["the English lexicon", wordingEn],
  ] as const)("stretches lie in the text, in order, and apart: %s", (_which, lexicon) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, found } = stretchesIn(text, lexicon);
        let last = 0;
        for (const { first, end } of found) {
          expect(first).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(first);
          expect(end).toBeLessThanOrEqual(words.length);
          last = end;
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a rule alone marks every match that no guard holds back", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words } = stretchesIn(text, lexiconOf(sorry));
        const free = words.filter((word, at) => word === "sorry" && words[at - 1] !== "not");
        expect(marked(text, sorry)).toHaveLength(words.filter((word) => word === "sorry").length);
        expect(marked(text, { ...sorry, unlessAfter: "not" })).toHaveLength(free.length);
      }),
      { numRuns: 100 },
    );
  });
});
