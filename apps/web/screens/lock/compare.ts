/** Compares what somebody copied by hand with what was shown. */

/** The words of a text, in small letters. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

/** How a copy stands: of another length, the same, or first different at a place from 1. */
export type Compared =
  | { readonly kind: "count"; readonly n: number }
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly at: number };

/** The typed words against the shown ones. */
export const compareWords = (shown: readonly string[], typed: string): Compared => {
  const words = wordsIn(typed);
  if (words.length !== shown.length) return { kind: "count", n: words.length };
  const at = words.findIndex((word, index) => word !== shown[index]);
  return at === -1 ? { kind: "same" } : { kind: "differs", at: at + 1 };
};
