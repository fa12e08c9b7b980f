/** The shape of a wording lexicon: all that the wording help knows about one language, as data. */
/**
 * A pattern over plain words, read from left to right:
 * `word` that word · `things%` the last letter may be missing · `then?` the word may be missing · `ask*` any word that begins so · `*ing` any that ends so ·
 * `/\d+/` any word that is this regular expression · `_` any one word · `~3` up to three words · `$` before a mark ·
 * `^` after a mark · `(a b|c)` one of these · `(…)?` perhaps · `(…)*` up to four times · `(…)+` one to four times ·
 * `=(…)` only before this · `!(…)` not before this · `<name>` the part of that name · `@` the part `adv`.
 * Every repetition is bounded and nothing backtracks, so no text can make a pattern slow.
 */
export type Pattern = string;

/** What the help can mark. An absence of marks is the class "ordinary"; there is no kind for it. */
export const markKinds = ["apology", "minimising", "withdrawing", "vague", "accusation", "hidden-test"] as const;

/** One kind of mark. */
export type MarkKind = (typeof markKinds)[number];

/** What a vague request leaves open. */
export const missings = ["what", "when", "both"] as const;

/** What a vague request leaves open. */
export type Missing = (typeof missings)[number];

/** Words that can stand in the place of what was marked, small letters first; the mark puts a capital where it belongs. */
export interface Alternative {
  /** Says it straight. */
  readonly direct: string;
  /** Says it leaving room. */
  readonly indirect: string;
}

/** One rule: these patterns are this kind, and one may say that instead. */
export interface WordingRule {
  readonly kind: Exclude<MarkKind, "vague">;
  /** The name of an alternative. */
  readonly say: string;
  readonly match: readonly Pattern[];
  /** `part` marks just the match; `clause` goes on to the end of the clause, `sentence` to the end of the sentence. */
  readonly reach: "part" | "clause" | "sentence";
  /** No mark when what stands before the match in its sentence ends like this. */
  readonly unlessAfter?: Pattern;
  /** No mark when what follows the match begins like this; it may look past the end of the sentence. */
  readonly unlessBefore?: Pattern;
  /** Only in a sentence that holds this. */
  readonly within?: Pattern;
  /** Only after a request, or in a sentence that holds this lead ("never mind", "if not"). */
  readonly afterAsk?: Pattern;
  /** A "but" between the match and the request would read oddly after the alternative: replace it too. */
  readonly turnsBut?: boolean;
}

/** Clues for one kind: what no single phrase says, many small ones can say together. */
export interface ClueSet {
  readonly kind: Exclude<MarkKind, "vague">;
  /** The name of an alternative. */
  readonly say: string;
  /** Points of a sentence without any clue; far below zero. */
  readonly start: number;
  /** Points from which a sentence is marked. */
  readonly need: number;
  /**
   * By points (whole numbers, negative ones speak against the kind): clues divided by "|", each a word, or two with up
   * to two words between; a `^` stands right before its word. No groups.
   */
  readonly points: Readonly<Record<string, string>>;
}

/** How requests, acts and times are told in one language. Every list is one choice of patterns. */
export interface RequestLexicon {
  /** Openings that ask for an act: what follows is the act ("could you", "would you mind", "i need someone to"). */
  readonly acts: readonly Pattern[];
  /** Openings that ask only when a wanted thing follows ("i need", "i could do with"). */
  readonly wants: readonly Pattern[];
  /** The things that `wants` takes for a request. */
  readonly wanted: readonly Pattern[];
  /** Requests without an opening, at the beginning of a clause ("ring me", "please send"). */
  readonly orders: readonly Pattern[];
  /** What follows an opening and makes it no request: questions answered on the spot, offers, wishes. */
  readonly notAsked: readonly Pattern[];
  /** What stands before an opening and makes it a question ("how could you"). */
  readonly questions: readonly Pattern[];
  /** Asks to be told something: a request, but one without a time is simply answered. */
  readonly told: readonly Pattern[];
  /** What follows an opening and takes its time from the sentence before ("come with me", "pick me up then"). */
  readonly echoes: readonly Pattern[];
  /** What follows an opening and takes its act from the sentence before ("do it"). */
  readonly pointing: readonly Pattern[];
  /** Words that name no act one could see done ("help", "support"): an act of such words alone says no what. */
  readonly generic: readonly Pattern[];
  /** Words that add neither act nor time. */
  readonly fillers: readonly Pattern[];
  /** Where an act ends when no mark ends it ("because", "while"). */
  readonly turns: readonly Pattern[];
  /** A sentence beside a generic request that names the task after all ("the sofa needs moving"). */
  readonly tasks: readonly Pattern[];
  /** Times. */
  readonly times: readonly Pattern[];
  /** What looks like a time and is none; struck out before times are looked for. */
  readonly notTimes: readonly Pattern[];
  /** A clause with such a word tells a story: its time is not the request's. */
  readonly past: readonly Pattern[];
  /** A clause with such a word supposes, whatever its tense ("if you were free on Friday"). */
  readonly supposed: readonly Pattern[];
  /** Between an opening and a time: the time belongs to something else ("the letter that came on"). */
  readonly elsewhere: readonly Pattern[];
  /** Asks whether somebody is free: its time is the time of the request beside it. */
  readonly free: readonly Pattern[];
  /** Says how the writer feels, or that asking is hard. */
  readonly feelings: readonly Pattern[];
}

/** All that the wording help knows about one language. */
export interface WordingLexicon {
  /** BCP 47. */
  readonly locale: string;
  /** Whole words to rewrite: the source of a regular expression, and its replacement. Tried after `spellings`. */
  readonly endings: readonly (readonly [source: string, to: string])[];
  /** Plain words, each with the spellings that stand for it, separated by spaces. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Named fragments of patterns; a part may use other parts. */
  readonly parts: Readonly<Record<string, Pattern>>;
  /** Where a clause ends when no mark of punctuation ends it. */
  readonly clauseEnds: readonly Pattern[];
  /** A turn that `turnsBut` replaces, and what replaces it. */
  readonly turn: { readonly from: Pattern; readonly to: string };
  readonly alternatives: Readonly<Record<string, Alternative>>;
  /** Earlier rules win where two kinds overlap. */
  readonly rules: readonly WordingRule[];
  /** Weighed where no rule found anything. */
  readonly clues: readonly ClueSet[];
  readonly request: RequestLexicon;
  /** What can be added at the end of a vague message, by what is missing: whole sentences, as examples to change. */
  readonly additions: Readonly<Record<Missing, Alternative>>;
  /** Why a kind is marked, in one short sentence. */
  readonly why: Readonly<Record<Exclude<MarkKind, "vague">, string>>;
  /** Why a request is vague, by what is missing. */
  readonly whyVague: Readonly<Record<Missing, string>>;
}
