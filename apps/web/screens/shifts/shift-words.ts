/** Says a course of answers as one sentence. */
import type { LocalDay } from "@belay/basics";
import { daySaid } from "../day-said.ts";
import { i18n, t } from "../words.ts";
import { isNow, type Course, type Level, type Said } from "./rounds.ts";

/** The words of a level: “a little”. */
export const levelWords = (level: Level): string => t(`shifts.level.${level}`);

/** Things one after the other, as the language joins them. */
export const listed = (things: readonly string[]): string => new Intl.ListFormat(i18n.locale).format(things);

/** “March 1: a little. Now: mostly. It fits more than it did.” An old newest answer has its day, not “now”. */
export const courseWords = (course: Course, starts: readonly LocalDay[], today: LocalDay): string => {
  const whenSaid = (said: Said): string => (isNow(said, starts, today) ? t("shifts.now") : daySaid(said.day, today));
  switch (course.kind) {
    case "none":
      return t("shifts.none");
    case "once":
      return t("shifts.said.once", { last: whenSaid(course.last), now: levelWords(course.last.level) });
    case "few":
    case "same":
    case "more":
    case "less":
      return t(`shifts.said.${course.kind}`, {
        first: daySaid(course.first.day, today),
        was: levelWords(course.first.level),
        last: whenSaid(course.last),
        now: levelWords(course.last.level),
      });
  }
};
