/** Finds the words of questionnaires, and reads their numbers. */
import { answersTo, instrumentIds, instruments, type Instrument, type InstrumentId } from "@belay/measures";
import { i18n } from "../words.ts";

/** The sentence of a questionnaire; its ids come from the room of measures and not from here. */
export const wordsOf = (id: string): string => i18n._(id);

/**
 * Whether this app may ask an instrument: its words are in the catalogue. The build leaves out the words of those that
 * it may not hold (`tools/build/messages.ts`), and those for scoring only have none.
 */
export const holds = (id: InstrumentId): boolean => {
  const { words } = instruments[id];
  return words !== null && words.items.every((item) => Object.hasOwn(i18n.messages, item));
};

/** Short forms of another that is asked whole, and what is asked of a person alone. */
const notAlone: readonly InstrumentId[] = ["phq2", "gad2", "keep6", "ecr-rs"];

/** What may be answered by itself; with item 9 only where that was chosen. */
export const aloneIds = (item9: boolean): readonly InstrumentId[] =>
  instrumentIds.filter((id) => holds(id) && !notAlone.includes(id) && (item9 || id !== "phq9"));

/** Words of the answers to an item (from 0), lowest first. */
export const answerWords = ({ words }: Instrument, item: number): readonly string[] =>
  (words === null ? [] : (words.answers[words.answers.length === 1 ? 0 : item] ?? [])).map(wordsOf);

/** The raw answer that stands at `place` (from 0) on the scale of item `item` (from 0). */
export const rawAnswer = (instrument: Instrument, item: number, place: number): number => {
  const { from, step } = answersTo(instrument, item + 1);
  return from + place * step;
};

/** Minutes that a questionnaire takes, at about ten seconds a question. */
export const minutesOf = ({ items }: Instrument): number => Math.max(1, Math.round(items / 6));

/** The words of a published range, by its tag; a tag without words of ours is said as it stands. */
export const rangeWord = (tag: string): string =>
  Object.hasOwn(i18n.messages, `measuring.range.${tag}`) ? i18n._(`measuring.range.${tag}`) : tag;
