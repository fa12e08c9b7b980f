import { disclaimers, lessonCatalogue } from "@belay/content";
import { describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { useScreen } from "../navigation.ts";
import { Learn } from "./learn.tsx";
import { Lesson } from "./lesson.tsx";

describe("learn", () => {
  it("lists every card with its length, and opens it", async () => {
    const screen = await draw(Learn, pretendEngine());
    for (const { title } of lessonCatalogue) expect(screen.has(title)).toBe(true);
    expect(screen.has("about 2 minutes · before you ask")).toBe(true);
    await screen.press("What people expect of an ask");
    expect(useScreen()).toMatchObject({ screen: "lesson", id: "lesson-asks-go-better-than-guessed" });
  });

  it.each(disclaimers.map(({ id, text }) => [id, text]))("says what it is not: %s", async (_id, text) => {
    expect((await draw(Learn, pretendEngine())).has(text)).toBe(true);
  });
});

describe("a card", () => {
  it.each(lessonCatalogue.map(({ id }) => id))(
    "%s shows every claim with its source and how sure it is, in words",
    async (id) => {
      const screen = await draw(Lesson, pretendEngine(), id);
      const lesson = lessonCatalogue.find((one) => one.id === id);
      const text = screen.text();
      for (const claim of lesson?.claims ?? []) {
        expect(text).toContain(claim.text);
        expect(text).toContain(claim.source);
      }
      const graded = text.match(/Well established|Fairly sure|Early:|Disputed/g) ?? [];
      expect(graded).toHaveLength(lesson?.claims.length ?? -1);
      expect(screen.has("What was found")).toBe(graded.length > 0);
      expect(text).not.toMatch(/\bgrade\b/i);
    },
  );

  it("that is not there is said calmly", async () => {
    expect((await draw(Lesson, pretendEngine(), "lesson-none")).has("This card isn’t here")).toBe(true);
  });
});
