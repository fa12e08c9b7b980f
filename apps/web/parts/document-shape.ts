/** The shape of a document that can be shown, printed and shared: sections of sentences, a drawing and a table. */
import type { LocalDay } from "@belay/basics";

/** A line over time. `at` runs from 0 (the first day) to 1 (the last); `breaks` are points not joined with the one before. */
export interface CourseLine {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
  readonly breaks: readonly number[];
}

/** Numbers over time between `low` and `high`; `from` and `to` are words under the ends, `band` the ordinary wobble. */
export interface CourseFigure {
  readonly kind: "course";
  readonly low: number;
  readonly high: number;
  readonly from: string;
  readonly to: string;
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly lines: readonly CourseLine[];
}

/** One column each, from 0 to `highest`; null is a gap, drawn as a gap. */
export interface BarsFigure {
  readonly kind: "bars";
  readonly highest: number;
  readonly bars: readonly { readonly label: string; readonly value: number | null }[];
}

/** Two numbers beside each other, between `low` and `high`; null where one of them is not known. */
export interface PairsFigure {
  readonly kind: "pairs";
  readonly low: number;
  readonly high: number;
  readonly beforeText: string;
  readonly afterText: string;
  readonly pairs: readonly { readonly label: string; readonly before: number | null; readonly after: number | null }[];
}

/** A drawing as numbers. */
export type DocumentFigure = CourseFigure | BarsFigure | PairsFigure;

/** The numbers behind a drawing; every row is as long as `columns`. */
export interface DocumentTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One thing that can be shared by itself. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly figure: DocumentFigure | null;
  readonly table: DocumentTable | null;
}

/** The whole, with names the person chose. Its limits stand in the wire room, which checks them. */
export interface DocumentDoc {
  readonly v: 1;
  readonly locale: string;
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly madeOn: LocalDay;
  readonly until: LocalDay;
  readonly sections: readonly Section[];
}
