/** Marks the words in a message that may weaken it, each with two alternatives; it never changes the message. */
import type { Alternative, MarkKind, Missing, WordingLexicon, WordingRule } from "./lexicon.ts";
import { holds, readerOf } from "./pattern.ts";
import { endsSentence, toPlain, type Word } from "./plain.ts";
import { readied } from "./ready.ts";
import { askingsOf, sumUp, type Asking, type RequestCheck } from "./request.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const markOf = (
  message: string,
  words: readonly Word[],
  { rule, first, end, tail }: Stretch,
  lexicon: WordingLexicon,
): Mark => {
  const [from, to] = [words[first]?.from ?? 0, words[end - 1]?.to ?? 0];
  const text = message.slice(from, to);
  // Capitals as the writer has them: who writes small letters keeps them.
  const starts = endsSentence(words[first - 1]?.text ?? ".") && /^\p{Lu}/u.test(text);
  const fit = (alternative: string): string => `${starts ? capital(alternative) : alternative}${tail}`;
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
  return {
    kind: "vague",
    missing,
    from: length,
    to: length,
    text: "",
    direct: gap + direct,
    indirect: gap + indirect,
    why,
  };
};

const speaking: ReadonlySet<MarkKind> = new Set(["apology", "accusation", "hidden-test"]);

/** A request inside an apology, blame or a test is a way to apologise, to blame or to test, and needs no time. */
const isInside = (stretches: readonly Stretch[], asking: Asking): boolean =>
  stretches.some(
    ({ rule, first, end }) =>
      speaking.has(rule.kind) && rule.reach !== "part" && asking.end > first && asking.first < end,
  );

/**
 * Marks a message, in the order of the places. Of each kind but `vague` there may be several, and none overlap; of
 * `vague` there is at most one, at the end. Takes time in proportion to the length of the message.
 */
export const markWording = (text: string, lexicon: WordingLexicon): readonly Mark[] => {
  const ready = readied(lexicon);
  const words = toPlain(text, ready.spell);
  const reader = readerOf(words.map((word) => word.text));
  const askings = askingsOf(reader.words, ready);
  const stretches = stretchesOf(reader, ready, askings);
  const marks = stretches.map((stretch) => markOf(text, words, stretch, lexicon));
  const missing = missingOf(sumUp(askings.filter((each) => !isInside(stretches, each))));
  return missing === null ? marks : [...marks, vagueMark(text, missing, lexicon)];
};

/** Checks a message for the composer's list: what, when, and how you feel. */
export const checkRequest = (text: string, lexicon: WordingLexicon): RequestCheck => {
  const ready = readied(lexicon);
  const words = toPlain(text, ready.spell).map((word) => word.text);
  return { ...sumUp(askingsOf(words, ready)), feeling: holds(ready.request.feelings, readerOf(words)) };
};
