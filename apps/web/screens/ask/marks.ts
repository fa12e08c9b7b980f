/** Looks at the words of an ask on this device: what may weaken them, and what is there already. */

/** One stretch that could be said otherwise, as the domain marks it. */
export interface WordingMark {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly direct: string;
  readonly indirect: string;
  readonly why: string;
}

/** What the message holds already. */
export interface RequestParts {
  readonly what: boolean;
  readonly when: boolean;
  readonly feeling: boolean;
}

/** Marks in the order of the text. */
export const marksOf = (_text: string): readonly WordingMark[] => [];

/** What, when and how you feel, as far as they stand there. */
export const partsOf = (_text: string): RequestParts => ({ what: false, when: false, feeling: false });
