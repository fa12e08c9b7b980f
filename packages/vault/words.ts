/** Turns 128 random bits into twelve words a person can write down, and back (BIP-39, English). */
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { err, ok, type Result } from "@belay/basics";
import type { Random } from "./secret.ts";

/** Why a text is no set of recovery words. `place` counts from 1. */
export type WordsFault =
  | { readonly type: "WrongCount"; readonly got: number }
  | { readonly type: "UnknownWord"; readonly place: number }
  | { readonly type: "BadChecksum" };

const count = 12;
/** Letters that twelve words can have however they are written; what is longer is looked at so far. */
const lettersMax = 4096;

/** Twelve new words. Takes 16 random bytes. */
export const newRecoveryWords = (random: Random): readonly string[] =>
  entropyToMnemonic(random(16), wordlist).split(" ");

/** The words in what somebody typed or pasted: any case, any white space, commas and numbering left out. */
export const parseWords = (text: string): Result<readonly string[], WordsFault> => {
  const words = text
    .slice(0, lettersMax)
    .normalize("NFKD")
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== "");
  if (words.length !== count) return err({ type: "WrongCount", got: words.length });
  const stranger = words.findIndex((word) => !wordlist.includes(word));
  if (stranger >= 0) return err({ type: "UnknownWord", place: stranger + 1 });
  return wordsEntropy(words) === null ? err({ type: "BadChecksum" }) : ok(words);
};

/** The 16 bytes of twelve words, or null when they are not a set. The library throws; this is its edge. */
export const wordsEntropy = (words: readonly string[]): Uint8Array | null => {
  if (words.length !== count) return null;
  try {
    return mnemonicToEntropy(words.join(" "), wordlist);
  } catch {
    return null;
  }
};

/** The word for each 11 bits of `bytes`, as many as asked; for showing a hash to the eye. */
export const wordsOf = (bytes: Uint8Array, howMany: number): readonly string[] =>
  Array.from({ length: howMany }, (_, i) => {
    let index = 0;
    for (let bit = i * 11; bit < i * 11 + 11; bit += 1)
      index = index * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return wordlist[index] ?? "";
  });
