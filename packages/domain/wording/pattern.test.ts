/** The pattern language, one construct at a time over made-up words, and its laws. */
import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builderOf, endsAt, findAll, holds, longest, readerOf, type Matcher } from "./pattern.ts";

const parts = {
  adv: "really|just",
  fruit: "apple|pear",
  basket: "a basket of <fruit>",
};

const build = builderOf(parts);

const split = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));

/** Every place where the pattern can end when it begins at word `at`, in order. */
const endsOf = (pattern: string, text: string, at = 0): readonly number[] =>
  build([pattern])
    .ends(readerOf(split(text)), at)
    .toSorted((a, b) => a - b);

describe("each construct matches what it says", () => {
  it.each([
    ["a word", "bring", "bring soup", [1]],
    ["words in a row", "bring soup", "bring soup today", [2]],
    ["a plural that may be one", "things%", "things .", [1]],
    ["a plural that is one", "things%", "thing .", [1]],
    ["a word that may be missing, there", "come then? please", "come then please", [3]],
    ["a word that may be missing, missing", "come then? please", "come please", [2]],
    ["a beginning", "ask*", "asking .", [1]],
    ["a beginning that is the whole word", "ask*", "ask .", [1]],
    ["an ending", "*ing", "moving .", [1]],
    ["a regular expression", "/\\d+/", "42 .", [1]],
    ["a regular expression with a choice inside", "/(?:mon|sun)day/", "sunday .", [1]],
    ["any one word", "bring _ home", "bring sam home", [3]],
    ["up to three words, and every number of them", "~3", "a b c d e", [0, 1, 2, 3]],
    ["up to three words with an end in sight", "a ~3 e", "a b c d e", [5]],
    ["up to three words that are none", "a ~3 b", "a b", [2]],
    ["a place before a mark", "soup $", "soup .", [1]],
    ["a place before a pause", "soup $", "soup , please", [1]],
    ["a place at the beginning", "^ soup", "soup .", [1]],
    ["a choice, first", "(red|deep blue) door", "red door", [2]],
    ["a choice, second", "(red|deep blue) door", "deep blue door", [3]],
    ["a choice without brackets", "red|deep blue", "deep blue", [2]],
    ["a choice whose options end in different places", "(a|a b)", "a b", [1, 2]],
    ["perhaps, there", "(very much)? so", "very much so", [3]],
    ["perhaps, missing", "(very much)? so", "so", [1]],
    ["several times, none", "(ha)* so", "so", [1]],
    ["several times, each count", "(ha)*", "ha ha .", [0, 1, 2]],
    ["one time or more, each count", "(ha)+", "ha ha .", [1, 2]],
    ["only before this", "soup =(today)", "soup today", [1]],
    ["not before this", "soup !(today)", "soup tomorrow", [1]],
    ["not before this, at the end of the text", "soup !(today)", "soup", [1]],
    ["a named part", "eat <fruit>", "eat pear", [2]],
    ["a named part that uses another", "<basket>", "a basket of apple", [4]],
    ["a named part that may be missing", "eat <fruit>? now", "eat now", [2]],
    ["a named part several times", "<fruit>*", "apple pear .", [0, 1, 2]],
    ["a named part at least once", "<fruit>+", "apple pear .", [1, 2]],
    ["the part adv, none to three", "i @ ask", "i really just just ask", [5]],
    ["the part adv, none", "i @ ask", "i ask", [2]],
    ["a question mark, which is a word like any other", "would you ?", "would you ?", [3]],
    ["a comma, which is a word like any other", "well , so", "well , so", [3]],
  ] as const)("%s: %s in %s", (_what, pattern, text, ends) => {
    expect(endsOf(pattern, text)).toEqual(ends);
  });
});

