import type { LessonContent } from "@belay/content";
import { describe, expect, it } from "vitest";
import { lessonDue } from "./lesson-due.ts";

const card = (id: string, moment: LessonContent["moment"]): LessonContent => ({
  id,
  moment,
  title: id,
  minutes: 1,
  opening: [],
  claims: [],
  closing: [],
  covers: [],
});

const lessons = [card("first-no", "after-no"), card("load", "load"), card("second-no", "after-no")];

describe("the card that is due at a moment", () => {
  it("is the first of the moment", () => {
    expect(lessonDue(lessons, "after-no", [])?.id).toBe("first-no");
  });

  it("is the next one once the first was seen", () => {
    expect(lessonDue(lessons, "after-no", ["first-no"])?.id).toBe("second-no");
  });

  it("is none when all were seen, and none where the moment has no card", () => {
    expect(lessonDue(lessons, "after-no", ["second-no", "first-no"])).toBeNull();
    expect(lessonDue(lessons, "care", [])).toBeNull();
  });
});
