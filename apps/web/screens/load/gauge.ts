/** Reads the gauge of resentment: words for its level, and when it is worth pointing at something. */
import { dayNumber, type LocalDay } from "@belay/basics";

/** Words for a level, for the eye and for a screen reader. */
export const levelWords = (
  level: number,
): "load.level.none" | "load.level.little" | "load.level.some" | "load.level.much" | "load.level.full" => {
  if (level < 10) return "load.level.none";
  if (level < 35) return "load.level.little";
  if (level < 60) return "load.level.some";
  return level < 85 ? "load.level.much" : "load.level.full";
};

/**
 * From this level on, of 100, the gauge points at a load or an ask. A design choice without a study behind it: it is
 * where the words change from "some" to "a lot", so that the page never says more than the person did.
 */
export const pointsFrom = 60;

/** Days for which a noted level points; after that it is about another week. */
const pointsFor = 7;

/** Whether the newest note is high enough, and fresh enough, to point at something. `noted` is newest first. */
export const points = (
  noted: readonly { readonly level: number; readonly day: LocalDay }[],
  today: LocalDay,
): boolean => {
  const newest = noted[0];
  return newest !== undefined && newest.level >= pointsFrom && dayNumber(today) - dayNumber(newest.day) < pointsFor;
};
