/** What past tries say about today: how hard, whom, and whether to go easy. */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { Person, Trial } from "@belay/domain";
import { isYes } from "./evidence.ts";

/** A peak from which on a try counts as too much. */
const muchTooHard = 78;
/** For so many days after a bad event nothing hard is offered. */
const quietDays = 2;
/** Expected distress at most, in those days. */
const quietCap = 40;
/** After one hurtful answer somebody is left alone for so many days. */
const hurtDays = 30;
/** Tries after which half of what they say is believed: n / (n + 4). */
const doubt = 4;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const trust = (n: number): number => n / (n + doubt);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How a try felt, 0 to 100: its peak, else how bad it was; null when neither was said, or it was never tried. */
export const feltOf = ({ status, peak, bad }: Trial): number | null =>
  status === "done" || status === "started" ? (peak ?? bad) : null;

/**
 * By how much steps are harder (above 0) or easier for this person than published: the mean of felt minus published,
 * shrunk by n / (n + 4). It can lower a step by 15 points at most, since "I'm fine" is what this person says by habit,
 * and raise it by 30.
 */
export const shiftOf = (trials: readonly Trial[]): number => {
  const gaps = trials.flatMap((trial) => {
    const felt = feltOf(trial);
    return felt === null ? [] : [clamp(felt, 0, 100) - trial.difficulty];
  });
  return clamp(trust(gaps.length) * mean(gaps), -15, 30);
};

/** The published difficulty of a step as expected for this person, 0 to 100. */
export const expectedOf = (difficulty: number, shift: number): number => clamp(difficulty + shift, 0, 100);

/** Where an ordinary day aims at first: the middle of 30 to 45. */
const firstTarget = 38;
/** The share of steps that should be done when they are neither too easy nor too hard (`guidance.md`). */
const wantedShare = 0.73;

/**
 * The expected distress to aim at, 24 to 45. It starts at 38, rises while steps are done, and falls when they are
 * avoided, broken off or swapped; the last eight with a chance to try count.
 */
export const targetOf = (trials: readonly Trial[]): number => {
  const tries = trials.filter(({ status }) => status !== "skipped").slice(-8);
  const done = tries.filter(({ status }) => status === "done").length;
  const share = tries.length === 0 ? wantedShare : done / tries.length;
  return clamp(firstTarget + 28 * trust(tries.length) * (share - wantedShare), 24, 45);
};

/** Why the guidance goes easy. */
export type BadEvent = "hurtful" | "too-much" | "broken-off";

const badEvent = (trial: Trial): BadEvent | null => {
  if (trial.outcome === "hurtful") return "hurtful";
  if (Math.max(trial.peak ?? 0, trial.bad ?? 0) >= muchTooHard) return "too-much";
  return trial.status === "started" ? "broken-off" : null;
};

/** The highest expected distress to offer while going easy, and why. */
export type GoEasy = { readonly because: BadEvent; readonly cap: number };

/**
 * Whether to go easy on `day`: a bad event is at most two days old (one that is dated ahead counts as fresh). The cap
 * is 40, and below whatever the bad event was expected to be.
 */
export const goEasyOf = (trials: readonly Trial[], day: LocalDay): GoEasy | null => {
  const shift = shiftOf(trials);
  const recent = trials.flatMap((trial) => {
    const because = badEvent(trial);
    const fresh = dayNumber(day) - dayNumber(trial.day) <= quietDays;
    return because === null || !fresh
      ? []
      : [{ because, cap: Math.min(quietCap, expectedOf(trial.difficulty, shift) - 1) }];
  });
  const newest = recent.at(-1);
  return newest === undefined ? null : { because: newest.because, cap: Math.min(...recent.map(({ cap }) => cap)) };
};

/**
 * How likely somebody says yes, 0 to 1: (yes + 1.5) / (answers + 2), a Beta(1.5, 0.5) prior with the mean 0.75 of
 * `guidance.md`. A refusal lowers it, a yes raises it, for that person alone.
 */
export const rateOf = (trials: readonly Trial[], person: string): number => {
  const answers = trials.flatMap((trial) => (trial.person === person && trial.outcome !== null ? [trial.outcome] : []));
  return (answers.filter(isYes).length + 1.5) / (answers.length + 2);
};

/**
 * Whether past tries and the person's own marks leave somebody open for a suggestion. Never the flagged, those who did
 * harm, were taken off, or hurt twice; after hurting once only if rated safe and a month later; not while they asked to
 * be left out.
 */
export const mayBeSuggested = (person: Person, trials: readonly Trial[], day: LocalDay): boolean => {
  if (person.safety === "unsafe" || person.harmed || person.removed) return false;
  if (person.restUntil !== null && person.restUntil >= day) return false;
  const hurts = trials.filter((trial) => trial.person === person.id && trial.outcome === "hurtful");
  const hurt = hurts.at(-1);
  if (hurt === undefined) return true;
  const longAgo = dayNumber(day) - dayNumber(hurt.day) > hurtDays;
  return hurts.length === 1 && person.safety === "safe" && longAgo;
};
