/**
 * Writes a reminder as a calendar file: one event that repeats, with a neutral title and nothing else.
 *
 * The form is that of RFC 5545 (iCalendar). The time is "floating" (3.3.5, form 1): nine stays nine wherever the person
 * is, and the file tells nobody a time zone.
 */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";

/** When it repeats: `weekday` 1 (Monday) to 7, or null for every day; `minute` of the local day, 0 to 1439. */
export interface Repeating {
  readonly weekday: number | null;
  readonly minute: number;
}

/** The day of the week of a day, 1 (Monday) to 7; day 0 (1 January 1970) was a Thursday. */
export const weekdayOf = (day: LocalDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The names of the days in a rule (3.3.10), Monday first. */
const dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The longest line in octets without its line break (3.1). */
const longest = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** A text value with what would end it taken back its meaning (3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");

/** One line folded (3.1): at most 75 octets each, every further one begins with a space; no character is cut. */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let now = "";
  for (const letter of line) {
    if (octets(now + letter) > longest) {
      lines.push(now);
      now = " ";
    }
    now += letter;
  }
  return [...lines, now].join("\r\n");
};

/** The first day on or after `from` that the reminder falls on. */
export const firstDay = ({ weekday }: Pick<Repeating, "weekday">, from: LocalDay): LocalDay =>
  weekday === null ? from : addDays(from, (weekday - weekdayOf(from) + 7) % 7);

const two = (n: number): string => String(n).padStart(2, "0");

/** A local date and time without a zone: `20261122T090000`. */
const floating = (day: LocalDay, minute: number): string =>
  `${day.replaceAll("-", "")}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;

/** How often, as a rule (3.3.10). */
const ruleOf = ({ weekday }: Pick<Repeating, "weekday">): string =>
  weekday === null ? "FREQ=DAILY" : `FREQ=WEEKLY;BYDAY=${dayNames[weekday - 1] ?? "MO"}`;

/**
 * The whole file, in UTF-8. `uid` has to be random and new for each file. The stamp (3.8.7.2) names the day only: the
 * minute somebody sat here is nobody's business.
 */
export const calendarFile = (
  when: Repeating,
  { title, today, uid }: { readonly title: string; readonly today: LocalDay; readonly uid: string },
): Uint8Array => {
  const summary = escapeText(title);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Note//Note//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${today.replaceAll("-", "")}T000000Z`,
    `DTSTART:${floating(firstDay(when, today), when.minute)}`,
    "DURATION:PT5M",
    `RRULE:${ruleOf(when)}`,
    `SUMMARY:${summary}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    `DESCRIPTION:${summary}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return new TextEncoder().encode(lines.map((line) => `${foldLine(line)}\r\n`).join(""));
};
