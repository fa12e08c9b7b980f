/** Reads patterns over words, and finds where they match, in time proportional to the text. */
import type { Pattern } from "./lexicon.ts";
import { isPunctuation } from "./plain.ts";

/** The words of one text, with what was already found out about them. */
export interface Reader {
  readonly words: readonly string[];
  readonly memo: Map<Matcher, Map<number, readonly number[]>>;
}

/** Where a match that begins at a word can end: the places after it, each once; none when there is no match. */
export interface Matcher {
  readonly ends: (reader: Reader, at: number) => readonly number[];
  /** The words a match can begin with; null when it can begin with anything. */
  readonly starts: ReadonlySet<string> | null;
  /** It can match nothing at all, which is a match too. */
  readonly empty: boolean;
}

/** A match: its first word and the place after its last. */
export interface Found {
  readonly first: number;
  readonly end: number;
}

/** Begins to read a text. */
export const readerOf = (words: readonly string[]): Reader => ({ words, memo: new Map() });

/** How often `*` and `+` repeat at most. */
const repeats = 4;
const nowhere: readonly number[] = [];

const matcher = (ends: Matcher["ends"], starts: Matcher["starts"] = null, empty = false): Matcher => ({
  ends,
  starts,
  empty,
});

/** Runs a matcher unless the word it would begin with rules it out. */
const run = (one: Matcher, reader: Reader, at: number): readonly number[] =>
  one.starts === null || one.empty || one.starts.has(reader.words[at] ?? "") ? one.ends(reader, at) : nowhere;

const oneWord = (fits: (word: string) => boolean, starts: Matcher["starts"] = null): Matcher =>
  matcher(({ words }, at) => (at < words.length && fits(words[at] ?? "") ? [at + 1] : nowhere), starts);

const oneOf = (words: ReadonlySet<string>): Matcher => oneWord((word) => words.has(word), words);

const gap = (most: number): Matcher =>
  matcher(
    ({ words }, at) => {
      const ends = [at];
      while (
        ends.length <= most &&
        at + ends.length <= words.length &&
        !isPunctuation(words[at + ends.length - 1] ?? ",")
      ) {
        ends.push(at + ends.length);
      }
      return ends;
    },
    null,
    true,
  );

const union = (sets: readonly Matcher["starts"][]): Matcher["starts"] =>
  sets.some((set) => set === null) ? null : new Set(sets.flatMap((set) => [...(set ?? [])]));

const step = (one: Matcher, reader: Reader, from: readonly number[]): readonly number[] => {
  const [only, ...more] = from;
  if (only === undefined) return nowhere;
  if (more.length === 0) return run(one, reader, only);
  return [...new Set(from.flatMap((at) => run(one, reader, at)))];
};

const sequence = (items: readonly Matcher[]): Matcher => {
  const first = items.findIndex(({ empty }) => !empty);
  const leading = first < 0 ? [null] : items.slice(0, first + 1).map(({ starts }) => starts);
  const ends: Matcher["ends"] = (reader, at) => {
    const start: readonly number[] = [at];
    return items.reduce((from, item) => step(item, reader, from), start);
  };
  return items.length === 1 && items[0] !== undefined ? items[0] : matcher(ends, union(leading), first < 0);
};

const choice = (options: readonly Matcher[]): Matcher => {
  const ends: Matcher["ends"] = (reader, at) => [...new Set(options.flatMap((option) => run(option, reader, at)))];
  return matcher(
    ends,
    union(options.map(({ starts }) => starts)),
    options.some(({ empty }) => empty),
  );
};

const repeated = (one: Matcher, least: number, most: number): Matcher =>
  matcher(
    (reader, at) => {
      const all = new Set<number>(least === 0 ? [at] : []);
      let from: readonly number[] = [at];
      for (let i = 0; i < most && from.length > 0; i += 1) {
        from = step(one, reader, from).filter((end) => !all.has(end));
        for (const end of from) all.add(end);
      }
      return [...all];
    },
    one.starts,
    least === 0 || one.empty,
  );

const ahead = (one: Matcher, wanted: boolean): Matcher =>
  matcher((reader, at) => (run(one, reader, at).length > 0 === wanted ? [at] : nowhere), null, true);

const remembered = (one: Matcher): Matcher =>
  matcher(
    (reader, at) => {
      const known = reader.memo.get(one) ?? new Map<number, readonly number[]>();
      const ends = known.get(at) ?? one.ends(reader, at);
      reader.memo.set(one, known.set(at, ends));
      return ends;
    },
    one.starts,
    one.empty,
  );

const before = ahead(oneWord(isPunctuation), true);
const after = matcher(
  ({ words }, at) => (at === 0 || isPunctuation(words[at - 1] ?? ",") ? [at] : nowhere),
  null,
  true,
);
const anyWord = oneWord((word) => !isPunctuation(word));

