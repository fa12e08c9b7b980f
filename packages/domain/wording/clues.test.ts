/** Clues: which sentences are weighed, how points add up, and that a rule goes before them. */
import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readyClues, spokenIn, weighed } from "./clues.ts";
import type { ClueSet, WordingLexicon } from "./lexicon.ts";
import { markWording } from "./marks.ts";
import { builderOf } from "./pattern.ts";

const build = builderOf({ fruit: "apple|pear" });

const blame: ClueSet = {
  kind: "accusation",
  say: "alone",
  start: -5,
  need: 2,
  points: { 4: "you|never", 1: "<fruit>|you soup", "-3": "thank*" },
};
const trial: ClueSet = { kind: "hidden-test", say: "say", start: -4, need: 1, points: { 6: "if you" } };
const sets = [blame, trial].map((set) => readyClues(set, build));

const split = (text: string): readonly string[] => text.split(" ");

/** The kind that a sentence weighs most for; null when it stays below every need. */
const kindOf = (text: string): string | null => {
  const words = split(text);
  return weighed(words, { first: 0, end: words.length - 1 }, sets)?.rule.kind ?? null;
};

describe("the points of a sentence", () => {
  it.each([
    ["no clue", "it rains here .", null],
    ["one clue, too little alone", "you sing .", null],
    ["two clues that reach the need", "you never sing .", "accusation"],
    ["a clue twice, which counts once", "you you you sing .", null],
    ["three clues", "you never eat pear .", "accusation"],
    ["a clue over a gap", "you never eat soup .", "accusation"],
    ["a clue against it", "you never thanked .", null],
    ["a clue against it outweighed", "you never thanked soup .", null],
    ["the clue of another kind", "if you sing .", "hidden-test"],
    ["two kinds, of which the one with more points has it", "if you never eat pear soup .", "accusation"],
  ] as const)("%s: %s", (_what, text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it("begin at the start of the set, and need is reached exactly", () => {
    const exact = readyClues({ ...blame, start: -2, need: 2, points: { 4: "soup" } }, build);
    const more = readyClues({ ...blame, start: -2, need: 3, points: { 4: "soup" } }, build);
    const words = split("warm soup .");
    expect(weighed(words, { first: 0, end: 2 }, [exact])).toBe(exact);
    expect(weighed(words, { first: 0, end: 2 }, [more])).toBeNull();
  });

  it("of the kind with most points decide, even when another kind would be content with fewer", () => {
    const eager = readyClues({ ...trial, start: 0, need: 0, points: {} }, build);
    const strong = readyClues({ ...blame, start: 0, need: 9, points: { 8: "soup" } }, build);
    expect(weighed(split("warm soup ."), { first: 0, end: 2 }, [eager, strong])).toBeNull();
    expect(weighed(split("warm bread ."), { first: 0, end: 2 }, [eager, strong])).toBe(eager);
  });

  it.each([
    ["side by side", "you soup .", true],
    ["two words apart", "you eat hot soup .", true],
    ["three words apart", "you eat very hot soup .", false],
    ["the other way round", "soup for you .", false],
    ["at the beginning", "bread is here .", true],
    ["near the beginning", "warm bread is here .", false],
  ] as const)("are given for the words of a clue %s: %s", (_what, text, found) => {
    const pair = readyClues({ ...blame, start: 0, need: 1, points: { 1: "you soup|^ bread" } }, build);
    const words = split(`. ${text}`);
    expect(weighed(words, { first: 1, end: words.length - 1 }, [pair]) !== null).toBe(found);
  });

  it("see a mark after the words even where a request follows", () => {
    const ending = readyClues({ ...blame, start: 0, need: 1, points: { 1: "soup ," } }, build);
    expect(weighed(split("warm soup could you"), { first: 0, end: 2 }, [ending])).toBe(ending);
  });
});

describe("what is weighed", () => {
  const spoken = (text: string, ...openings: readonly number[]): readonly string[] => {
    const words = split(text);
    return spokenIn(words, new Set(openings)).map(({ first, end }) => words.slice(first, end).join(" "));
  };

  it.each([
    ["each sentence without its mark", ". it rains . you sing ! why here ?", [], ["it rains", "you sing", "why here"]],
    ["the words before a request", ". you sing , but could you come ?", [5], ["you sing"]],
    ["nothing of a request alone", ". could you come ?", [1], []],
    ["no single word", ". typical . it rains .", [], ["it rains"]],
    ["the first request of two is the border", ". it rains could you come would you ?", [3, 6], ["it rains"]],
    ["nothing of no text", ". .", [], []],
  ] as const)("%s: %s", (_what, text, openings, sentences) => {
    expect(spoken(text, ...openings)).toEqual(sentences);
  });

  it("lies in the text, in order, and apart, whatever the text", () => {
    const words = fc.array(fc.constantFrom(".", "?", ",", "but", "you", "sing", "could"), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(fc.nat(40), { maxLength: 5 }), (inner, openings) => {
        const text = [".", ...inner, "."];
        let last = 0;
        for (const { first, end } of spokenIn(text, new Set(openings))) {
          expect(first).toBeGreaterThan(last - 1);
          expect(end).toBeGreaterThan(first);
          expect(end).toBeLessThan(text.length);
          last = end;
        }
      }),
    );
  });
});

describe("clues beside rules", () => {
  const lexicon: WordingLexicon = {
    ...wordingEn,
    spellings: {},
    endings: [],
    parts: { ...wordingEn.parts, fruit: "apple|pear" },
    rules: [{ kind: "apology", say: "asking", match: ["sorry"], reach: "part" }],
    clues: [blame, trial],
  };
  const kinds = (text: string): readonly string[] =>
    markWording(text, lexicon).map(({ kind, text: span }) => `${kind}: ${span}`);

  it("mark the whole sentence with their alternative", () => {
    expect(kinds("It rains. You never sing.")).toEqual(["accusation: You never sing"]);
    expect(markWording("You never sing.", lexicon)[0]?.direct).toBe("I feel alone with this");
  });

  it("say nothing of a sentence in which a rule found something", () => {
    expect(kinds("Sorry you never sing.")).toEqual(["apology: Sorry"]);
  });

  it("leave a request alone, and weigh what stands before it", () => {
    expect(kinds("Could you never sing apple on Friday?")).toEqual([]);
    expect(kinds("You never sing, could you sing on Friday?")).toEqual(["accusation: You never sing"]);
  });

  it("take in the question mark of a question that becomes a statement", () => {
    expect(kinds("You never sing?")).toEqual(["accusation: You never sing?"]);
    expect(markWording("You never sing?", lexicon)[0]?.direct).toBe("I feel alone with this.");
  });
});

describe("the English clues", () => {
  it("name only alternatives and parts that are there, and whole points", () => {
    for (const { say, need, start, points } of wordingEn.clues) {
      expect(Object.keys(wordingEn.alternatives)).toContain(say);
      expect(Number.isInteger(need) && Number.isInteger(start) && start < 0 && need > 0).toBe(true);
      for (const key of Object.keys(points)) expect(Number.isInteger(Number(key)) && key !== "0").toBe(true);
    }
    expect(() => markWording("It rains.", wordingEn)).not.toThrow();
  });

  it.each([
    ["You leave your mess for me to clean every single day.", "accusation"],
    ["I said nothing all week to see if anyone would ask.", "hidden-test"],
  ] as const)("find what no rule names: %s", (text, kind) => {
    expect(markWording(text, { ...wordingEn, clues: [] })).toEqual([]);
    expect(markWording(text, wordingEn).map((mark) => mark.kind)).toEqual([kind]);
  });
});
