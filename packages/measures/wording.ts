/** Names the sentences of an instrument by id, so that this room holds the key and the content room the words. */
import type { Words } from "./instrument.ts";

const answersOf = (set: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `measures.${set}.answer.${i + 1}`);

/**
 * The ids of an instrument's sentences: `measures.<set>.lead`, `.1` and so on for the items asked, and
 * `.answer.1` and so on for its answers, lowest first. A list of counts means answers of each item's own, under
 * `.1.answer.1` and so on.
 */
export const wordsOf = (set: string, items: readonly number[], answers: number | readonly number[]): Words => ({
  lead: `measures.${set}.lead`,
  items: items.map((item) => `measures.${set}.${item}`),
  answers:
    typeof answers === "number"
      ? [answersOf(set, answers)]
      : answers.map((count, i) => answersOf(`${set}.${items[i] ?? 0}`, count)),
});

/** Sentences of several sets in one instrument; the lead and the answers are those of the first. */
export const joined = (first: Words, second: Words): Words => ({ ...first, items: [...first.items, ...second.items] });
