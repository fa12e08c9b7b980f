/** Tells whether the app may offer to say less: people are asked, and offers taken, without it bringing that up. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { experiments, type Experiment } from "./experiments.ts";
import type { State } from "./state.ts";
import { doneAlone } from "./room-views.ts";

/** How many weeks of seven days are looked at, ending with today. */
const weeksSeen = 4;

/** In how many of them something has to have gone without the app. */
const weeksWanted = 3;

/** A suggestion, never a judgement: the numbers say why it is made, and are not shown as a score. */
export type Quietness = {
  readonly suggest: boolean;
  /** `steady`: it goes on without the app's offers. `too-early`: that cannot be said yet. */
  readonly because: "steady" | "too-early";
  /** Tries of the last 28 days that the person chose without the app's offer, and that took place. */
  readonly asksOnOwn: number;
  /** Of the last four weeks, those with such a try, or with something done alone and looked back on gladly: 0 to 4. */
  readonly weeks: number;
};

/** The day something came of it: the first ask went out, or it was done, at least in part. Null while nothing did. */
const dayOf = ({ asks, outcome }: Experiment): LocalDay | null => {
  const sent = asks.flatMap(({ sentOn }) => (sentOn === null ? [] : [sentOn])).toSorted()[0];
  if (sent !== undefined) return sent;
  return outcome !== null && (outcome.status === "done" || outcome.status === "started") ? outcome.day : null;
};

/** Which of the weeks a day falls in, 0 for the one that ends today; null for any other day, a later one too. */
const weekOf = (day: LocalDay, today: LocalDay): number | null => {
  const ago = dayNumber(today) - dayNumber(day);
  return ago >= 0 && ago < weeksSeen * 7 ? Math.floor(ago / 7) : null;
};

/**
 * Whether the app may say less, from the last 28 days up to `today`. A choice of design, without a study behind it: it
 * is suggested when, in three of the four weeks at least, somebody was asked, an offer was taken, or something was told
 * without the app bringing it up (or something was done alone, and gladly), when at least three of those took somebody
 * else, and when they are no fewer than the steps the app had offered. Wishing one had asked says nothing either way. It
 * is the person who then chooses.
 */
export const quietness = (state: State, today: LocalDay): Quietness => {
  const tries = experiments(state).flatMap((one) => {
    const day = dayOf(one);
    const week = day === null ? null : weekOf(day, today);
    return week === null ? [] : [{ week, origin: one.plan.origin }];
  });
  const own = tries.filter(({ origin }) => origin === "self");
  const gladAlone = doneAlone(state).flatMap(({ verdict, day }) => {
    const week = verdict === "glad" ? weekOf(day, today) : null;
    return week === null ? [] : [week];
  });
  const weeks = new Set([...own.map(({ week }) => week), ...gladAlone]).size;
  const steady = weeks >= weeksWanted && own.length >= weeksWanted && own.length >= tries.length - own.length;
  return { suggest: steady, because: steady ? "steady" : "too-early", asksOnOwn: own.length, weeks };
};
