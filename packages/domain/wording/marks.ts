/** Marks the words in a message that may weaken it, each with two alternatives; it never changes the message. */
import { readied, type Ready, type ReadyRule } from "./compile.ts";
import type { Alternative, MarkKind, Missing, WordingLexicon, WordingRule } from "./lexicon.ts";
import { endsSentence, isPunctuation, toPlain, wordAt, type Plain } from "./plain.ts";
import { askingsOf, sumUp, type Asking, type RequestCheck } from "./request.ts";

/** What every mark carries. `from` and `to` are UTF-16 offsets into the message; `text` is what lies between. */
interface Marked {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Can stand in the place of `text`, and says it straight. */
  readonly direct: string;
  /** Can stand in the place of `text`, and leaves room. */
  readonly indirect: string;
  /** One short sentence: why it is marked. */
  readonly why: string;
}

/** A stretch of words, or (vague) the end of a message that leaves something open: there `from` equals `to`. */
export type Mark =
  | (Marked & { readonly kind: Exclude<MarkKind, "vague"> })
  | (Marked & { readonly kind: "vague"; readonly missing: Missing });

/** A match as places of words, both included. */
interface Stretch {
  readonly rule: WordingRule;
  readonly first: number;
  readonly last: number;
  /** What comes after the alternative: a full stop in the place of a question mark, or the word that replaces "but". */
  readonly tail: string;
}

/** How many characters around a match a guard may look at, and how many words a mark may grow. Keeps time linear. */
const view = 160;
const growth = 40;

/** What stands between the last end of a sentence and `at`, at most `view` characters. */
const before = (line: string, at: number): string => {
  const text = line.slice(Math.max(0, at - view), at);
  const end = Math.max(text.lastIndexOf(" . "), text.lastIndexOf(" ! "), text.lastIndexOf(" ? "));
  return end < 0 ? text : text.slice(end);
};

/** The sentence around a match, at most `view` characters to each side. */
const around = (line: string, start: number, end: number): string => {
  const after = line.slice(end, end + view);
  const stop = after.search(/ [.!?] /);
  return before(line, start) + line.slice(start, end) + (stop < 0 ? after : after.slice(0, stop + 3));
};

const allowed = (ready: ReadyRule, line: string, start: number, end: number, askings: readonly Asking[]): boolean => {
  const ahead = before(line, start);
  if (ready.onlyAfter !== null && !ready.onlyAfter.test(ahead)) return false;
  if (ready.unlessAfter?.test(ahead) === true) return false;
  if (ready.unlessBefore?.test(line.slice(end, end + view)) === true) return false;
  const here = ready.within === null && ready.afterAsk === null ? "" : around(line, start, end);
  if (ready.within !== null && here.search(ready.within) < 0) return false;
  return ready.afterAsk === null || askings.some((each) => each.start < start) || here.search(ready.afterAsk) >= 0;
};

/** The last word of the clause or sentence that a match begins. */
const grow = ({ line, words }: Plain, from: number, rule: WordingRule, ready: Ready, askings: readonly Asking[]): number => {
  let last = from;
  if (rule.reach === "part") return last;
  while (last - from < growth) {
    const next = words[last + 1];
    if (next === undefined || endsSentence(next.text)) return last;
    if (askings.some(({ start }) => start >= next.start && start < next.end)) break;
    if (rule.reach === "clause" && next.text === ",") return last;
    if (rule.reach === "clause" && ready.clauseEnds.test(line.slice(next.start - 1, next.start + view))) return last;
    last += 1;
  }
  // What led to the request is not part of it: the pause, and "so" or "but".
  while (last > from && isPunctuation(words[last]?.text ?? "")) last -= 1;
  return last;
};

/** Takes in a "but" before a request, or the question mark of a question that becomes a statement. */
const finish = (plain: Plain, stretch: Stretch, ready: Ready, askings: readonly Asking[]): Stretch => {
  const { line, words } = plain;
  const { rule, last } = stretch;
  const next = words[last + 1];
  if (rule.reach !== "part" && next?.text === "?") return { ...stretch, last: last + 1, tail: "." };
  const end = words[last]?.end ?? 0;
  const turn = rule.turnsBut === true ? ready.turn.exec(line.slice(end, end + view)) : null;
  if (turn === null) return stretch;
  const over = end + turn[0].length;
  const asked = askings.some(({ start }) => start > over && start <= over + 24);
  return asked ? { ...stretch, last: wordAt(words, over - 1), tail: ready.lexicon.turn.to } : stretch;
};

