/** Puts the cards in order: by what they are for, those not read yet first. */
import type { LessonContent } from "@belay/content";
import { assertNever } from "@belay/basics";
import type { Moment } from "./lesson-due.ts";

/** What cards are for, in the order in which the list shows it. */
export const groups = ["before", "after", "hard", "carry", "people", "roots"] as const;

/** One group of moments. */
export type Group = (typeof groups)[number];

/** The group a moment belongs to. */
export const groupOf = (moment: Moment): Group => {
  switch (moment) {
    case "before-ask":
    case "before-share":
    case "before-accept":
    case "before-handover":
    case "before-bewith":
    case "at-work":
      return "before";
    case "after-yes":
    case "after-no":
    case "after-silence":
    case "after-let-down":
    case "after-alone":
    case "after-share":
      return "after";
    case "on-rest":
    case "low-day":
    case "carried-all":
    case "pause":
    case "critic":
      return "hard";
    case "signs":
    case "belief":
    case "load":
    case "resentment":
      return "carry";
    case "circle":
    case "person":
    case "no-one-yet":
      return "people";
    case "origins":
    case "shifts":
    case "evidence":
    case "care":
    case "look-back":
      return "roots";
    default:
      return assertNever(moment);
  }
};

/** Parts of the story are told apart by their ids; the catalogue holds them in their order. */
export const isStory = ({ id }: Pick<LessonContent, "id">): boolean => id.startsWith("lesson-story-");

/** The part of the story after this one; null after the last, and for any other card. */
export const nextPart = (lessons: readonly LessonContent[], id: string): LessonContent | null => {
  const parts = lessons.filter(isStory);
  const at = parts.findIndex((part) => part.id === id);
  return at < 0 ? null : (parts[at + 1] ?? null);
};

/** Those not read yet first; inside both halves the order of the catalogue stays. */
export const unreadFirst = (lessons: readonly LessonContent[], read: ReadonlySet<string>): readonly LessonContent[] => [
  ...lessons.filter(({ id }) => !read.has(id)),
  ...lessons.filter(({ id }) => read.has(id)),
];

/** One part of the list. */
export interface Shelf {
  readonly group: Group;
  readonly lessons: readonly LessonContent[];
}

/** The groups that hold cards. The story has a place of its own, where its parts stand in their order. */
export const shelves = (lessons: readonly LessonContent[], read: ReadonlySet<string>): readonly Shelf[] =>
  groups
    .map((group) => ({
      group,
      lessons: unreadFirst(
        lessons.filter((lesson) => !isStory(lesson) && groupOf(lesson.moment) === group),
        read,
      ),
    }))
    .filter((shelf) => shelf.lessons.length > 0);
