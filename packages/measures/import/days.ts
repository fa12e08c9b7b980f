/** Reads the days of a column, and says which way of writing them fits. */
import { parseDay, type LocalDay } from "@belay/basics";

/** Year first; day first; month first. */
export const dayForms = ["ymd", "dmy", "mdy"] as const;
/** In which order a file writes its days. */
export type DayForm = (typeof dayForms)[number];

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,].*)?$/;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})(?:[T ,].*)?$/;

const made = (year: string, month: string, day: string): LocalDay | null => {
  const parsed = parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return parsed.ok ? parsed.value : null;
};

/**
 * The day that stands in a cell, or null. A time after it is passed over: the day counts as it is written. Years have
 * four digits, since two could mean two centuries. With points between them the day comes first, wherever that is usual.
 */
export const dayIn = (cell: string, form: DayForm): LocalDay | null => {
  const match = (form === "ymd" ? yearFirst : yearLast).exec(cell);
  if (match === null) return null;
  const [, a = "", between, b = "", c = ""] = match;
  if (form === "ymd") return made(a, b, c);
  if (form === "dmy") return made(c, b, a);
  return between === "." ? null : made(c, a, b);
};

/** How many of the cells that are not empty are a day in each way, and how many such cells there are. */
const fits = (cells: readonly string[]) => {
  const there = cells.filter((cell) => cell !== "");
  const count = (form: DayForm): number => there.filter((cell) => dayIn(cell, form) !== null).length;
  return { there: there.length, ymd: count("ymd"), dmy: count("dmy"), mdy: count("mdy") };
};

/** Cells that mean two different days, by the order of day and month. */
const isTwoDays = (cell: string): boolean => {
  const [first, second] = [dayIn(cell, "dmy"), dayIn(cell, "mdy")];
  return first !== null && second !== null && first !== second;
};

/**
 * The way in which a column writes its days; null where nothing in it tells day from month (3/4/2025), which has to be
 * asked, and where it holds no days.
 */
export const formOf = (cells: readonly string[]): DayForm | null => {
  const { there, ymd, dmy, mdy } = fits(cells);
  const most = Math.max(ymd, dmy, mdy);
  if (most === 0) return null;
  if (ymd === most) return ymd > Math.max(dmy, mdy) ? "ymd" : null;
  // One way has to fit every cell: a column that is mixed tells nothing about its other cells.
  if (dmy !== mdy && (most === there || !cells.some(isTwoDays))) return dmy > mdy ? "dmy" : "mdy";
  return cells.some(isTwoDays) ? null : "dmy";
};

/** Which share of a column is days, in the way that fits best; 0 to 1. */
export const dayShare = (cells: readonly string[]): number => {
  const { there, ymd, dmy, mdy } = fits(cells);
  return there === 0 ? 0 : Math.max(ymd, dmy, mdy) / there;
};
