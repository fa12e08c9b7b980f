/** Turns a message into plain text that patterns can read, and leads every place back into the message. */
import type { WordingLexicon } from "./lexicon.ts";

/** One word or mark of the plain text. `from` and `to` are UTF-16 offsets into the message, `start` and `end` into the line. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A message in plain text: small letters, spellings and contractions written out, exactly one space before and after
 * each word. Marks are words: "," for whatever pauses, "." "!" "?" for whatever ends a sentence. One word of the
 * message may have become several ("can't": "can not"); those share a place. The line begins and ends with a mark.
 */
export interface Plain {
  readonly line: string;
  readonly words: readonly Word[];
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

const symbols: Readonly<Record<string, string>> = { "&": "and", "+": "and", "@": "at", "'": "", '"': "", "“": "", "”": "", "*": "", "_": "" };

const titles = new Set(["dr", "mr", "mrs", "ms", "st"]);

/** What one token becomes; empty when it says nothing. */
const wordFor = (raw: string, before: string, spell: Speller): string => {
  if (/^[ap]\.m/.test(raw)) return `${raw.charAt(0)}m`;
  if (/^[\p{L}\d€£$]/u.test(raw) && raw.length > 0) return /^[€£$]$/.test(raw) ? "" : spell(raw);
  const symbol = symbols[raw];
  if (symbol !== undefined) return symbol;
  return raw === "." && titles.has(before) ? "" : markFor(raw);
};

/** Reads a message. Takes time in proportion to its length. */
export const toPlain = (text: string, spell: Speller): Plain => {
  const even = evened(text);
  const words: Word[] = [];
  let line = " ";
  const add = (word: string, from: number, to: number): void => {
    words.push({ text: word, from, to, start: line.length, end: line.length + word.length });
    line += `${word} `;
  };
  // So that the beginning of the message is, for every pattern, the place after an end.
  add(".", 0, 0);
  for (const { 0: raw, index } of even.matchAll(token)) {
    const to = index + raw.length;
    // A hyphen inside a word ("half-term") is a space; one with spaces around it is a dash.
    if (raw === "-" && /\p{L}/u.test(even.charAt(to)) && /\p{L}/u.test(even.charAt(index - 1))) continue;
    const word = wordFor(raw, words.at(-1)?.text ?? "", spell);
    if (word !== "") add(word, index, to);
  }
  // So that the end of the message is an end for every pattern.
  if (words.length === 1 || !endsSentence(words.at(-1)?.text ?? "")) add(".", text.length, text.length);
  return { line, words };
};

/** True for a mark that ends a sentence. */
export const endsSentence = (word: string): boolean => word === "." || word === "!" || word === "?";

/** True for any mark. */
export const isPunctuation = (word: string): boolean => word === "," || endsSentence(word);

/** The place in `words` of the word that covers `at` in the line, by halving; -1 before the first. */
export const wordAt = (words: readonly Word[], at: number): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
