/** Judges passphrases, proposes one, and brings what was typed into the one form that is stretched (security page 4.7). */
import { utf8 } from "@belay/basics";
import { commonPhrases, commonWords } from "./leaked-words.ts";
import type { Random } from "./secret.ts";
import { wordsOf } from "./words.ts";

/** Characters a passphrase must have (security page 4.7). */
export const passphraseMin = 12;

/** Why a passphrase is not taken: too short, on everybody's list, or too easily guessed. */
export type WeakPassphrase = "short" | "common" | "simple";

/** A judgement: 0 to 4 (3 is enough), and what stands in the way, if anything does. */
export interface Judgement {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly why: WeakPassphrase | null;
}

/** NFKC, without white space at either end: the same text from every keyboard (Unicode annex 15). */
export const normalise = (text: string): string => text.normalize("NFKC").trim();

/** What is given to Argon2id: UTF-8 of the normalised text. The caller wipes it. */
export const passphraseBytes = (text: string): Uint8Array => utf8(normalise(text));

/** Five words of the BIP-39 list: 55 bits, which no estimate has to judge. Takes 7 random bytes. */
export const propose = (random: Random): string => {
  const bytes = random(7);
  const words = wordsOf(bytes, 5).join(" ");
  bytes.fill(0);
  return words;
};

/** Longer texts are judged by their beginning: it alone is far beyond guessing. */
const judgedMax = 256;

/**
 * Whether a passphrase will do: 12 characters, not a common one, and at a guess 10^8 tries or more. The estimate counts
 * in powers of ten and is meant to be low rather than high; the steps are those of zxcvbn (Wheeler, USENIX Security 2016).
 */
export const judge = (text: string): Judgement => {
  const letters = Array.from(normalise(text));
  const folded = fold(letters.slice(0, judgedMax).join(""));
  const { digits, listed } = guesses(folded);
  const score = stepOf(digits);
  if (letters.length < passphraseMin) return { score: score > 2 ? 2 : score, why: "short" };
  if (listed || isCommon(folded)) return { score: score > 1 ? 1 : score, why: "common" };
  return { score, why: score < 3 ? "simple" : null };
};

const stepOf = (digits: number): Judgement["score"] => {
  if (digits < 3) return 0;
  if (digits < 6) return 1;
  if (digits < 8) return 2;
  return digits < 10 ? 3 : 4;
};

const stand: Readonly<Record<string, string>> = { "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s" };
const fold = (text: string): string => text.toLowerCase();
/** Letters alone, with the usual stand-ins read as what they stand for. */
const bare = (text: string): string =>
  Array.from(text, (letter) => stand[letter] ?? letter)
    .join("")
    .replaceAll(/[^\p{L}]/gu, "");

/** On the list, as it is, without what is no letter, or with the stand-ins read. */
const isCommon = (folded: string): boolean => {
  const plain = folded.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return [plain, folded.replaceAll(/[^\p{L}]/gu, ""), bare(folded)].some((form) => commonPhrases.has(form));
};

/** A piece that a guesser tries whole: its length in UTF-16 units and what it is worth in powers of ten. */
interface Piece {
  readonly length: number;
  readonly digits: number;
  readonly listed: boolean;
}

const rows = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "1234567890",
  "1qaz2wsx3edc4rfv",
];
const runs = [...rows, "abcdefghijklmnopqrstuvwxyz"].flatMap((row) => [row, [...row].reverse().join("")]);

/** Four or more of a keyboard's row, the alphabet or the digits, in either direction. */
const runAt = (text: string, at: number): Piece | null => {
  let length = 0;
  for (const run of runs) {
    const start = run.indexOf(text.slice(at, at + 4));
    if (start < 0 || at + 4 > text.length) continue;
    let size = 4;
    while (size < run.length - start && text[at + size] === run[start + size]) size += 1;
    length = Math.max(length, size);
  }
  return length === 0 ? null : { length, digits: 1.5, listed: true };
};

/** What repeats at once: `aaa`, `abcabc`. Worth as much as what is repeated, and the count. */
const repeatAt = (text: string, at: number): Piece | null => {
  for (let size = Math.min(32, Math.floor((text.length - at) / 2)); size >= 1; size -= 1) {
    const unit = text.slice(at, at + size);
    let count = 1;
    while (text.startsWith(unit, at + count * size)) count += 1;
    if (count * size < 4 || count < 2 || (size === 1 && count < 3)) continue;
    const inner = size === 1 ? { digits: 1, listed: true } : guesses(unit);
    return { length: count * size, digits: inner.digits + Math.log10(count), listed: inner.listed };
  }
  return null;
};

const dates = [
  /^(?:19|20)\d\d[-./ ]?[01]?\d[-./ ]?[0-3]?\d(?!\d)/,
  /^[0-3]?\d[-./ ]?[0-3]?\d[-./ ]?(?:19|20)\d\d(?!\d)/,
  /^(?:19|20)\d\d(?!\d)/,
];
const dateAt = (text: string, at: number): Piece | null => {
  const found = dates.map((shape) => shape.exec(text.slice(at, at + 10))?.[0] ?? "").find((match) => match !== "");
  if (found === undefined) return null;
  return { length: found.length, digits: found.length > 4 ? 4.5 : 2, listed: true };
};

const longestWord = Math.max(...Array.from(commonWords, (word) => word.length));
const wordAt = (text: string, at: number): Piece | null => {
  for (let length = Math.min(longestWord, text.length - at); length >= 4; length -= 1) {
    const part = text.slice(at, at + length);
    if (commonWords.has(part) || (/[^a-z]/.test(part) && commonWords.has(bare(part))))
      return { length, digits: 2.2, listed: true };
  }
  return null;
};

/** Letters in a row that could be a word: English has little more than two bits a letter (Shannon, 1951). */
const letterRun = (run: string): number => {
  const vowels = (run.match(/[aeiouy]/g) ?? []).length / run.length;
  const speakable = vowels >= 0.2 && vowels <= 0.7 && !/[^aeiouy]{5}/.test(run);
  return run.length * (speakable ? 0.65 : 1.2);
};

/** What no pattern explains. */
const looseAt = (text: string, at: number): Piece => {
  const run = /^[a-z]+/.exec(text.slice(at))?.[0] ?? "";
  if (run !== "") {
    // Up to the next pattern, so that a listed word behind loose letters is found.
    let length = 1;
    while (length < run.length && patternAt(text, at + length) === null) length += 1;
    return { length, digits: letterRun(run.slice(0, length)), listed: false };
  }
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const digits = /\p{N}/u.test(letter) ? 1 : /\p{L}/u.test(letter) ? 1.2 : /\s/u.test(letter) ? 0.3 : 1.4;
  return { length: letter.length, digits, listed: false };
};

const patternAt = (text: string, at: number): Piece | null => {
  const found = [repeatAt(text, at), runAt(text, at), dateAt(text, at), wordAt(text, at)];
  return found.reduce((best, piece) => (piece !== null && piece.length > (best?.length ?? 0) ? piece : best), null);
};

/** The estimate of a whole text, and whether everything but a few characters of it is on a list. */
const guesses = (text: string): { readonly digits: number; readonly listed: boolean } => {
  let [digits, loose, at] = [0, 0, 0];
  while (at < text.length) {
    const piece = patternAt(text, at) ?? looseAt(text, at);
    digits += piece.digits;
    if (!piece.listed) loose += text.slice(at, at + piece.length).trim().length;
    at += piece.length;
  }
  return { digits, listed: loose <= 3 && digits < 10 };
};
