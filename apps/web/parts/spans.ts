/** Cuts a text into marked and unmarked pieces. */

/** A half-open range of UTF-16 positions in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One piece of the text, in order. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Pieces that joined give `text` again. Spans are clipped to the text; of overlapping spans the earlier
 * one keeps the shared letters; empty and backward spans are ignored.
 */
export const pieces = (text: string, spans: readonly Span[]): readonly Piece[] => {
  const found: Piece[] = [];
  let at = 0;
  const add = (to: number, marked: boolean): void => {
    if (to > at) found.push({ from: at, text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    add(Math.min(Math.max(span.from, 0), text.length), false);
    add(Math.min(span.to, text.length), true);
  }
  add(text.length, false);
  return found;
};
