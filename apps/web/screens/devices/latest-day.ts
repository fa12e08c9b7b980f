/** Calendar days of moments that devices wrote down. */
import { dayFromNumber, type LocalDay } from "@belay/basics";
import type { State } from "@belay/domain";

const dayMs = 86_400_000;

/** The day on this device's wall at a moment, in ms since 1970; moments before that count as its first day. */
export const localDayOf = (ms: number): LocalDay => {
  const here = ms - new Date(ms).getTimezoneOffset() * 60_000;
  return dayFromNumber(Math.max(0, Math.floor(here / dayMs)));
};

/** The day of the newest entry; null where there is none. */
export const latestDay = ({ clock }: State): LocalDay | null => (clock === null ? null : localDayOf(clock[0]));
