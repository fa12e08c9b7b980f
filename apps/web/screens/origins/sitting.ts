/**
 * Holds the rules of a sitting: how long, from when on it stops, and when it is better not begun (`safety.md` 4.4).
 *
 * One rule is left out on purpose: "not in a week with a crisis panel". Opening Help now is never noted, so nobody can
 * know, this room least of all; the door names days that are not for this instead.
 */
import { assertNever } from "@belay/basics";
import { originsCeiling, type OriginEnd } from "@belay/domain";

/** A sitting lasts this many minutes at most. */
export const longestMinutes = 15;

/** Distress this much above where it began ends a sitting; 0 to 100, design choice of `safety.md` 4.4. */
export const steepest = 30;

/** From this hour on it is night, until `morning`; hours of the wall clock, 0 to 23. */
const evening = 22;
const morning = 6;

const minute = 60_000;

/**
 * Two clocks at one moment, in ms. `wall` stops for nothing, but can be set; `steady` cannot be set, but may rest while a
 * device sleeps. Counting ticks would rest in every tab that is not looked at.
 */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** Ms since the beginning by whichever clock ran further, so that neither sleep nor a clock set back makes it longer. */
const elapsed = (began: Moment, now: Moment): number => Math.max(0, now.wall - began.wall, now.steady - began.steady);

/** Whether the time is over. */
export const timeIsUp = (began: Moment, now: Moment): boolean => elapsed(began, now) >= longestMinutes * minute;

/** Minutes that are left, begun ones counted whole: 15 to 1, and 0 at the end. */
export const minutesLeft = (began: Moment, now: Moment): number =>
  Math.max(0, Math.min(longestMinutes, Math.ceil(longestMinutes - elapsed(began, now) / minute)));

/** Whether distress (0 to 100) has risen so far that a sitting ends. */
export const rose = (before: number, now: number): boolean => now >= originsCeiling || now - before >= steepest;

/** Whether a sitting may begin at this distress. */
export const mayBegin = (before: number): boolean => before < originsCeiling;

/** Whether it is an hour at which another time is suggested. */
export const isNight = (hour: number): boolean => hour >= evening || hour < morning;

/** The pages of a sitting in their order. */
export const stages = ["familiar", "meaning", "now", "close"] as const;
/** One page. */
export type Stage = (typeof stages)[number];

/** What comes of a press on "go on": a question, the end, or the next page. */
export type Onward =
  | { readonly kind: "ask" }
  | { readonly kind: "end"; readonly end: OriginEnd }
  | { readonly kind: "on"; readonly to: Stage };

/**
 * Nothing goes on past the ceiling or a steep rise. The two heavier pages do not go on without a number at all: a check
 * that can be skipped would be skipped on the days it is for. The last page may end without one.
 */
export const onward = (stage: Stage, before: number, said: number | null): Onward => {
  if (said !== null && rose(before, said)) return { kind: "end", end: "rose" };
  switch (stage) {
    case "familiar":
      return said === null ? { kind: "ask" } : { kind: "on", to: "meaning" };
    case "meaning":
      return said === null ? { kind: "ask" } : { kind: "on", to: "now" };
    case "now":
      return { kind: "on", to: "close" };
    case "close":
      return { kind: "end", end: "done" };
    default:
      return assertNever(stage);
  }
};
