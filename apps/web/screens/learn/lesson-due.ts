/** Picks the card that is due at a moment. */
import type { LessonContent } from "@belay/content";

/** A moment that has cards. */
export type Moment = LessonContent["moment"];

/** The first card of the moment that was neither opened nor waved away; null when there is none left. */
export const lessonDue = (
  lessons: readonly LessonContent[],
  moment: Moment,
  seen: readonly string[],
): LessonContent | null => lessons.find((one) => one.moment === moment && !seen.includes(one.id)) ?? null;
