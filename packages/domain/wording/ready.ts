/** Makes a lexicon ready to run, once per lexicon. */
import { readyClues, type ReadyClues } from "./clues.ts";
import type { Pattern, RequestLexicon, WordingLexicon, WordingRule } from "./lexicon.ts";
import { builderOf, type Matcher } from "./pattern.ts";
import { spellerOf, type Speller } from "./plain.ts";

/** A rule with its patterns ready. */
export interface ReadyRule {
  readonly rule: WordingRule;
  readonly match: Matcher;
  readonly unlessAfter: Matcher | null;
  readonly unlessBefore: Matcher | null;
  readonly within: Matcher | null;
  readonly afterAsk: Matcher | null;
}

/** The request lexicon with its patterns ready. */
export type ReadyRequest = Readonly<Record<keyof RequestLexicon, Matcher>>;

/** A lexicon ready to run. */
export interface Ready {
  readonly lexicon: WordingLexicon;
  readonly spell: Speller;
  readonly rules: readonly ReadyRule[];
  readonly clues: readonly ReadyClues[];
  readonly request: ReadyRequest;
  readonly clauseEnds: Matcher;
  readonly turn: Matcher;
}

type Build = (patterns: readonly Pattern[]) => Matcher;

const readyRule = (rule: WordingRule, build: Build): ReadyRule => {
  const optional = (pattern: Pattern | undefined): Matcher | null => (pattern === undefined ? null : build([pattern]));
  return {
    rule,
    match: build(rule.match),
    unlessAfter: optional(rule.unlessAfter),
    unlessBefore: optional(rule.unlessBefore),
    within: optional(rule.within),
    afterAsk: optional(rule.afterAsk),
  };
};

const readyRequest = (request: RequestLexicon, build: Build): ReadyRequest => ({
  acts: build(request.acts),
  wants: build(request.wants),
  wanted: build(request.wanted),
  orders: build(request.orders),
  notAsked: build(request.notAsked),
  told: build(request.told),
  echoes: build(request.echoes),
  pointing: build(request.pointing),
  questions: build(request.questions),
  generic: build(request.generic),
  fillers: build(request.fillers),
  turns: build(request.turns),
  tasks: build(request.tasks),
  times: build(request.times),
  notTimes: build(request.notTimes),
  past: build(request.past),
  supposed: build(request.supposed),
  elsewhere: build(request.elsewhere),
  free: build(request.free),
  feelings: build(request.feelings),
});

const make = (lexicon: WordingLexicon): Ready => {
  const build = builderOf(lexicon.parts);
  return {
    lexicon,
    spell: spellerOf(lexicon),
    rules: lexicon.rules.map((rule) => readyRule(rule, build)),
    clues: lexicon.clues.map((set) => readyClues(set, build)),
    request: readyRequest(lexicon.request, build),
    clauseEnds: build(lexicon.clauseEnds),
    turn: build([lexicon.turn.from]),
  };
};

const made = new WeakMap<WordingLexicon, Ready>();

/** The lexicon, ready to run; the same object every time it is asked for. */
export const readied = (lexicon: WordingLexicon): Ready => {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const ready = make(lexicon);
  made.set(lexicon, ready);
  return ready;
};
