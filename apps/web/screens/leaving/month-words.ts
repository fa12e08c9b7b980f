/** Says a month in the reader's language. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { i18n } from "../words.ts";

/** "November 2026", from any day in it. */
export const monthWords = (day: LocalDay): string =>
  new Intl.DateTimeFormat(i18n.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    dayNumber(day) * 86_400_000,
  );
