/** Turns the answers to one instrument into its scores, or says why there are none. */
import { err, ok, type Result } from "@belay/basics";
import { answersTo, type AnswerScale, type Instrument, type Scale } from "./instrument.ts";

/** Scores by name, in the order in which the instrument lists them; not rounded. */
export type Scores = Readonly<Record<string, number>>;

/** Why answers cannot be scored. `item` counts from 1. */
export type Unscorable =
  | { readonly type: "WrongCount"; readonly expected: number; readonly got: number }
  | { readonly type: "NotANumber"; readonly item: number }
  | { readonly type: "NotOnScale"; readonly item: number; readonly allowed: AnswerScale }
  | { readonly type: "TooManyMissing"; readonly answered: number; readonly needed: number };

/** The answer at the other end of its scale: turning twice gives the answer itself. */
export const turned = (answer: number, { from, to }: AnswerScale): number => from + to - answer;

const isOn = (answer: number, { from, to, step }: AnswerScale): boolean =>
  answer >= from && answer <= to && Number.isInteger((answer - from) / step);

const fault = (instrument: Instrument, answers: readonly unknown[]): Unscorable | null => {
  if (answers.length !== instrument.items)
    return { type: "WrongCount", expected: instrument.items, got: answers.length };
  let answered = 0;
  for (let i = 0; i < answers.length; i += 1) {
    const answer = answers[i];
    if (answer === null) continue;
    if (typeof answer !== "number" || !Number.isFinite(answer)) return { type: "NotANumber", item: i + 1 };
    const allowed = answersTo(instrument, i + 1);
    if (!isOn(answer, allowed)) return { type: "NotOnScale", item: i + 1, allowed };
    answered += 1;
  }
  return answered < instrument.least ? { type: "TooManyMissing", answered, needed: instrument.least } : null;
};

/** Answers of at least 2 after turning count: "more or less" is counted either way round. */
const counts = 2;

/** One score over the answers that are there; null where none of its items was answered. */
const scoreOf = (instrument: Instrument, scale: Scale, answers: readonly unknown[]): number | null => {
  let sum = 0;
  let there = 0;
  for (const item of scale.items) {
    const answer = answers[item - 1];
    if (typeof answer !== "number") continue;
    const points = scale.reversed.includes(item) ? turned(answer, answersTo(instrument, item)) : answer;
    sum += scale.how === "count" ? Number(points >= counts) : points;
    there += 1;
  }
  if (there === 0) return null;
  return (scale.how === "mean" ? sum / there : sum) * scale.times;
};

/**
 * The scores of `answers`: raw answers in the published order, null for one that was not given. Anything else in the
 * list is refused, as is a gap that the owners do not allow. Nothing is prorated and nothing is guessed.
 */
export const score = (instrument: Instrument, answers: readonly unknown[]): Result<Scores, Unscorable> => {
  const found = fault(instrument, answers);
  if (found !== null) return err(found);
  const scores: Record<string, number> = {};
  for (const scale of instrument.scales) {
    const value = scoreOf(instrument, scale, answers);
    if (value !== null) scores[scale.name] = value;
  }
  return ok(scores);
};
