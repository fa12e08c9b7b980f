/** Rings at the minute somebody chose, while the app is open, and never twice on one day. */
import type { LocalDay } from "@belay/basics";
import { settings, type Settings } from "@belay/domain";
import type { Engine } from "../../engine/engine.ts";
import { laterWords } from "../later-words.ts";
import { t } from "../words.ts";
import { browserBell, type Bell } from "./bell.ts";
import { weekdayOf } from "./calendar-file.ts";

/** Milliseconds between two looks at the clock. */
const every = 20_000;

/** Minutes a reminder may come late: a tab in the background is woken about once a minute. */
const late = 3;

/** Whether now is the time. */
export const isDue = (reminders: Settings["reminders"], day: LocalDay, minute: number): boolean =>
  reminders.on &&
  (reminders.weekday === null || reminders.weekday === weekdayOf(day)) &&
  minute >= reminders.minute &&
  minute < reminders.minute + late;

/** Nothing rings while nothing can be opened, or while the app rests. */
const wanted = (engine: Engine): Settings["reminders"] | null => {
  if (engine.phase.value.kind !== "open") return null;
  const { pace, reminders } = settings(engine.state.value);
  return pace === "resting" ? null : reminders;
};

/** Looks once; gives the day it rang on, or the one given. */
export const lookAtClock = (engine: Engine, bell: Bell, rung: LocalDay | null, title: string): LocalDay | null => {
  const reminders = wanted(engine);
  const today = engine.today();
  if (reminders === null || rung === today || !isDue(reminders, today, bell.minute())) return rung;
  if (bell.may() !== "yes") return rung;
  // A notification that is not shown is missed by nobody: it is a convenience.
  bell.ring(title).catch(() => undefined);
  return today;
};

/** Looks at the clock for as long as the app is open. Without its words there is nothing to say, so it does not begin. */
export const startReminding = (engine: Engine): void => {
  let rung: LocalDay | null = null;
  const look = (): void => {
    rung = lookAtClock(engine, browserBell, rung, t("leaving.remindWords"));
  };
  laterWords().then(
    () => setInterval(look, every),
    () => undefined,
  );
};
