/**
 * Sorts answers about the shifts into monthly rounds, and says what a course bears: never more than the answers do.
 *
 * A round begins with its first answer and takes in what is added during the four weeks after it, so that answers that
 * were left and given a week later do not count as a month of their own.
 */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { ShiftCourse } from "@belay/domain";

/** Days from one round to the next: four weeks. */
export const roundDays = 28;

/** Below this many answers a course is too short to say anything about. */
export const enoughRounds = 3;

/** The five answers, from “not at all” to “very much”. */
export const levels = [0, 1, 2, 3, 4] as const;
/** An answer. */
export type Level = (typeof levels)[number];

/** The level that a number is; null for anything else, as from a draft of another version. */
export const levelOf = (value: unknown): Level | null => levels.find((level) => level === value) ?? null;

const daysFrom = (from: LocalDay, to: LocalDay): number => dayNumber(to) - dayNumber(from);

/** The first day of each round, oldest first. Days that lie before others' may come in any order. */
export const roundStarts = (courses: readonly ShiftCourse[]): readonly LocalDay[] => {
  const days = courses.flatMap(({ points }) => points.map(({ day }) => day)).toSorted();
  const starts: LocalDay[] = [];
  for (const day of days) {
    const last = starts.at(-1);
    if (last === undefined || daysFrom(last, day) >= roundDays) starts.push(day);
  }
  return starts;
};

/** Whether a round may begin: before the first, and from four weeks after the newest began. Nobody is waited for. */
export const due = (last: LocalDay | null, today: LocalDay): boolean =>
  last === null || daysFrom(last, today) >= roundDays;

/** The answers of one course round by round: the newest of each round, null where it was left. */
export const byRound = (
  { points }: Pick<ShiftCourse, "points">,
  starts: readonly LocalDay[],
): readonly (Level | null)[] =>
  starts.map((start, index) => {
    const next = starts[index + 1];
    const within = points.filter(({ day }) => day >= start && (next === undefined || day < next));
    return levelOf(within.at(-1)?.level);
  });

/** An answer and the round it was given in. */
export interface Said {
  readonly level: Level;
  /** First day of the round. */
  readonly day: LocalDay;
}

/** How the newest answer stands to the first; one level is within what changes from week to week. */
export type Course =
  | { readonly kind: "none" }
  | { readonly kind: "once"; readonly last: Said }
  | { readonly kind: "few"; readonly first: Said; readonly last: Said }
  | { readonly kind: "same" | "more" | "less"; readonly first: Said; readonly last: Said };

/** Levels that the newest answer has to lie away from the first before it is said to differ. */
const clearly = 2;

/** What may be said about answers of rounds that began on `starts`. Pure; both lists are equally long. */
export const courseOf = (answers: readonly (Level | null)[], starts: readonly LocalDay[]): Course => {
  const said = starts.flatMap((day, index) => {
    const level = answers[index] ?? null;
    return level === null ? [] : [{ level, day }];
  });
  const first = said[0];
  const last = said.at(-1);
  if (first === undefined || last === undefined) return { kind: "none" };
  if (said.length === 1) return { kind: "once", last };
  if (said.length < enoughRounds) return { kind: "few", first, last };
  const moved = last.level - first.level;
  if (Math.abs(moved) < clearly) return { kind: "same", first, last };
  return { kind: moved > 0 ? "more" : "less", first, last };
};

/** Whether the newest answer is still of these weeks: then it is “now”, else it has a date. */
export const isNow = (said: Said, starts: readonly LocalDay[], today: LocalDay): boolean =>
  said.day === starts.at(-1) && !due(said.day, today);

/** The shift that moved most, up or down, or null where none clearly did; among equals the first of the catalogue. */
export const toLookAt = (
  courses: readonly ShiftCourse[],
  starts: readonly LocalDay[],
): { readonly shift: string; readonly course: Course } | null => {
  const moved = courses.flatMap((one) => {
    const course = courseOf(byRound(one, starts), starts);
    return course.kind === "more" || course.kind === "less"
      ? [{ shift: one.shift, course, by: Math.abs(course.last.level - course.first.level) }]
      : [];
  });
  const [most] = moved.toSorted((a, b) => b.by - a.by);
  return most === undefined ? null : { shift: most.shift, course: most.course };
};
