/** Decides whether the last talk is worth a line on Today, and what came of it in one word. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { checkins, lastTalk, settings, type LastTalk, type State } from "@belay/domain";
import { weekdayOf } from "../mine/calendar-file.ts";

/** Somebody who was here in the last few days needs no reminding: from this many days on the line comes. */
export const awayDays = 3;

/** After so long it is no longer the thing to come back to. */
const oldestDays = 60;

/** What came of it, as the sentence needs it. */
export type CameOfIt = "out" | "yes" | "partly" | "no" | "talk" | "later" | "silence" | "hurtful" | "noted";

/** The newest word on it: what was noted stands before an answer, an answer before the ask itself. */
export const cameOfIt = ({ what, answer, outcome }: Pick<LastTalk, "what" | "answer" | "outcome">): CameOfIt => {
  if (what === "noted") return outcome ?? "noted";
  if (what === "answered" && answer !== null) return answer;
  return outcome ?? answer ?? "out";
};

/** Whether a reminder falls on this day: it says nothing itself, so that its context has to stand here. */
const remindedOn = (state: State, today: LocalDay): boolean => {
  const { on, weekday } = settings(state).reminders;
  return on && (weekday === null || weekday === weekdayOf(today));
};

/** The last talk, where somebody comes back after some days or on a day of their reminder; null on any other day. */
export const lastTalkDue = (state: State, today: LocalDay): LastTalk | null => {
  const talk = lastTalk(state);
  // What hurt is not brought up by itself; it stands where somebody goes to look for it.
  if (talk === null || talk.outcome === "hurtful") return null;
  // Today's own check-in is part of coming back.
  const before = checkins(state).filter(({ day }) => day < today);
  const newest = before.reduce<LocalDay>((latest, { day }) => (day > latest ? day : latest), talk.day);
  const away = dayNumber(today) - dayNumber(newest);
  const due = away >= awayDays || (talk.day < today && remindedOn(state, today));
  return due && dayNumber(today) - dayNumber(talk.day) <= oldestDays ? talk : null;
};