describe("and nothing else", () => {
  it.each([
    ["another word", "bring", "brings ."],
    ["half of the words", "bring soup", "bring"],
    ["a plural with another letter", "things%", "thinks ."],
    ["more than the last letter missing", "things%", "thin ."],
    ["another word where one may be missing", "come then? please", "come now please"],
    ["the beginning in the middle of a word", "ask*", "basket ."],
    ["the ending in the middle of a word", "*ing", "kings ."],
    ["a word that only holds the regular expression", "/\\d+/", "a42 ."],
    ["a mark in the place of any word", "bring _ home", "bring , home"],
    ["nothing in the place of any word", "bring _", "bring"],
    ["four words in the place of three", "a ~3 f", "a b c d e f"],
    ["a mark among up to three words", "a ~3 c", "a , c"],
    ["a word where a mark should come", "soup $", "soup please"],
    ["the end of the text where a mark should come", "soup $", "soup"],
    ["neither of a choice", "(red|deep blue) door", "green door"],
    ["half of a choice", "(red|deep blue) door", "deep door"],
    ["five times where four is the most", "(ha)* so", "ha ha ha ha ha so"],
    ["five times where one to four are", "(ha)+ so", "ha ha ha ha ha so"],
    ["none where one is the least", "(ha)+ so", "so"],
    ["something else where only this may follow", "soup =(today)", "soup tomorrow"],
    ["the end where something must follow", "soup =(today)", "soup"],
    ["this where it may not follow", "soup !(today)", "soup today"],
    ["a word that is not in the part", "eat <fruit>", "eat bread"],
    ["four of adv", "i @ ask", "i just just just just ask"],
  ] as const)("%s: %s in %s", (_what, pattern, text) => {
    expect(endsOf(pattern, text)).toEqual([]);
  });

  it("a place after a mark is not a place after a word", () => {
    expect(endsOf("^ soup", "warm soup", 1)).toEqual([]);
    expect(endsOf("^ soup", ", soup", 1)).toEqual([2]);
  });

  it("looking ahead takes no words", () => {
    expect(endsOf("=(soup) soup", "soup")).toEqual([1]);
    expect(endsOf("!(bread) _", "soup")).toEqual([1]);
    expect(endsOf("!(bread) _", "bread")).toEqual([]);
  });

  it("an empty list matches nothing", () => {
    const none = build([]);
    expect(findAll(none, readerOf(["a", ".", "_"]))).toEqual([]);
    expect(longest(none, readerOf([]), 0)).toBe(-1);
  });
});

describe("a list of patterns", () => {
  it("is one choice, whether in one string or in several", () => {
    const texts = ["red", "blue sky", "warm soup", "blue", "warm"];
    const [one, several] = [build(["red|blue sky|warm soup"]), build(["red", "blue sky", "warm soup"])];
    for (const text of texts) {
      expect(longest(several, readerOf(split(text)), 0)).toBe(longest(one, readerOf(split(text)), 0));
    }
    expect(texts.map((text) => longest(one, readerOf(split(text)), 0))).toEqual([1, 2, 2, -1, -1]);
  });

  it("that names no part of the lexicon throws, for that is our bug", () => {
    expect(() => build(["eat <bread>"])).toThrow("no part bread");
    expect(() => builderOf({})(["i @ ask"])).toThrow("no part adv");
  });

  it.each(["(red", "a (b|c", "=(soup"])("that is cut short throws: %s", (pattern) => {
    expect(() => build([pattern])).toThrow("cut short");
  });
});

describe("finding", () => {
  const reader = readerOf(split("ha ha ha ha ha ha so ha ."));
  const laugh = build(["(ha)+"]);

  it("takes the longest at each place, and none overlap", () => {
    expect(findAll(laugh, reader)).toEqual([
      { first: 0, end: 4 },
      { first: 4, end: 6 },
      { first: 7, end: 8 },
    ]);
  });

  it("stays between the places it is given", () => {
    expect(findAll(laugh, reader, 3, 7)).toEqual([{ first: 3, end: 6 }]);
    expect(findAll(build(["so ha"]), reader, 0, 7)).toEqual([]);
  });

  it("leaves out what matches no word at all", () => {
    expect(findAll(build(["(ho)?"]), reader)).toEqual([]);
    expect(holds(build(["(ho)?"]), reader)).toBe(false);
  });

  it.each([
    ["so", 0, 9, true],
    ["so", 0, 6, false],
    ["so ha", 0, 7, false],
    ["so", 7, 9, false],
    ["(so)? ha", 7, 8, true],
  ] as const)("holds %s from %i to before %i: %s", (pattern, from, to, held) => {
    expect(holds(build([pattern]), reader, from, to)).toBe(held);
  });

  it.each([
    ["so", 7, 0, true],
    ["ha so", 7, 0, true],
    ["ha so", 7, 6, false],
    ["so", 8, 0, false],
    ["ha", 0, 0, false],
  ] as const)("tells whether %s ends at %i, beginning at %i or later: %s", (pattern, at, from, ends) => {
    expect(endsAt(build([pattern]), reader, at, from)).toBe(ends);
  });

  it("looks back no further than its view", () => {
    const far = readerOf(split("so a b c"));
    expect(endsAt(build(["so ~3"]), far, 4, 0, 4)).toBe(true);
    expect(endsAt(build(["so ~3"]), far, 4, 0, 3)).toBe(false);
  });

  it("says -1 where nothing begins, and beyond the text", () => {
    expect(longest(laugh, reader, 6)).toBe(-1);
    expect(longest(laugh, reader, 99)).toBe(-1);
    expect(longest(build(["_"]), reader, 99)).toBe(-1);
  });
});