const stretchesOf = (plain: Plain, ready: Ready, askings: readonly Asking[]): readonly Stretch[] => {
  const found: Stretch[] = [];
  for (const each of ready.rules) {
    for (const { 0: text, index } of plain.line.matchAll(each.match)) {
      const [start, end] = [index + 1, index + text.length];
      if (!allowed(each, plain.line, start, end, askings)) continue;
      const first = wordAt(plain.words, start);
      const last = grow(plain, wordAt(plain.words, end - 1), each.rule, ready, askings);
      found.push(finish(plain, { rule: each.rule, first, last, tail: "" }, ready, askings));
    }
  }
  return found;
};

/** One stretch of words carries one kind: the earlier rule wins, and matches of the same kind that overlap become one. */
const settled = (found: readonly Stretch[]): readonly Stretch[] => {
  const owner = new Map<number, number>();
  const kept: Stretch[] = [];
  for (const stretch of found) {
    const owners = new Set<number>();
    for (let at = stretch.first; at <= stretch.last; at += 1) {
      const other = owner.get(at);
      if (other !== undefined) owners.add(other);
    }
    const [one, ...more] = owners;
    const held = one === undefined ? undefined : kept[one];
    if (more.length > 0 || (held !== undefined && held.rule.kind !== stretch.rule.kind)) continue;
    const place = one ?? kept.length;
    const tail = held !== undefined && held.last >= stretch.last ? held.tail : stretch.tail;
    const [first, last] = [Math.min(held?.first ?? Infinity, stretch.first), Math.max(held?.last ?? 0, stretch.last)];
    kept[place] = { rule: held?.rule ?? stretch.rule, first, last, tail };
    for (let at = first; at <= last; at += 1) owner.set(at, place);
  }
  return kept;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const markOf = (message: string, plain: Plain, { rule, first, last, tail }: Stretch, { lexicon }: Ready): Mark => {
  const [from, to] = [plain.words[first]?.from ?? 0, plain.words[last]?.to ?? 0];
  const text = message.slice(from, to);
  // Capitals as the writer has them: who writes small letters keeps them.
  const starts = endsSentence(plain.words[first - 1]?.text ?? ".") && /^\p{Lu}/u.test(text);
  const fit = (words: string): string => `${starts ? capital(words) : words}${tail}`;
  const { direct, indirect } = alternativeOf(lexicon, rule);
  return { kind: rule.kind, from, to, text, direct: fit(direct), indirect: fit(indirect), why: lexicon.why[rule.kind] };
};

/** A rule that names no alternative is our bug, and throws. */
const alternativeOf = (lexicon: WordingLexicon, rule: WordingRule): Alternative => {
  const found = lexicon.alternatives[rule.say];
  if (found === undefined) throw new Error(`the lexicon has no alternative ${rule.say}`);
  return found;
};

const missingOf = ({ isRequest, what, when }: Omit<RequestCheck, "feeling">): Missing | null => {
  if (!isRequest || (what && when)) return null;
  if (what) return "when";
  return when ? "what" : "both";
};

const vagueMark = (message: string, missing: Missing, lexicon: WordingLexicon): Mark => {
  const { length } = message;
  const gap = /\s$/.test(message) ? "" : /[\p{L}\p{N}]$/u.test(message) ? ". " : " ";
  const { direct, indirect } = lexicon.additions[missing];
  const why = lexicon.whyVague[missing];
  return { kind: "vague", missing, from: length, to: length, text: "", direct: gap + direct, indirect: gap + indirect, why };
};

/** A request that stands inside blame or a test is a way to blame or to test, and needs no time. */
const insideOf = (plain: Plain, stretches: readonly Stretch[], { start }: Asking): boolean =>
  stretches.some(
    ({ rule, first, last }) =>
      (rule.kind === "accusation" || rule.kind === "hidden-test") &&
      rule.reach !== "part" &&
      start >= (plain.words[first]?.start ?? 0) &&
      start < (plain.words[last]?.end ?? 0),
  );

/**
 * Marks a message, in the order of the places. Of each kind but `vague` there may be several, and none overlap; of
 * `vague` there is at most one, at the end. Takes time in proportion to the length of the message.
 */
export const markWording = (text: string, lexicon: WordingLexicon): readonly Mark[] => {
  const ready = readied(lexicon);
  const plain = toPlain(text, ready.spell);
  const askings = askingsOf(plain, ready);
  const stretches = settled(stretchesOf(plain, ready, askings));
  const marks = stretches.map((stretch) => markOf(text, plain, stretch, ready)).toSorted((a, b) => a.from - b.from);
  const missing = missingOf(sumUp(askings.filter((each) => !insideOf(plain, stretches, each))));
  return missing === null ? marks : [...marks, vagueMark(text, missing, lexicon)];
};

/** Checks a message for the composer's list: what, when, and how you feel. */
export const checkRequest = (text: string, lexicon: WordingLexicon): RequestCheck => {
  const ready = readied(lexicon);
  const plain = toPlain(text, ready.spell);
  const feeling = plain.line.search(ready.request.feelings) >= 0;
  return { ...sumUp(askingsOf(plain, ready)), feeling };
};
