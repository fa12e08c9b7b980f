/** The wording help on the sentences written beside it, and what its alternatives and its speed promise for every mark. */
import { readFileSync } from "node:fs";
import { wordingEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { markKinds, type MarkKind } from "./lexicon.ts";
import { markWording, type Mark } from "./marks.ts";

/** One sentence or short message, and the kind it was written for; null when nothing in it should be marked. */
interface Phrasing {
  readonly text: string;
  readonly kind: MarkKind | null;
}

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../fixtures/wording/${name}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n");

const phrasings = linesOf("phrasings").map((line): Phrasing => JSON.parse(line));
const open = linesOf("tune").map((line): { readonly text: string } => JSON.parse(line));

const look = (text: string): readonly Mark[] => markWording(text, wordingEn);

describe("on the sentences that were written beside the rules", () => {
  const floors: Readonly<Record<MarkKind, number>> = {
    apology: 0.95,
    minimising: 0.95,
    withdrawing: 0.95,
    vague: 0.9,
    accusation: 0.75,
    "hidden-test": 0.85,
  };

  it.each(markKinds)("%s is found", (kind) => {
    const written = phrasings.filter((each) => each.kind === kind);
    const found = written.filter(({ text }) => look(text).some((mark) => mark.kind === kind));
    process.stdout.write(`phrasings ${kind}: n ${written.length}, found ${found.length}\n`);
    expect(written.length).toBeGreaterThanOrEqual(140);
    expect(found.length / written.length).toBeGreaterThanOrEqual(floors[kind]);
  });

  it("what is ordinary is left alone, all but two in a hundred", () => {
    const ordinary = phrasings.filter(({ kind }) => kind === null);
    const marked = ordinary.filter(({ text }) => look(text).length > 0);
    process.stdout.write(`phrasings ordinary: n ${ordinary.length}, marked ${marked.length}\n`);
    expect(ordinary.length).toBeGreaterThanOrEqual(1500);
    expect(marked.length / ordinary.length).toBeLessThanOrEqual(0.02);
  });
});

describe("every alternative, put in the place of what was marked", () => {
  const texts = [...open, ...phrasings.filter(({ kind }) => kind !== null)].map(({ text }) => text);

  /** The marks of a kind that touch what now stands where `mark` stood. */
  const still = (text: string, mark: Mark, words: string): readonly Mark[] => {
    const [from, to] = [mark.from, mark.from + words.length];
    const again = look(text.slice(0, from) + words + text.slice(mark.to));
    return again.filter((each) => each.kind === mark.kind && each.from < to && each.to > from);
  };

  it.each(["direct", "indirect"] as const)("is not marked for the same again, where it is %s", (register) => {
    const bad = texts.flatMap((text) =>
      look(text)
        .filter((mark) => mark.kind !== "vague")
        .filter((mark) => still(text, mark, mark[register]).length > 0)
        .map((mark) => `${text} -> ${mark[register]}`),
    );
    expect(bad).toEqual([]);
  });

  it("begins as the writer began, with a capital or a small letter", () => {
    for (const text of texts) {
      for (const mark of look(text).filter(({ kind }) => kind !== "vague")) {
        const starts = /(?:^|[.!?]\s+)$/.test(text.slice(0, mark.from)) && /^\p{Lu}/u.test(mark.text);
        if (starts) expect(mark.direct).toMatch(/^\p{Lu}/u);
        else if (!mark.direct.startsWith("I")) expect(mark.direct).toMatch(/^\p{Ll}/u);
      }
    }
  });

  it("leaves a vague message with its what and its when", () => {
    for (const text of texts) {
      const mark = look(text).find(({ kind }) => kind === "vague");
      if (mark === undefined) continue;
      for (const words of [mark.direct, mark.indirect]) {
        expect(look(text + words).filter(({ kind }) => kind === "vague")).toEqual([]);
      }
    }
  });
});

describe("the time it takes", () => {
  const patterns = [
    ...wordingEn.rules.map(({ match }) => match.join(" ")),
    ...Object.values(wordingEn.request).map((list) => list.join(" ")),
    ...wordingEn.clues.map(({ points }) => Object.values(points).join(" ")),
  ];

  /** A text made of nothing but the words of a pattern, cut or repeated to a length. */
  const hostile = (pattern: string, length: number): string => {
    const words = pattern.match(/[a-z']{1,}/g) ?? [];
    return `${words.join(" ")} `.repeat(Math.ceil(length / pattern.length) + 8).slice(0, length);
  };

  const spend = (text: string): number => {
    const from = performance.now();
    look(text);
    return performance.now() - from;
  };

  it.each(patterns.map((pattern, at) => [at, pattern] as const))(
    "grows with the text, for the words of list %i",
    (_, pattern) => {
      const [short, long] = [hostile(pattern, 500), hostile(pattern, 4000)];
      look(short);
      const once = Math.min(spend(short), spend(short), spend(short));
      const eight = Math.min(spend(long), spend(long));
      // Eight times the text: eight times the time, and room for a busy machine. Backtracking would cost hundreds of times.
      expect(eight / Math.max(once, 0.5)).toBeLessThan(60);
    },
  );
});
