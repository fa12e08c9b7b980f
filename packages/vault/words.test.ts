import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import bip39 from "../../fixtures/standard/bip39-english.json";
import { newRecoveryWords, parseWords, wordsEntropy, wordsOf } from "./words.ts";

const twelve = bip39.cases.filter((one) => one.words.split(" ").length === 12);
const legal = "legal winner thank year wave sausage worth useful legal winner thank yellow";

describe("recovery words", () => {
  it.each(twelve.map((one) => [one.id, one] as const))("are those of the published list, %s", (_, one) => {
    const entropy = fromHex(one.entropy);
    if (!entropy.ok) throw new Error(one.entropy);
    expect(newRecoveryWords(() => entropy.value).join(" ")).toBe(one.words);
    expect(wordsEntropy(one.words.split(" "))).toEqual(entropy.value);
  });

  it("there are published cases to try", () => {
    expect(twelve.length).toBeGreaterThanOrEqual(8);
  });

  it("come back as the 16 bytes they were made from", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (entropy) => {
        expect(wordsEntropy(newRecoveryWords(() => entropy))).toEqual(entropy);
      }),
    );
  });

  it("take 16 random bytes and are new each time", () => {
    const random = seededRandom("words");
    const taken: number[] = [];
    const draw = (length: number): Uint8Array => {
      taken.push(length);
      return random(length);
    };
    expect(newRecoveryWords(draw)).not.toEqual(newRecoveryWords(draw));
    expect(taken).toEqual([16, 16]);
  });
});

describe("words that somebody typed", () => {
  it.each([
    ["plain", legal],
    ["in capitals", legal.toUpperCase()],
    ["over several lines", legal.replaceAll(" ", "\r\n\t ")],
    ["with commas", legal.replaceAll(" ", ", ")],
    [
      "numbered",
      legal
        .split(" ")
        .map((word, i) => `${i + 1}. ${word}`)
        .join("\n"),
    ],
    ["with space around", `  ${legal}\n`],
    ["in full-width letters", legal.replaceAll("a", "ａ")],
  ])("are understood: %s", (_, text) => {
    expect(parseWords(text)).toEqual({ ok: true, value: legal.split(" ") });
  });

  it.each([
    ["nothing", "", 0],
    ["eleven", legal.split(" ").slice(1).join(" "), 11],
    ["thirteen", `${legal} zoo`, 13],
  ])("%s are too few or too many", (_, text, got) => {
    expect(parseWords(text)).toEqual({ ok: false, error: { type: "WrongCount", got } });
  });

  it("a word that is not on the list is named by its place", () => {
    expect(parseWords(legal.replace("wave", "wafe"))).toEqual({ ok: false, error: { type: "UnknownWord", place: 5 } });
  });

  it("two words changed over are noticed by the checksum", () => {
    expect(parseWords("winner legal thank year wave sausage worth useful legal winner thank yellow")).toEqual({
      ok: false,
      error: { type: "BadChecksum" },
    });
  });

  it("anything else never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseWords(text).ok).toBe(false);
      }),
    );
    expect(wordsEntropy(["a"])).toBeNull();
    expect(wordsEntropy(Array.from({ length: 12 }, () => "zoo"))).toBeNull();
  });
});

describe("words of a hash", () => {
  it("are 11 bits each, from the front", () => {
    expect(wordsOf(new Uint8Array(9), 6)).toEqual(Array.from({ length: 6 }, () => "abandon"));
    expect(wordsOf(new Uint8Array(9).fill(255), 6)).toEqual(Array.from({ length: 6 }, () => "zoo"));
    expect(wordsOf(Uint8Array.of(0b00000000, 0b00100000), 1)).toEqual(["ability"]);
  });

  it("agree with the recovery words, which show the same bits", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (entropy) => {
        expect(wordsOf(entropy, 11)).toEqual(newRecoveryWords(() => entropy).slice(0, 11));
      }),
    );
  });
});

describe("a text beyond all bounds", () => {
  it("is refused at once, and never read to its end", () => {
    const endless = `${legal} `.repeat(100_000);
    const started = performance.now();
    const read = parseWords(endless);
    expect(read.ok ? "words" : read.error.type).toBe("WrongCount");
    expect(performance.now() - started).toBeLessThan(500);
    expect(parseWords(`${legal}${" ".repeat(1_000_000)}`)).toEqual({ ok: true, value: legal.split(" ") });
  });
});
