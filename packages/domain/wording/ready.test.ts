/** A lexicon made ready: once, whole, and loud about what is missing in it. */
import { wordingEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import type { WordingLexicon, WordingRule } from "./lexicon.ts";
import { longest, readerOf } from "./pattern.ts";
import { readied } from "./ready.ts";

const rule: WordingRule = { kind: "apology", say: "start", match: ["sorry <small>?"], reach: "part" };

const small: WordingLexicon = {
  ...wordingEn,
  parts: { ...wordingEn.parts, small: "to bother" },
  spellings: { sorry: "soz" },
  endings: [["in'$", "ing"]],
  clauseEnds: ["but"],
  turn: { from: ", but", to: ", so" },
  rules: [rule, { ...rule, unlessAfter: "not", unlessBefore: "for you", within: "please", afterAsk: "if not" }],
};

describe("a lexicon made ready", () => {
  it("is made once, and again for another that says the same", () => {
    expect(readied(small)).toBe(readied(small));
    expect(readied({ ...small })).not.toBe(readied(small));
    expect(readied(small).lexicon).toBe(small);
  });

  it("spells with the spellings and the endings of the lexicon", () => {
    expect(["soz", "movin'", "soup"].map(readied(small).spell)).toEqual(["sorry", "moving", "soup"]);
  });

  it("keeps the rules in their order", () => {
    expect(readied(small).rules.map((each) => each.rule)).toEqual(small.rules);
  });

  it("has no guard where the rule has none", () => {
    expect(readied(small).rules[0]).toMatchObject({
      unlessAfter: null,
      unlessBefore: null,
      within: null,
      afterAsk: null,
    });
  });

  it.each([
    ["match", "sorry to bother", 3],
    ["match", "sorry", 1],
    ["unlessAfter", "not", 1],
    ["unlessBefore", "for you", 2],
    ["within", "please", 1],
    ["afterAsk", "if not", 2],
    ["afterAsk", "please", -1],
  ] as const)("reads %s of a rule from its pattern: %s ends at %i", (guard, text, end) => {
    const found = readied(small).rules[1]?.[guard] ?? null;
    expect(found === null ? null : longest(found, readerOf(text.split(" ")), 0)).toBe(end);
  });

  it("reads where clauses end, and the turn", () => {
    const { clauseEnds, turn } = readied(small);
    expect(longest(clauseEnds, readerOf(["but"]), 0)).toBe(1);
    expect(longest(turn, readerOf([",", "but"]), 0)).toBe(2);
    expect(longest(turn, readerOf(["but"]), 0)).toBe(-1);
  });

  it("has every list of the request lexicon, and no other", () => {
    expect(Object.keys(readied(small).request).toSorted()).toEqual(Object.keys(wordingEn.request).toSorted());
  });

  it.each(Object.keys(wordingEn.request))("reads the list %s from the list of that name", (name) => {
    const ready = readied({ ...small, request: { ...wordingEn.request, [name]: ["zig zag"] } });
    const reader = readerOf(["zig", "zag"]);
    const reading = Object.entries(ready.request).filter(([, list]) => longest(list, reader, 0) === 2);
    const usual = Object.entries(readied(small).request).filter(([, list]) => longest(list, reader, 0) === 2);
    expect(reading.map(([each]) => each)).toContain(name);
    expect(usual.map(([each]) => each)).not.toContain(name);
  });

  it("throws when a rule, a guard or a list names a part that is not there", () => {
    const broken: readonly WordingLexicon[] = [
      { ...small, rules: [{ ...rule, match: ["<lost>"] }] },
      { ...small, rules: [{ ...rule, within: "a <lost> b" }] },
      { ...small, request: { ...small.request, times: ["on <lost>"] } },
      { ...small, clauseEnds: ["<lost>"] },
      { ...small, turn: { from: "<lost>", to: "" } },
    ];
    for (const lexicon of broken) expect(() => readied(lexicon)).toThrow("no part lost");
  });

  it("reads the English lexicon without a throw", () => {
    expect(readied(wordingEn).rules).toHaveLength(wordingEn.rules.length);
  });
});
