/** Takes out of a sitting what is not to leave: item 9 of the PHQ-9, and every number it could be told from. */
import { instrumentOf, instruments, scaleOf } from "../catalogue.ts";
import { answersTo, upTo, type Instrument } from "../instrument.ts";
import { score, type Scores } from "../score.ts";

/** One sitting as it is recorded. `scores` are those that came along with it, null for what was answered here. */
export interface SittingFor {
  /** Any text; another one for each sitting. */
  readonly id: string;
  readonly instrument: string;
  /** Whom it asks about, where it asks about a person; never written into a file. */
  readonly about: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly answers: readonly (number | null)[] | null;
  readonly scores: Readonly<Record<string, number>> | null;
}

/** What a file may say of a sitting. */
export interface Kept {
  readonly sitting: SittingFor;
  readonly instrument: Instrument;
  /** One place for each item, null where nothing (fit) was answered; null where only scores are known. */
  readonly answers: readonly (number | null)[] | null;
  /** Items that are left out on purpose, answered or not. */
  readonly masked: readonly number[];
  /** The instrument whose scores these are: the PHQ-8 where item 9 of the PHQ-9 is left out. */
  readonly scoredAs: Instrument;
  readonly scores: Scores;
  /** Names of scores that are left out on purpose. */
  readonly withheld: readonly string[];
}

/** The place of item 9 in the PHQ-9, from 1. */
export const ninth = 9;

const fitting = (instrument: Instrument, answers: SittingFor["answers"]): Kept["answers"] =>
  answers === null
    ? null
    : upTo(instrument.items).map((item) => {
        const { from, to, step } = answersTo(instrument, item);
        const answer = answers[item - 1];
        return typeof answer === "number" && answer >= from && answer <= to && Number.isInteger((answer - from) / step)
          ? answer
          : null;
      });

/** Scores that came along, by the names that the instrument has. */
const brought = (instrument: Instrument, scores: SittingFor["scores"]): Scores =>
  Object.fromEntries(Object.entries(scores ?? {}).filter(([name]) => scaleOf(instrument, name) !== null));

/** Scores of the answers; where they give none, those that came along. */
const scoresOf = (instrument: Instrument, answers: Kept["answers"], given: SittingFor["scores"]): Scores => {
  const own = answers === null ? null : score(instrument, answers);
  return own?.ok === true ? own.value : brought(instrument, given);
};

/**
 * Without item 9 the PHQ-9 gives eight answers and the total of the PHQ-8. Its own total is never said: eight answers
 * and a total of nine give the ninth by subtraction, and so does a total above 24 by itself. What is left out does not
 * show whether it was answered: two sittings that differ in item 9 alone leave the same file.
 */
const withoutNine = (sitting: SittingFor): Kept => {
  const all = fitting(instruments.phq9, sitting.answers);
  const eight = all?.slice(0, ninth - 1) ?? null;
  const own = eight === null ? null : score(instruments.phq8, eight);
  return {
    sitting,
    instrument: instruments.phq9,
    answers: eight === null ? null : [...eight, null],
    masked: eight === null ? [] : [ninth],
    scoredAs: instruments.phq8,
    scores: own?.ok === true ? own.value : {},
    withheld: eight === null ? ["total"] : [],
  };
};

/** What may be said of a sitting; null for an instrument that is not known here. */
export const keptOf = (sitting: SittingFor, item9: boolean): Kept | null => {
  const instrument = instrumentOf(sitting.instrument);
  if (instrument === null) return null;
  if (instrument.id === "phq9" && !item9) return withoutNine(sitting);
  const answers = fitting(instrument, sitting.answers);
  const scores = scoresOf(instrument, answers, sitting.scores);
  return { sitting, instrument, answers, masked: [], scoredAs: instrument, scores, withheld: [] };
};

/** Six decimal places at most: what is behind them comes from the machine and not from the answers. */
export const rounded = (value: number): number => Number(value.toFixed(6));