const wordMatcher = (token: string): Matcher => {
  if (token === "_") return anyWord;
  if (token === "$") return before;
  if (token === "^") return after;
  if (token.startsWith("/")) {
    const source = new RegExp(`^(?:${token.slice(1, -1)})$`);
    return oneWord((word) => source.test(word));
  }
  if (token.startsWith("*")) return oneWord((word) => word.endsWith(token.slice(1)));
  if (token.endsWith("*")) return oneWord((word) => word.startsWith(token.slice(0, -1)));
  if (token.endsWith("%")) return oneOf(new Set([token.slice(0, -1), token.slice(0, -2)]));
  if (token.length > 1 && token.endsWith("?")) return repeated(oneOf(new Set([token.slice(0, -1)])), 0, 1);
  return oneOf(new Set([token]));
};

/** Builds matchers of one lexicon's patterns. A part that does not exist, or a pattern cut short, is our bug and throws. */
export const builderOf = (parts: Readonly<Record<string, Pattern>>): ((patterns: readonly Pattern[]) => Matcher) => {
  const made = new Map<string, Matcher>();
  const partNamed = (name: string): Matcher => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const pattern = parts[name];
    if (pattern === undefined) throw new Error(`the lexicon has no part ${name}`);
    const part = remembered(build([pattern]));
    made.set(name, part);
    return part;
  };
  const build = (patterns: readonly Pattern[]): Matcher => {
    const tokens = patterns.join("|").match(/[!=]?\(|\)[?*+]?|\||<[a-z]+>[?*+]?|~\d|@|\/[^/]+\/|[^\s()|<>@]+/g) ?? [];
    let next = 0;
    const quantified = (one: Matcher, sign: string): Matcher => {
      if (sign === "?") return repeated(one, 0, 1);
      return sign === "*" || sign === "+" ? repeated(one, sign === "*" ? 0 : 1, repeats) : one;
    };
    const atom = (token: string): Matcher => {
      if (token === "@") return repeated(partNamed("adv"), 0, 3);
      if (token.startsWith("~")) return gap(Number(token.slice(1)));
      if (token.startsWith("<")) return quantified(partNamed(token.slice(1, token.indexOf(">"))), token.slice(-1));
      if (!token.endsWith("(")) return wordMatcher(token);
      const inner = alternatives();
      const close = tokens[next - 1] ?? "";
      if (!close.startsWith(")")) throw new Error(`a pattern is cut short: ${patterns.join("|")}`);
      return token === "(" ? quantified(inner, close.slice(1)) : ahead(inner, token === "=(");
    };
    const alternatives = (): Matcher => {
      const options: Matcher[] = [];
      const plain = new Set<string>();
      let items: Matcher[] = [];
      const close = (): void => {
        const [one] = items;
        // Words alone become one set: most of what a lexicon holds.
        if (items.length === 1 && one !== undefined && literal.has(one))
          for (const word of one.starts ?? []) plain.add(word);
        else options.push(sequence(items));
        items = [];
      };
      const literal = new Set<Matcher>();
      while (next < tokens.length) {
        const token = tokens[next] ?? "";
        next += 1;
        if (token === "|") close();
        else if (token.startsWith(")")) break;
        else {
          const one = atom(token);
          if (/^(?:[^~@<(_$^*/?]+|\?)$/.test(token)) literal.add(one);
          items.push(one);
        }
      }
      close();
      if (plain.size > 0) options.push(oneOf(plain));
      return options.length === 1 && options[0] !== undefined ? options[0] : choice(options);
    };
    return alternatives();
  };
  // An empty list matches nothing.
  return (patterns) => (patterns.length === 0 ? oneOf(new Set()) : build(patterns));
};

/** The longest end of a match that begins at `at`; -1 when there is none. */
export const longest = (one: Matcher, reader: Reader, at: number): number => Math.max(-1, ...run(one, reader, at));

/** Every match in words `from` to before `to`, the longest at each place, none overlapping, none empty. */
export const findAll = (one: Matcher, reader: Reader, from = 0, to = reader.words.length): readonly Found[] => {
  const found: Found[] = [];
  for (let first = from; first < to; first += 1) {
    const end = longest(one, reader, first);
    if (end <= first || end > to) continue;
    found.push({ first, end });
    first = end - 1;
  }
  return found;
};

/** True when something in words `from` to before `to` matches. */
export const holds = (one: Matcher, reader: Reader, from = 0, to = reader.words.length): boolean => {
  for (let at = from; at < to; at += 1) if (run(one, reader, at).some((end) => end > at && end <= to)) return true;
  return false;
};

/** True when a match that begins at most `view` words before `at`, and not before `from`, ends there. */
export const endsAt = (one: Matcher, reader: Reader, at: number, from: number, view = 14): boolean => {
  for (let first = Math.max(from, at - view); first <= at; first += 1)
    if (run(one, reader, first).includes(at)) return true;
  return false;
};
