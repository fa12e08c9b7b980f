/** Plain words: what a message becomes, and that every word leads back to its place. */
import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsSentence, isPunctuation, spellerOf, toPlain } from "./plain.ts";

const spell = spellerOf({
  spellings: { "can not": "can't cant", you: "u ya", tomorrow: "2mrw tmrw", sorry: "sory" },
  endings: [
    ["^(.+)'ve$", "$1 have"],
    ["^(.+)'ll$", "$1 will"],
    ["^(.+)in'$", "$1ing"],
  ],
});

const english = spellerOf(wordingEn);

const same = (word: string): string => word;

const plain = (text: string): string =>
  toPlain(text, spell)
    .map((word) => word.text)
    .join(" ");

describe("a message becomes plain words", () => {
  it.each([
    ["nothing", "", ". ."],
    ["only spaces", "   ", ". ."],
    ["words", "bring soup", ". bring soup ."],
    ["a sentence with its end", "Bring soup.", ". bring soup ."],
    ["capitals", "BRING Soup", ". bring soup ."],
    ["capitals beyond English", "ÉCOLE Ärger", ". école ärger ."],
    ["a straight apostrophe", "I can't", ". i can not ."],
    ["a curly apostrophe", "I can’t", ". i can not ."],
    ["an opening quote for an apostrophe", "I can‘t", ". i can not ."],
    ["a backtick for an apostrophe", "I can`t", ". i can not ."],
    ["an accent for an apostrophe", "I can´t", ". i can not ."],
    ["no apostrophe where one belongs", "I cant", ". i can not ."],
    ["a contraction by its ending", "they've, we'll", ". they have , we will ."],
    ["a spelling of messages", "c u 2mrw", ". c you tomorrow ."],
    ["letters drawn out", "soooo soryyy", ". so sorry ."],
    ["two of a letter, which are left", "soon week", ". soon week ."],
    ["a question", "would you?", ". would you ?"],
    ["a call", "come!", ". come !"],
    ["a question that calls", "what?!", ". what ?"],
    ["many marks", "come!!!", ". come !"],
    ["dots that trail off", "well... yes", ". well , yes ."],
    ["one sign for dots", "well… yes", ". well , yes ."],
    ["a comma, a semicolon, a colon", "a, b; c: d", ". a , b , c , d ."],
    ["brackets", "a (b) c", ". a , b , c ."],
    ["a dash", "a – b — c - d", ". a , b , c , d ."],
    ["a hyphen inside a word", "half-term 9-5", ". half term 9 5 ."],
    ["quotation marks", '"bring" “soup”', ". bring soup ."],
    ["stars and lines for weight", "*bring* _soup_", ". bring soup ."],
    ["signs that are words", "a & b + c @ d", ". a and b and c at d ."],
    ["a line break", "a\nb", ". a , b ."],
    ["an empty line", "a\n\nb", ". a . b ."],
    ["half past eight, in numbers", "8:30 and 8.30", ". 8:30 and 8.30 ."],
    ["a number with its ending", "the 3rd, 8pm", ". the 3rd , 8pm ."],
    ["a.m. and p.m.", "8 p.m. or 9 a.m", ". 8 pm or 9 am ."],
    ["a sum", "£20 or 5€", ". £20 or 5 ."],
    ["a title", "Dr. May and Mr. Lee", ". dr may and mr lee ."],
    ["a drawing", "soup 🍲 please", ". soup , please ."],
  ] as const)("%s: %s", (_what, text, words) => {
    expect(plain(text)).toBe(words);
  });

  it("leaves a spelling alone that it does not know", () => {
    expect(["zebra", "brought", "u2"].map(spell)).toEqual(["zebra", "brought", "u2"]);
  });

  it("tries spellings before endings", () => {
    const first = spellerOf({ spellings: { "let us": "let's" }, endings: [["'s$", " is"]] });
    expect([first("let's"), first("who's")]).toEqual(["let us", "who is"]);
  });
});

