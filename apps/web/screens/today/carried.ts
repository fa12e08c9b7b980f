/** Knows which load is still in sight: the last one written, for a few days, until an ask was made of it. */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { Checkin, Experiment } from "@belay/domain";
import { cornerId } from "../try/corner-id.ts";

/** Days for which a load stays in sight: it does not end at midnight. */
const inSight = 3;

/** The newest check-in of each day: what was taken out again later in the day is gone. */
const lastOfDay = (checkins: readonly Checkin[]): readonly Checkin[] =>
  checkins.filter((checkin, i) => checkins.findIndex((other) => other.day === checkin.day) === i);

/** The words of the load, or null. Both lists are newest first, as the domain gives them. */
export const carriedNow = (
  checkins: readonly Checkin[],
  experiments: readonly Experiment[],
  today: LocalDay,
): string | null => {
  const newest = lastOfDay(checkins).find(({ carrying }) => carrying !== null);
  if (newest === undefined || dayNumber(today) - dayNumber(newest.day) >= inSight) return null;
  const asked = experiments.find(({ plan }) => plan.step === cornerId);
  return asked !== undefined && asked.plan.at[0] >= newest.at ? null : newest.carrying;
};
