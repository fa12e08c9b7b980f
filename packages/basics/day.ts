/** Calendar days as the person lives them: a date without a clock or a zone. */
import type { Brand } from "./brand.ts";
import { err, ok, type Result } from "./result.ts";

/** A local calendar day, `YYYY-MM-DD`, years 1970 to 9999. */
export type LocalDay = string & Brand<"LocalDay">;

/** The text is no calendar day. */
export type NotADay = { readonly type: "NotADay" };

const pattern = /^\d{4}-\d{2}-\d{2}$/;
const longMonths: ReadonlySet<number> = new Set([1, 3, 5, 7, 8, 10, 12]);

/** Days of a month of the Gregorian calendar; 0 where there is no such month. */
const daysIn = (year: number, month: number): number => {
  if (month < 1 || month > 12) return 0;
  if (month !== 2) return longMonths.has(month) ? 31 : 30;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** Parses `YYYY-MM-DD`; refuses days that no calendar has, such as 2026-02-30. */
export const parseDay = (text: string): Result<LocalDay, NotADay> => {
  if (!pattern.test(text)) return err({ type: "NotADay" });
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const real = year >= 1970 && day >= 1 && day <= daysIn(year, month);
  return real ? ok(text as LocalDay) : err({ type: "NotADay" });
};

/** Whole days since 1970-01-01; the difference of two is the number of days between them. */
export const dayNumber = (day: LocalDay): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** The day that many whole days after 1970-01-01 (0 to 2,932,896). Fractions and anything else are our bug and throw. */
export const dayFromNumber = (days: number): LocalDay => {
  const parsed = parseDay(new Date(days * 86_400_000).toISOString().slice(0, 10));
  if (!parsed.ok || !Number.isInteger(days)) throw new Error("day number out of range");
  return parsed.value;
};

/** The day `count` days later (earlier when negative). */
export const addDays = (day: LocalDay, count: number): LocalDay => dayFromNumber(dayNumber(day) + count);
