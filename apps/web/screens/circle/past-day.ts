/** Reads a day that has been. */
import { parseDay, type LocalDay } from "@belay/basics";

/** The earliest day that a date field offers. */
export const earliest = "1970-01-01";

/** The day that was typed, if there is such a day and it is not in the future; otherwise null. */
export const pastDay = (text: string, today: LocalDay): LocalDay | null => {
  const day = parseDay(text);
  return day.ok && day.value <= today ? day.value : null;
};
