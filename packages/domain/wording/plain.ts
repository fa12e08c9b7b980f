/** Turns a message into plain text that patterns can read, and leads every place back into the message. */
import type { WordingLexicon } from "./lexicon.ts";

/**
 * A word or mark of the plain text: small letters, spellings and contractions written out. `text` is "," for whatever
 * pauses, and "." "!" "?" for whatever ends a sentence. `from` and `to` are UTF-16 offsets into the message; the words
 * that one word of the message became ("can't": "can", "not") share a place.
 */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Rewrites one word. */
export type Speller = (word: string) => string;

/** Builds the speller of a lexicon. */
export const spellerOf = ({ spellings, endings }: Pick<WordingLexicon, "spellings" | "endings">): Speller => {
  const known = new Map(
    Object.entries(spellings).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word] as const)),
  );
  const rewrites = endings.map(([source, to]) => [new RegExp(source), to] as const);
  return (raw) => {
    // "soooo" and "sorryyy": no English word has three of a letter running.
    const word = raw.replace(/(\p{L})\1{2,}/gu, "$1");
    const spelled = known.get(word);
    if (spelled !== undefined) return spelled;
    const rewrite = rewrites.find(([source]) => source.test(word));
    return rewrite === undefined ? word : word.replace(rewrite[0], rewrite[1]);
  };
};

// In order: a.m. and p.m.; words; numbers with their endings; line breaks; runs of marks; anything else.
const token = /[ap]\.m\b\.?|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|[€£$]?\d+(?:[.:/]\d+)*\p{L}*|\n[\s]*|[.!?…]+|\S/gu;

/** Small letters and straight apostrophes, every character still where it was. */
const evened = (text: string): string => {
  const small = text.toLowerCase();
  const same = small.length === text.length ? small : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return same.replace(/[’‘ʼ´`′]/g, "'");
};

const markFor = (raw: string): string => {
  if (raw.startsWith("\n")) return raw.includes("\n", 1) ? "." : ",";
  if (raw.includes("?")) return "?";
  if (raw.includes("!")) return "!";
  return raw === "." ? "." : ",";
};

const symbols: Readonly<Record<string, string>> = {
  "&": "and",
  "+": "and",
  "@": "at",
  "'": "",
  '"': "",
  "“": "",
  "”": "",
  "*": "",
  _: "",
};

const titles = new Set(["dr", "mr", "mrs", "ms", "st"]);

/** What one token becomes; empty when it says nothing. */
const wordFor = (raw: string, before: string, spell: Speller): string => {
  if (/^[ap]\.m/.test(raw)) return `${raw.charAt(0)}m`;
  if (/^[\p{L}\d€£$]/u.test(raw) && raw.length > 0) return /^[€£$]$/.test(raw) ? "" : spell(raw);
  const symbol = symbols[raw];
  if (symbol !== undefined) return symbol;
  return raw === "." && titles.has(before) ? "" : markFor(raw);
};

/** Reads a message. Takes time in proportion to its length. The first and the last word are marks that end a sentence. */
export const toPlain = (text: string, spell: Speller): readonly Word[] => {
  const even = evened(text);
  // So that the beginning of the message is, for every pattern, the place after an end; and its end an end.
  const words: Word[] = [{ text: ".", from: 0, to: 0 }];
  for (const { 0: raw, index } of even.matchAll(token)) {
    const to = index + raw.length;
    // A hyphen inside a word ("half-term", "9-5") is a space; one with spaces around it is a dash.
    if (raw === "-" && /[\p{L}\d]/u.test(even.charAt(to)) && /[\p{L}\d]/u.test(even.charAt(index - 1))) continue;
    const plain = wordFor(raw, words.at(-1)?.text ?? "", spell);
    if (plain !== "") for (const word of plain.split(" ")) words.push({ text: word, from: index, to });
  }
  if (words.length === 1 || !endsSentence(words.at(-1)?.text ?? ""))
    words.push({ text: ".", from: text.length, to: text.length });
  return words;
};

/** True for a mark that ends a sentence. */
export const endsSentence = (word: string): boolean => word === "." || word === "!" || word === "?";

/** True for any mark. */
export const isPunctuation = (word: string): boolean => word === "," || endsSentence(word);
