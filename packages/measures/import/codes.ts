/** Proposes what every value of the file means: one of the instrument's answers, none, or a question to the person. */
import { answersTo, type Instrument } from "../instrument.ts";
import { turned } from "../score.ts";
import { numberIn, type Table } from "./table.ts";

/** What a value stands for: an answer as the instrument counts them, "blank" for none given, null while it is open. */
export type Meaning = number | "blank" | null;

/** Every value that stands in the columns of the items, with its meaning; an empty cell is always blank. */
export type Codes = ReadonlyMap<string, Meaning>;

/** Where a file begins to number answers: where the instrument does, at 0, or at 1. */
export const numberings = ["own", "zero", "one"] as const;
/** One way of numbering. */
export type Numbering = (typeof numberings)[number];

/** How the numbers of a file are read; each part is null while it is a question to the person. */
export interface Counted {
  readonly way: Numbering | null;
  /** Whether the highest number stands for the lowest answer. */
  readonly isDown: boolean | null;
}

/** Values beyond this are no answers: some column is wrong. */
export const valuesMost = 60;

/** Words and numbers by which files say "no answer"; numbers only where they are on no scale. "None" may be an answer. */
const none: ReadonlySet<string> = new Set(
  "na|n/a|#n/a|nan|null|-|--|.|?|missing|skipped|no answer|not answered|prefer not to say|k. a.|k.a.|keine angabe"
    .split("|")
    .concat(["-1", "-7", "-8", "-9", "-77", "-88", "-99", "-999", "77", "88", "99", "777", "888", "999", "9999"]),
);

/** A value as it is compared: "2", 2, 2.0 and "2" in quotes are the same; so are words in large and small letters. */
export const valueOf = (cell: string): string => {
  const number = numberIn(cell);
  return number === null ? cell.toLowerCase() : String(number);
};

/** The values of these columns that are not empty, in the order in which they come, each with how often and as it stands. */
export const valuesIn = (
  table: Table,
  columns: readonly (number | null)[],
): ReadonlyMap<string, { readonly shown: string; readonly times: number }> => {
  const found = new Map<string, { readonly shown: string; readonly times: number }>();
  for (const { cells } of table.rows) {
    for (const column of columns) {
      const cell = column === null ? "" : (cells[column] ?? "");
      if (cell === "") continue;
      const known = found.get(valueOf(cell));
      found.set(valueOf(cell), { shown: known?.shown ?? cell, times: (known?.times ?? 0) + 1 });
    }
  }
  return found;
};

/** All answers that any item allows, lowest first. */
export const answersOf = (instrument: Instrument): readonly number[] => {
  const all = instrument.answers.flatMap(({ from, to, step }) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step),
  );
  return [...new Set(all)].toSorted((a, b) => a - b);
};

/** The answer that a number stands for in a way of numbering, or null. */
const answerFor = (points: readonly number[], number: number, way: Numbering, isDown: boolean): number | null => {
  const at = way === "own" ? points.indexOf(number) : number - Number(way === "one");
  return points[isDown ? points.length - 1 - at : at] ?? null;
};

/** The ways that differ for an instrument: one that begins at 0 needs no other word for it. */
export const numberingsOf = (instrument: Instrument): readonly Numbering[] => {
  const [low, next] = answersOf(instrument);
  return numberings.filter((way) => way === "own" || next !== 1 + Number(way === "one") || low !== next - 1);
};

const numbersIn = (values: Iterable<string>): readonly number[] =>
  [...values].flatMap((value) => {
    const number = numberIn(value);
    return number === null ? [] : [number];
  });

/**
 * The ways of numbering that every number of a file fits, apart from well-known signs for "no answer". More than one is
 * a question to the person: 1 to 3 may be 0 to 3 without a 0, or 1 to 4 without a 4.
 */
export const numberingsFor = (instrument: Instrument, values: Iterable<string>): readonly Numbering[] => {
  const points = answersOf(instrument);
  const numbers = numbersIn(values);
  const isAnswer = (one: number, way: Numbering): boolean => answerFor(points, one, way, false) !== null;
  const fitting = numberingsOf(instrument).filter((way) =>
    numbers.every((one) => isAnswer(one, way) || none.has(String(one))),
  );
  return numbers.some((one) => fitting.some((way) => isAnswer(one, way))) ? fitting : [];
};

/**
 * What is known of the numbers without asking. Where they begin: only the instrument's own way, and only where no other
 * fits; a 0 below it may be a blank, a number above it a refusal. Which end is which: only where the instrument's words
 * stand beside every number on the screen (`words` is one list), so that a wrong end can be seen.
 */
export const proposedCounted = (
  instrument: Instrument,
  values: Iterable<string>,
  words: readonly (readonly string[])[],
): Counted => ({
  way: numberingsFor(instrument, values).join() === "own" ? "own" : null,
  isDown: words.length === 1 ? false : null,
});

/**
 * Numbers as they are counted; the other values keep their meaning. What is not said leaves all numbers open, and so do
 * items with answers of their own, numbered downwards: one number then means different answers.
 */
export const numberedBy = (instrument: Instrument, codes: Codes, { way, isDown }: Counted): Codes => {
  const points = answersOf(instrument);
  const isOpen = isDown === null || (isDown && instrument.answers.length > 1);
  return new Map(
    [...codes].map(([value, meaning]) => {
      const number = numberIn(value);
      if (number === null) return [value, meaning];
      const answer = way === null || isOpen ? null : answerFor(points, number, way, isDown);
      return [value, answer ?? (none.has(value) ? "blank" : null)];
    }),
  );
};

/**
 * A meaning for every value, as far as it can be known: words that are the instrument's own (`words`, lowest answer
 * first, one list or one for each item), signs for "no answer", and numbers as `proposedCounted` has them.
 */
export const proposedCodes = (
  instrument: Instrument,
  values: Iterable<string>,
  words: readonly (readonly string[])[],
): Codes => {
  const own = new Map<string, number>();
  words.forEach((list, i) =>
    list.forEach((word, at) => {
      const { from, step } = answersTo(instrument, words.length === 1 ? 1 : i + 1);
      own.set(word.toLowerCase(), from + at * step);
    }),
  );
  const all = [...values];
  const codes = new Map<string, Meaning>(
    all.map((value) => [value, own.get(value) ?? (none.has(value) ? "blank" : null)]),
  );
  return numberedBy(instrument, codes, proposedCounted(instrument, all, words));
};

/** The values whose meaning is still open. */
export const openIn = (codes: Codes): readonly string[] =>
  [...codes].flatMap(([value, meaning]) => (meaning === null ? [value] : []));

/** The items that any score turns; where there are some, whether the file has them turned already has to be asked. */
export const turnedItems = (instrument: Instrument): ReadonlySet<number> =>
  new Set(instrument.scales.flatMap(({ reversed }) => reversed));

/** An answer as it was given, out of one that the file may have turned already. `item` counts from 1. */
export const asGiven = (instrument: Instrument, item: number, answer: number, isTurned: boolean): number =>
  isTurned && turnedItems(instrument).has(item) ? turned(answer, answersTo(instrument, item)) : answer;
