import { lessonCatalogue } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, groups, isStory, nextPart, shelves, unreadFirst } from "./shelf.ts";

const ids = (lessons: readonly { readonly id: string }[]): readonly string[] => lessons.map(({ id }) => id);

describe("the order of the cards", () => {
  it("holds every card once: on one shelf, or in the story", () => {
    const shown = shelves(lessonCatalogue, new Set()).flatMap(({ lessons }) => ids(lessons));
    expect([...shown, ...ids(lessonCatalogue.filter(isStory))].toSorted()).toEqual(ids(lessonCatalogue).toSorted());
  });

  it.each([
    ["before-ask", "before"],
    ["at-work", "before"],
    ["after-no", "after"],
    ["low-day", "hard"],
    ["critic", "hard"],
    ["resentment", "carry"],
    ["no-one-yet", "people"],
    ["care", "roots"],
  ] as const)("puts a card for “%s” under “%s”", (moment, group) => {
    expect(groupOf(moment)).toBe(group);
  });

  it("shows the groups in one order, and none that is empty", () => {
    expect(shelves(lessonCatalogue, new Set()).map(({ group }) => group)).toEqual(groups);
    const few = lessonCatalogue.filter(({ moment }) => moment === "after-no");
    expect(shelves(few, new Set()).map(({ group }) => group)).toEqual(["after"]);
  });

  it("puts what was not read first, and loses and doubles nothing, whatever was read", () => {
    const chosen = fc.subarray([...ids(lessonCatalogue)]);
    fc.assert(
      fc.property(chosen, (known) => {
        const read = new Set(known);
        const order = unreadFirst(lessonCatalogue, read);
        expect(ids(order).toSorted()).toEqual(ids(lessonCatalogue).toSorted());
        const firstRead = order.findIndex(({ id }) => read.has(id));
        if (firstRead >= 0) expect(order.slice(firstRead).every(({ id }) => read.has(id))).toBe(true);
      }),
    );
  });
});

describe("the story", () => {
  it("goes on from part to part and ends", () => {
    expect(nextPart(lessonCatalogue, "lesson-story-launch")?.id).toBe("lesson-story-home");
    expect(nextPart(lessonCatalogue, "lesson-story-home")?.id).toBe("lesson-story-slow");
    expect(nextPart(lessonCatalogue, "lesson-story-slow")).toBeNull();
  });

  it("does not begin from any other card", () => {
    expect(nextPart(lessonCatalogue, "lesson-a-no")).toBeNull();
  });
});
