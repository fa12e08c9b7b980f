/** Says a day as shortly as it can be said without doubt. */
import type { LocalDay } from "@belay/basics";
import { dayWords } from "./words.ts";

/** Day and month, with the year where it is not the present one. */
export const daySaid = (day: LocalDay, today: LocalDay): string =>
  dayWords(day, day.slice(0, 4) === today.slice(0, 4) ? "middle" : "dated");
