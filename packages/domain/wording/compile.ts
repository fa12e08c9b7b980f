/** Makes a lexicon's patterns ready to run, once per lexicon. */
import type { Pattern, RequestLexicon, WordingLexicon, WordingRule } from "./lexicon.ts";
import { spellerOf, type Speller } from "./plain.ts";

/** A rule with its patterns ready. */
export interface ReadyRule {
  readonly rule: WordingRule;
  readonly match: RegExp;
  readonly onlyAfter: RegExp | null;
  readonly unlessAfter: RegExp | null;
  readonly unlessBefore: RegExp | null;
  readonly within: RegExp | null;
  readonly afterAsk: RegExp | null;
}

/** The request lexicon with its patterns ready: each matches from a space to before the next space. */
export type ReadyRequest = Readonly<Record<keyof RequestLexicon, RegExp>>;

/** A lexicon ready to run. */
export interface Ready {
  readonly lexicon: WordingLexicon;
  readonly spell: Speller;
  readonly rules: readonly ReadyRule[];
  readonly request: ReadyRequest;
  readonly clauseEnds: RegExp;
  readonly turn: RegExp;
}

/** Writes the parts of a pattern out. A part that does not exist is our bug, and throws. */
export const writeOut = (pattern: Pattern, parts: Readonly<Record<string, Pattern>>): string =>
  pattern.replace(/<([a-z0-9]+)>/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the lexicon has no part ${name}`);
    return writeOut(part, parts);
  });

type Where = "anywhere" | "beginning" | "ending" | "whole";

const build = (patterns: readonly Pattern[], lexicon: WordingLexicon, where: Where): RegExp => {
  // An empty list matches nothing.
  const source = patterns.length === 0 ? "(?!)" : `(?:${writeOut(patterns.join("|"), lexicon.parts)})`;
  if (where === "beginning") return new RegExp(`^ ${source}(?= )`);
  if (where === "whole") return new RegExp(`^ ${source} $`);
  return where === "ending" ? new RegExp(` ${source} $`) : new RegExp(` ${source}(?= )`, "g");
};

const optional = (pattern: Pattern | undefined, lexicon: WordingLexicon, where: Where): RegExp | null =>
  pattern === undefined ? null : build([pattern], lexicon, where);

const readyRule = (rule: WordingRule, lexicon: WordingLexicon): ReadyRule => ({
  rule,
  match: build(rule.match, lexicon, "anywhere"),
  onlyAfter: optional(rule.onlyAfter, lexicon, "ending"),
  unlessAfter: optional(rule.unlessAfter, lexicon, "ending"),
  unlessBefore: optional(rule.unlessBefore, lexicon, "beginning"),
  within: optional(rule.within, lexicon, "anywhere"),
  afterAsk: optional(rule.afterAsk, lexicon, "anywhere"),
});

const readyRequest = (lexicon: WordingLexicon): ReadyRequest => {
  const at = (name: keyof RequestLexicon, where: Where): RegExp => build(lexicon.request[name], lexicon, where);
  return {
    acts: at("acts", "anywhere"), wants: at("wants", "anywhere"), orders: at("orders", "anywhere"),
    times: at("times", "anywhere"), notTimes: at("notTimes", "anywhere"), past: at("past", "anywhere"),
    elsewhere: at("elsewhere", "anywhere"), free: at("free", "anywhere"), tasks: at("tasks", "anywhere"),
    feelings: at("feelings", "anywhere"), fillers: at("fillers", "anywhere"), turns: at("turns", "anywhere"),
    wanted: at("wanted", "beginning"), notAsked: at("notAsked", "beginning"), told: at("told", "beginning"),
    echoes: at("echoes", "beginning"), generic: at("generic", "whole"),
  };
};

const compile = (lexicon: WordingLexicon): Ready => ({
  lexicon,
  spell: spellerOf(lexicon),
  rules: lexicon.rules.map((rule) => readyRule(rule, lexicon)),
  request: readyRequest(lexicon),
  clauseEnds: build(lexicon.clauseEnds, lexicon, "beginning"),
  turn: build([lexicon.turn.from], lexicon, "beginning"),
});

const made = new WeakMap<WordingLexicon, Ready>();

/** The lexicon, ready to run; the same object every time it is asked for. */
export const readied = (lexicon: WordingLexicon): Ready => {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const ready = compile(lexicon);
  made.set(lexicon, ready);
  return ready;
};
