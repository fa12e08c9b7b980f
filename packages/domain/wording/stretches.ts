/** Finds the stretches of words that rules mark, and settles which rule has which words. */
import { spokenIn, weighed } from "./clues.ts";
import type { WordingRule } from "./lexicon.ts";
import { endsAt, findAll, holds, longest, type Found, type Reader } from "./pattern.ts";
import { endsSentence, isPunctuation } from "./plain.ts";
import type { Ready, ReadyRule } from "./ready.ts";
import type { Asking } from "./request.ts";

/** The words `first` to before `end` that a rule marks. */
export interface Stretch extends Found {
  readonly rule: WordingRule;
  /** What comes after the alternative: a full stop in the place of a question mark, or the word that replaces "but". */
  readonly tail: string;
}

/** How many words a mark may grow, and how far a guard may look. Keeps time linear. */
const growth = 40;

/** The sentence around a match, as far as guards may look. */
const around = (words: readonly string[], { first, end }: Found): Found => {
  let from = first;
  while (from > Math.max(0, first - growth) && !endsSentence(words[from - 1] ?? ".")) from -= 1;
  let to = end;
  while (to < Math.min(words.length, end + growth) && !endsSentence(words[to] ?? ".")) to += 1;
  return { first: from, end: to };
};

const allowed = (ready: ReadyRule, reader: Reader, match: Found, askings: readonly Asking[]): boolean => {
  const { first, end } = around(reader.words, match);
  if (ready.unlessAfter !== null && endsAt(ready.unlessAfter, reader, match.first, first)) return false;
  if (ready.unlessBefore !== null && longest(ready.unlessBefore, reader, match.end) > match.end) return false;
  if (ready.within !== null && !holds(ready.within, reader, first, end)) return false;
  if (ready.afterAsk === null || (askings[0]?.first ?? Infinity) < match.first) return true;
  // "It's fine. I'll do it.": the lead may be a sentence of its own.
  return holds(ready.afterAsk, reader, around(reader.words, { first: Math.max(0, first - 1), end: first }).first, end);
};

/** Where the clause or the sentence that a match begins comes to its end. */
const grown = (
  reader: Reader,
  match: Found,
  rule: WordingRule,
  ready: Ready,
  openings: ReadonlySet<number>,
): number => {
  const { words } = reader;
  let { end } = match;
  if (rule.reach === "part") return end;
  while (end - match.end < growth) {
    const next = words[end];
    if (next === undefined || endsSentence(next) || openings.has(end)) break;
    if (rule.reach === "clause" && (next === "," || longest(ready.clauseEnds, reader, end) > end)) break;
    end += 1;
  }
  // The pause that leads on to the request is not part of it.
  while (end > match.end && isPunctuation(words[end - 1] ?? "")) end -= 1;
  return end;
};

/** Where the clause or the sentence begins that a match lies in, so that an alternative can stand for all of it. */
const begun = (
  reader: Reader,
  match: Found,
  rule: WordingRule,
  ready: Ready,
  openings: ReadonlySet<number>,
): number => {
  const { words } = reader;
  let { first } = match;
  if (rule.reach === "part") return first;
  while (match.first - first < growth) {
    const before = words[first - 1];
    if (before === undefined || endsSentence(before)) break;
    // What is asked in the same breath stays as it is.
    if (openings.has(first - 1)) return match.first;
    if (rule.reach === "clause" && (before === "," || longest(ready.clauseEnds, reader, first - 1) >= first)) break;
    first -= 1;
  }
  while (first < match.first && isPunctuation(words[first] ?? "")) first += 1;
  return first;
};

/** Takes in a "but" before a request, or the question mark of a question that becomes a statement. */
const finished = (reader: Reader, stretch: Stretch, ready: Ready, openings: ReadonlySet<number>): Stretch => {
  const { rule, end } = stretch;
  if (rule.reach !== "part" && reader.words[end] === "?") return { ...stretch, end: end + 1, tail: "." };
  const over = rule.turnsBut === true ? longest(ready.turn, reader, end) : -1;
  const asks = over > end && [0, 1, 2, 3].some((more) => openings.has(over + more));
  return asks ? { ...stretch, end: over, tail: ready.lexicon.turn.to } : stretch;
};

/** One stretch of words carries one kind: the earlier rule wins, and matches of the same kind that overlap become one. */
const settled = (found: readonly Stretch[]): readonly Stretch[] => {
  const owner = new Map<number, number>();
  const kept: Stretch[] = [];
  for (const stretch of found) {
    const owners = new Set<number>();
    for (let at = stretch.first; at < stretch.end; at += 1) {
      const other = owner.get(at);
      if (other !== undefined) owners.add(other);
    }
    const [one, ...more] = owners;
    const held = one === undefined ? undefined : kept[one];
    if (more.length > 0 || (held !== undefined && held.rule.kind !== stretch.rule.kind)) continue;
    const place = one ?? kept.length;
    const tail = held !== undefined && held.end >= stretch.end ? held.tail : stretch.tail;
    const [first, end] = [Math.min(held?.first ?? Infinity, stretch.first), Math.max(held?.end ?? 0, stretch.end)];
    kept[place] = { rule: held?.rule ?? stretch.rule, first, end, tail };
    for (let at = first; at < end; at += 1) owner.set(at, place);
  }
  return kept;
};

/** Every stretch that a rule or a set of clues marks, in the order of the words; none overlap. */
export const stretchesOf = (reader: Reader, ready: Ready, askings: readonly Asking[]): readonly Stretch[] => {
  const openings = new Set(askings.map(({ first }) => first));
  const found = ready.rules.flatMap((each) =>
    findAll(each.match, reader)
      .filter((match) => allowed(each, reader, match, askings))
      .map((match): Stretch => {
        const first = begun(reader, match, each.rule, ready, openings);
        const end = grown(reader, match, each.rule, ready, openings);
        return finished(reader, { rule: each.rule, first, end, tail: "" }, ready, openings);
      }),
  );
  const kept = settled(found);
  const weighty = spokenIn(reader.words, openings)
    .filter(({ first, end }) => !kept.some((each) => each.first < end && first < each.end))
    .flatMap((spoken): readonly Stretch[] => {
      const set = weighed(reader.words, spoken, ready.clues);
      return set === null ? [] : [finished(reader, { ...spoken, rule: set.rule, tail: "" }, ready, openings)];
    });
  return [...kept, ...weighty].toSorted((a, b) => a.first - b.first);
};
