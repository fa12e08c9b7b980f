/** Weighs the words of a sentence: many small clues can say together what no single phrase says. */
import type { ClueSet, WordingRule } from "./lexicon.ts";
import { holds, readerOf, type Found, type Matcher } from "./pattern.ts";
import { endsSentence, isPunctuation } from "./plain.ts";

/** A set of clues with its patterns ready. */
export interface ReadyClues {
  readonly rule: WordingRule;
  /** Points before any clue is found; far below zero. */
  readonly start: number;
  /** Points from which the sentence is marked. */
  readonly need: number;
  readonly clues: readonly { readonly match: Matcher; readonly points: number }[];
}

/** The gap between the two words of a clue: up to two words may stand there, but none after the beginning. */
const between = /(?<!\^) /;

/** Makes the patterns of a set ready. Each clue counts once, however often it is found. */
export const readyClues = (set: ClueSet, build: (patterns: readonly string[]) => Matcher): ReadyClues => ({
  rule: { kind: set.kind, say: set.say, match: [], reach: "sentence" },
  start: set.start,
  need: set.need,
  clues: Object.entries(set.points).flatMap(([points, clues]) =>
    clues.split("|").map((clue) => ({ match: build([clue.replace(between, " ~2 ")]), points: Number(points) })),
  ),
});

/** The places where sentences begin and end, without what is asked in them: a request is weighed by other rules. */
export const spokenIn = (words: readonly string[], openings: ReadonlySet<number>): readonly Found[] => {
  const found: Found[] = [];
  let first = 1;
  for (let at = 1; at < words.length; at += 1) {
    if (!endsSentence(words[at] ?? "")) continue;
    let end = at;
    for (let place = first; place < at; place += 1) if (openings.has(place)) end = Math.min(end, place);
    while (end > first && joins.has(words[end - 1] ?? "")) end -= 1;
    // One word weighs nothing.
    if (words.slice(first, end).filter((word) => !isPunctuation(word)).length > 1) found.push({ first, end });
    first = at + 1;
  }
  return found;
};

const joins = new Set([",", "but", "so", "and"]);

/** The set that has most points above its need for these words, if any has. */
export const weighed = (
  words: readonly string[],
  { first, end }: Found,
  sets: readonly ReadyClues[],
): ReadyClues | null => {
  const last = words[end] ?? ".";
  const reader = readerOf([...words.slice(first, end), isPunctuation(last) ? last : ","]);
  let best: ReadyClues | null = null;
  let most = -Infinity;
  for (const set of sets) {
    const points = set.clues.reduce(
      (sum, { match, points: each }) => (holds(match, reader) ? sum + each : sum),
      set.start,
    );
    if (points > most) {
      most = points;
      best = points >= set.need ? set : null;
    }
  }
  return best;
};
