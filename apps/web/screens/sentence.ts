/** Fills a compiled sentence: blanks, plurals and choices, as the build's message compiler leaves them. */

/** Ways a sentence may go on, by the value that picks them; `other` when none does. */
export interface Ways {
  readonly [value: string]: Sentence | number | undefined;
  /** Taken off a count before its form is picked. */
  readonly offset: number | undefined;
}

/** Text, or a blank: its name, what is done with its value (`plural`, `selectordinal`, `select`, `number`), and how. */
export type Piece = string | readonly [name: string, kind?: string, ways?: unknown];

/** One sentence as it is shipped: its pieces in order. */
export type Sentence = readonly Piece[];

/** What a sentence may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** The compiler gives ways with every plural and choice, and with nothing else. */
const isWays = (ways: unknown): ways is Ways => typeof ways === "object" && ways !== null;

/** A filler of sentences for one language. Blanks that nothing is given for stay empty. */
export const filler = (locale: string): ((sentence: Sentence, values: Values) => string) => {
  const written = new Intl.NumberFormat(locale);
  const counted = new Intl.PluralRules(locale);
  /** Which form of a word goes with a count; ranks (first, second) are rare, so their rules are made when one comes. */
  const formOf = (n: number, kind: string): string =>
    (kind === "plural" ? counted : new Intl.PluralRules(locale, { type: "ordinal" })).select(n);
  const blank = (kind: string, ways: unknown, value: string | number, values: Values): string => {
    const n = Number(value);
    if (!isWays(ways)) return written.format(n);
    const left = n - (ways.offset ?? 0);
    const choice = kind === "select";
    const way = ways[value] ?? (choice ? undefined : ways[formOf(left, kind)]) ?? ways["other"];
    return typeof way === "object" ? fill(way, values, choice ? undefined : written.format(left)) : "";
  };
  const fill = (sentence: Sentence, values: Values, count?: string): string =>
    sentence
      .map((piece) => {
        if (typeof piece === "string") return piece === "#" ? (count ?? piece) : piece;
        const [name, kind, ways] = piece;
        const value = values[name] ?? "";
        return kind === undefined ? value : blank(kind, ways, value, values);
      })
      .join("");
  return fill;
};
