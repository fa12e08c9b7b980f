/** Says what an instrument is: what may be answered, how that becomes scores, what is known of them, who owns it. */
import type { InstrumentId } from "./ids.ts";

/** What one answer may be: a number from `from` to `to`, `step` apart, both ends included. */
export interface AnswerScale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** How answers become one number: added, averaged, or counted where they are at least 2 after turning. */
export type How = "sum" | "mean" | "count";

/** One published score. Items are counted from 1, in the published order. */
export interface Scale {
  readonly name: string;
  readonly items: readonly number[];
  /** The items among them whose answer x is turned into from + to - x first. */
  readonly reversed: readonly number[];
  readonly how: How;
  /** What the result is multiplied by: 4 for the percent of the WHO-5, else 1. */
  readonly times: number;
  /** Which end most people would rather be at; it says nothing about any one person. */
  readonly better: "higher" | "lower";
}

/** Published ranges of one score with their tags, lowest first; `upTo` belongs to the range. */
export interface Bands {
  readonly scale: string;
  readonly steps: readonly { readonly upTo: number; readonly tag: string }[];
  /** `convention`: in wide use, not established by the authors. */
  readonly standing: "published" | "convention";
  readonly source: string;
}

/** What is known of one score in a group: mean and standard deviation in points of that score. */
export interface Norm {
  readonly scale: string;
  readonly mean: number | null;
  readonly sd: number;
  readonly n: number | null;
  readonly who: string;
  readonly source: string;
}

/** How well one score repeats itself: from one sitting (`alpha`) or from two (`retest`, so many days apart). */
export interface Reliability {
  readonly scale: string;
  readonly value: number;
  readonly kind: "alpha" | "retest";
  /** Days between the two sittings of a retest; null where they were not said, and for alpha. */
  readonly days: number | null;
  readonly source: string;
}

/** The ids of the sentences, in the content room, that a person answers. Scoring-only instruments have none. */
export interface Words {
  readonly lead: string;
  readonly items: readonly string[];
  /** One list for all items, or one for each; lowest answer first. */
  readonly answers: readonly (readonly string[])[];
}

/** One instrument as data. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly name: string;
  readonly items: number;
  /** One for all items, or one for each. */
  readonly answers: readonly AnswerScale[];
  readonly scales: readonly Scale[];
  /** How many answers it takes for any score; the number of items where the owners allow no gap. */
  readonly least: number;
  readonly bands: readonly Bands[];
  readonly norms: readonly Norm[];
  readonly reliabilities: readonly Reliability[];
  readonly words: Words | null;
  /** The id of the line that must stand beside the items, in the content room; null where none is asked for. */
  readonly credit: string | null;
}

/** Item numbers 1 to `n`. */
export const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/** The answers 'from' to 'to', one apart, for every item. */
export const whole = (from: number, to: number): readonly AnswerScale[] => [{ from, to, step: 1 }];

type Part = Pick<Scale, "name" | "items" | "better"> & Partial<Pick<Scale, "reversed" | "times">>;

/** A score that adds up its items. */
export const added = (part: Part): Scale => ({ reversed: [], times: 1, ...part, how: "sum" });

/** A score that averages its items, in points of the answers. */
export const averaged = (part: Part): Scale => ({ reversed: [], times: 1, ...part, how: "mean" });

/** Ranges of a score from their last values and tags, lowest first. */
export const ranges = (
  scale: string,
  standing: Bands["standing"],
  source: string,
  ...steps: readonly (readonly [last: number, tag: string])[]
): Bands => ({ scale, steps: steps.map(([last, tag]) => ({ upTo: last, tag })), standing, source });

/** What item `item` (from 1) may be answered with. */
export const answersTo = ({ answers }: Pick<Instrument, "answers">, item: number): AnswerScale => {
  const found = answers[answers.length === 1 ? 0 : item - 1];
  if (found === undefined) throw new RangeError(`there is no item ${item}`);
  return found;
};

/** The lowest and the highest value that a score of an instrument can take. */
export const rangeOf = (instrument: Pick<Instrument, "answers">, scale: Scale): readonly [number, number] => {
  if (scale.how === "count") return [0, scale.items.length];
  const ends = scale.items.map((item) => answersTo(instrument, item));
  const share = scale.how === "mean" ? scale.items.length : 1;
  const total = (end: "from" | "to"): number => (ends.reduce((sum, each) => sum + each[end], 0) * scale.times) / share;
  return [total("from"), total("to")];
};
