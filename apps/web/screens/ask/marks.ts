/** Looks at the words of an ask on this device: what may weaken them, and what is there already. Nothing leaves it. */
import { wordingEn } from "@belay/content";
import { checkRequest, markWording, type Mark, type RequestCheck } from "@belay/domain";

/** Marks in the order of the text. A vague ask is marked at its end, over nothing. */
export const marksOf = (text: string): readonly Mark[] => markWording(text, wordingEn);

/** What, when and how you feel, as far as they stand there. */
export const partsOf = (text: string): RequestCheck => checkRequest(text, wordingEn);

/** What was seen in a text. */
export interface Looked {
  /** The text that was looked at. */
  readonly text: string;
  /** What may weaken it, in the order of the text. */
  readonly marks: readonly Mark[];
  /** What it holds already. */
  readonly parts: RequestCheck;
}

/** Looks at a text. Takes time in proportion to its length: tens of milliseconds on a slow phone. */
export const look = (text: string): Looked => ({ text, marks: marksOf(text), parts: partsOf(text) });

/** How many letters two texts share from the start. */
const sharedStart = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};

/** How many letters they share at the end, `taken` letters at the start being spoken for. */
const sharedEnd = (a: string, b: string, taken: number): number => {
  let at = 0;
  const most = Math.min(a.length, b.length) - taken;
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
};

/**
 * The marks that still stand in `now`, in their new places, while it has not been looked at: those before and after
 * the letters that changed. What was changed itself is left unmarked until the next look.
 */
export const stillStanding = ({ text, marks }: Pick<Looked, "text" | "marks">, now: string): readonly Mark[] => {
  if (text === now) return marks;
  const start = sharedStart(text, now);
  const end = text.length - sharedEnd(text, now, start);
  const moved = now.length - text.length;
  return marks.flatMap((mark) => {
    if (mark.to <= start) return [mark];
    return mark.from >= end ? [{ ...mark, from: mark.from + moved, to: mark.to + moved }] : [];
  });
};