describe("every word leads back into the message", () => {
  it.each([
    ["I can’t come", "can", "can’t"],
    ["I can’t come", "not", "can’t"],
    ["see YA there", "you", "YA"],
    ["Soryyyy about it", "sorry", "Soryyyy"],
    ["at 8 p.m. sharp", "pm", "p.m."],
    ["😀 bring soup", "bring", "bring"],
    ["İstanbul, bring soup", "soup", "soup"],
    ["well… yes", ",", "…"],
    ["really?! yes", "?", "?!"],
  ] as const)("in %s, %s stands for %s", (text, word, source) => {
    const found = toPlain(text, spell).find((each) => each.text === word);
    expect(text.slice(found?.from, found?.to)).toBe(source);
  });

  it("and the words of one contraction share its place", () => {
    const [, , can, not, come] = toPlain("I can't come", spell);
    expect(can).toEqual({ text: "can", from: 2, to: 7 });
    expect(not).toEqual({ text: "not", from: 2, to: 7 });
    expect(come).toEqual({ text: "come", from: 8, to: 12 });
  });

  it("and the marks that stand for the beginning and the end take no room", () => {
    const words = toPlain("bring soup", spell);
    expect(words[0]).toEqual({ text: ".", from: 0, to: 0 });
    expect(words.at(-1)).toEqual({ text: ".", from: 10, to: 10 });
    expect(toPlain("bring soup?", spell)).toHaveLength(4);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "can't",
        "Can’t",
        "U",
        "soooo",
        "…",
        "?!",
        "\n",
        "\n\n",
        " ",
        "-",
        "8:30",
        "p.m.",
        "İ",
        "Dr.",
        "'",
        "£",
      ),
      { maxLength: 40 },
    )
    .map((bits) => bits.join("")),
);

describe("any text at all", () => {
  it("gives offsets inside the message that rise and never cross", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = { from: 0, to: 0 };
        for (const { from, to } of toPlain(text, english)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(text.length);
          const shared = from === last.from && to === last.to;
          expect(shared || from >= last.to).toBe(true);
          last = { from, to };
        }
      }),
    );
  });

  it("gives words whose source, read alone, is that word again", () => {
    const message = fc.array(
      fc.constantFrom("Bring", "the", "SOUP", "école", "can’t", "they've", "u", "8:30", "friday"),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(message, fc.constantFrom(" ", ", ", "\n", " – "), (words, between) => {
        const text = words.join(between);
        const found = toPlain(text, spell).filter((word) => !isPunctuation(word.text));
        for (const { text: word, from, to } of found) {
          expect(words).toContain(text.slice(from, to));
          expect(toPlain(text.slice(from, to), spell).map((each) => each.text)).toContain(word);
        }
        expect([...new Set(found.map(({ from }) => from))]).toHaveLength(words.length);
      }),
    );
  });

  it("begins and ends with a mark that ends a sentence, and has no empty words or words with spaces", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = toPlain(text, same).map((word) => word.text);
        expect(endsSentence(words[0] ?? "")).toBe(true);
        expect(endsSentence(words.at(-1) ?? "")).toBe(true);
        expect(words.length).toBeGreaterThanOrEqual(2);
        for (const word of words) expect(word).toMatch(/^[^ ]+$/u);
      }),
    );
  });

  it("reads the same with either apostrophe", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("can't", "they've", "we'll", "let's", "soup", ","), { maxLength: 20 }),
        (bits) => {
          const text = bits.join(" ");
          expect(toPlain(text.replaceAll("'", "’"), english)).toEqual(toPlain(text, english));
        },
      ),
    );
  });
});

describe("a mark", () => {
  it.each([
    [".", true, true],
    ["!", true, true],
    ["?", true, true],
    [",", false, true],
    [";", false, false],
    ["…", false, false],
    ["", false, false],
    ["soup", false, false],
    ["?!", false, false],
  ] as const)("%j ends a sentence: %s, is a mark: %s", (word, ends, mark) => {
    expect(endsSentence(word)).toBe(ends);
    expect(isPunctuation(word)).toBe(mark);
  });
});
