/**
 * Says when harder steps stop being suggested, and why: numbers the person gave, against fixed thresholds.
 *
 * The thresholds are those of `safety.md` 4.2. Nothing here is a measure of risk: there is no sum, no scale and no
 * "safe", only one reason or none. What somebody wrote never comes in: no field of it is text.
 */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { Experiment, Trial } from "@belay/domain";
import type { DayEnergy } from "./messages.ts";

/** A questionnaire that was answered. `worse`: by more than its noise since the time before (reliable change). */
export type Measured = {
  readonly scale: "phq4" | "phq8" | "gad7";
  readonly day: LocalDay;
  readonly score: number;
  readonly worse: boolean;
};

/** Distress told before a step, or expected of one, 0 to 100. */
export type Told = { readonly day: LocalDay; readonly level: number };

/** What the rules look at: numbers and days alone. */
export type Signals = {
  readonly today: LocalDay;
  readonly told: readonly Told[];
  /** Newest first, as the domain gives them. */
  readonly checkins: readonly DayEnergy[];
  /** Oldest first. */
  readonly trials: readonly Pick<Trial, "day" | "status" | "predBad" | "bad" | "outcome">[];
  /** Oldest first; empty for whoever answers none. */
  readonly measures: readonly Measured[];
};

/** The one reason that binds. */
export type CareReason =
  /** Distress of 70 and more, or 90 and more, before a step. */
  | { readonly type: "HighBefore"; readonly level: number }
  /** The last two days with a word about energy were nearly empty. */
  | { readonly type: "LowDays" }
  /** The last two tries were worse than expected. */
  | { readonly type: "WorseTwice" }
  /** A questionnaire stood high, or got worse twice running. */
  | { readonly type: "MeasureHigh"; readonly scale: Measured["scale"] }
  | { readonly type: "MeasureWorse"; readonly scale: Measured["scale"] };

/** `easier`: nothing hard is suggested; `rest`: nothing is. Every step can still be chosen by oneself. */
export type Care = { readonly level: "easier" | "rest"; readonly because: CareReason };

/**
 * Distress in points of 100, days, times in a row, and scores. From `high` on nobody should go alone (`safety.md`,
 * dosing), from `most` on nothing is suggested. `worseBy` is a step of the scale that one feels (design choice). Scores:
 * PHQ-4 from 6, PHQ-8 and GAD-7 from 10 twice (Kroenke et al. 2009, Psychosomatics 50:613-621; 2009, J Affect Disord
 * 114:163-173; Spitzer et al. 2006, Arch Intern Med 166:1092-1097).
 */
export const careAt = {
  high: 70,
  most: 90,
  holdsDays: 1,
  lowEnergy: 20,
  lowWithin: 7,
  worseBy: 10,
  worseWithin: 28,
  times: 2,
  scores: { phq4: { from: 6, times: 1 }, phq8: { from: 10, times: 2 }, gad7: { from: 10, times: 2 } },
} as const;

/** While `easier` holds, no step is suggested that is published, or expected to be felt, above this. */
export const easierCap = 40;

/** A try as far as its numbers go. */
type Numbered = {
  readonly prediction: Pick<NonNullable<Experiment["prediction"]>, "day" | "bad"> | null;
  readonly outcome: Pick<NonNullable<Experiment["outcome"]>, "day" | "before" | "status"> | null;
};

/** What was told before steps that were not carried out: of one that was, what it came to counts instead. */
export const toldBefore = (tries: readonly Numbered[]): readonly Told[] =>
  tries
    .filter(({ outcome }) => outcome?.status !== "done")
    .flatMap(({ prediction, outcome }) => [
      ...(prediction === null || prediction.bad === null ? [] : [{ day: prediction.day, level: prediction.bad }]),
      ...(outcome === null || outcome.before === null ? [] : [{ day: outcome.day, level: outcome.before }]),
    ]);

const ago = ({ today }: Signals, day: LocalDay): number => Math.max(0, dayNumber(today) - dayNumber(day));

/** The last so many of a list, or none where there are fewer. */
const lastOf = <T>(list: readonly T[], times: number): readonly T[] => (list.length < times ? [] : list.slice(-times));

const before = (signals: Signals): Care | null => {
  const levels = signals.told.filter(({ day }) => ago(signals, day) <= careAt.holdsDays).map(({ level }) => level);
  const level = Math.max(0, ...levels);
  if (level < careAt.high) return null;
  return { level: level >= careAt.most ? "rest" : "easier", because: { type: "HighBefore", level } };
};

const measured = ({ measures }: Signals): CareReason | null => {
  for (const scale of ["phq4", "phq8", "gad7"] as const) {
    const its = measures.filter((one) => one.scale === scale);
    const { from, times } = careAt.scores[scale];
    const [high, worse] = [lastOf(its, times), lastOf(its, careAt.times)];
    if (high.length > 0 && high.every(({ score }) => score >= from)) return { type: "MeasureHigh", scale };
    if (worse.length > 0 && worse.every((one) => one.worse)) return { type: "MeasureWorse", scale };
  }
  return null;
};

const worseThanExpected = ({ predBad, bad, outcome }: Signals["trials"][number]): boolean =>
  outcome === "hurtful" || (predBad !== null && bad !== null && bad >= predBad + careAt.worseBy);

const worseTwice = (signals: Signals): CareReason | null => {
  const lived = signals.trials.filter(({ status }) => status === "done" || status === "started");
  const last = lastOf(lived, careAt.times).filter(({ day }) => ago(signals, day) <= careAt.worseWithin);
  return last.length === careAt.times && last.every(worseThanExpected) ? { type: "WorseTwice" } : null;
};

const lowDays = (signals: Signals): CareReason | null => {
  // Of one day the newest word counts, and it comes first.
  const byDay = new Map<LocalDay, number>();
  for (const { day, energy } of signals.checkins) if (energy !== null && !byDay.has(day)) byDay.set(day, energy);
  const last = [...byDay].slice(0, careAt.times).filter(([day]) => ago(signals, day) <= careAt.lowWithin);
  return last.length === careAt.times && last.every(([, energy]) => energy <= careAt.lowEnergy)
    ? { type: "LowDays" }
    : null;
};

/** What the numbers ask for today, the most binding reason alone; null on most days, which says nothing about safety. */
export const careOf = (signals: Signals): Care | null => {
  const told = before(signals);
  if (told !== null) return told;
  const because = measured(signals) ?? worseTwice(signals) ?? lowDays(signals);
  return because === null ? null : { level: "easier", because };
};