/** A pattern of the letters a, b and c, and the regular expression that means the same. */
interface Twin {
  readonly pattern: string;
  readonly source: string;
}

const { twin } = fc.letrec<{ twin: Twin; item: Twin }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom("a", "b", "c").map((letter) => ({ pattern: letter, source: letter })),
    fc.constantFrom("a", "b").map((letter) => ({ pattern: `${letter}?`, source: `${letter}?` })),
    fc.constant({ pattern: "_", source: "[abc]" }),
    fc.constant({ pattern: "~2", source: "[abc]{0,2}" }),
    fc
      .tuple(tie("twin"), tie("twin"), fc.constantFrom(["", ""], ["?", "?"], ["*", "{0,4}"], ["+", "{1,4}"]))
      .map(([one, two, [sign = "", times = ""]]) => ({
        pattern: `(${one.pattern}|${two.pattern})${sign}`,
        source: `(?:${one.source}|${two.source})${times}`,
      })),
  ),
  twin: fc.array(tie("item"), { minLength: 1, maxLength: 3, depthIdentifier: "twin" }).map((items) => ({
    pattern: items.map(({ pattern }) => pattern).join(" "),
    source: items.map(({ source }) => source).join(""),
  })),
}));

const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 7 });

describe("laws", () => {
  it("a pattern ends exactly where the regular expression of the same meaning can", () => {
    fc.assert(
      fc.property(twin, letters, ({ pattern, source }, words) => {
        const same = new RegExp(`^(?:${source})$`);
        const ends = Array.from({ length: words.length + 1 }, (_, end) => end).filter((end) =>
          same.test(words.slice(0, end).join("")),
        );
        expect(
          build([pattern])
            .ends(readerOf(words), 0)
            .toSorted((a, b) => a - b),
        ).toEqual(ends);
      }),
      { numRuns: 200 },
    );
  });

  it("what a match can begin with never rules a match out", () => {
    fc.assert(
      fc.property(twin, letters, ({ pattern }, words) => {
        const one: Matcher = build([pattern]);
        const ends = one.ends(readerOf(words), 0);
        if (ends.includes(0)) expect(one.empty).toBe(true);
        if (ends.some((end) => end > 0) && !one.empty && one.starts !== null)
          expect(one.starts.has(words[0] ?? "")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const english = builderOf(wordingEn.parts);
  const lists = [
    ...wordingEn.rules.map(({ match }) => english(match)),
    english(wordingEn.request.times),
    english(wordingEn.request.acts),
  ];
  const words = fc.array(
    fc.constantFrom(
      ..."i am so sorry you never could ask me to on friday at 8 , . ? just it is no big deal".split(" "),
    ),
    { maxLength: 40 },
  );

  it("what was found once is found again, by the same reader and by a new one", () => {
    fc.assert(
      fc.property(words, (text) => {
        const reader = readerOf(text);
        const first = lists.map((list) => findAll(list, reader));
        expect(lists.map((list) => findAll(list, reader))).toEqual(first);
        expect(lists.toReversed().map((list) => findAll(list, readerOf(text)))).toEqual(first.toReversed());
      }),
      { numRuns: 100 },
    );
  });

  it("a reader that has read the text before ends where a new one does, at every place", () => {
    const fruits = [build(["(<fruit>|and)+ ."]), build(["<basket>", "really <fruit> <fruit>"]), build(["@ <fruit>"])];
    const bits = fc.array(fc.constantFrom("a", "basket", "of", "apple", "pear", "really", "and", "."), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(bits, (text) => {
        const reader = readerOf(text);
        for (const list of fruits) findAll(list, reader);
        for (const list of fruits) {
          for (const at of text.keys()) expect(longest(list, reader, at)).toBe(longest(list, readerOf(text), at));
        }
      }),
    );
  });

  it("matches lie in the text, in order, and apart, whatever the words are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("sorry", "could", "you")), {
          maxLength: 30,
        }),
        (text) => {
          for (const list of lists) {
            let last = 0;
            for (const { first, end } of findAll(list, readerOf(text))) {
              expect(first).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(first);
              expect(end).toBeLessThanOrEqual(text.length);
              last = end;
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
