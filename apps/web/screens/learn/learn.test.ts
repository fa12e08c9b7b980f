import { disclaimers, lessonCatalogue } from "@belay/content";
import { cardsSeen } from "@belay/domain";
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

  it("lists the questions people ask on their own, in their words, and opens the card that answers one", async () => {
    const screen = await draw(Learn, pretendEngine());
    const lists = screen.page.all().filter((node) => node.localName === "ul");
    const asked = lists.find((node) => node.getAttribute("aria-label") === "Questions people ask");
    for (const { question } of lessonCatalogue)
      if (question !== undefined) expect(asked?.textContent).toContain(question);
    expect(asked?.childNodes).toHaveLength(lessonCatalogue.filter(({ question }) => question !== undefined).length);
    await screen.press("Isn’t it weak to show it?");
    expect(useScreen()).toMatchObject({ screen: "lesson", id: "lesson-courage" });
  });

  it("tells the made-up story in its order, in a place of its own", async () => {
    const screen = await draw(Learn, pretendEngine());
    const story = screen.page
      .all()
      .find((node) => node.getAttribute("aria-label") === "A made-up story, in three parts");
    expect(story?.childNodes.map((node) => node.textContent.split(":")[0])).toEqual([
      "Sarah, part one",
      "Sarah, part two",
      "Sarah, part three",
    ]);
  });

  it("says “read” of what was opened, moves it down its group, and counts nothing", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "learn/see", lesson: "lesson-what-a-yes-gives", fate: "opened" });
    pretend.say({ kind: "learn/see", lesson: "lesson-a-no", fate: "not-now" });
    const screen = await draw(Learn, pretend);
    const after = screen.page.all().find((node) => node.getAttribute("aria-label") === "Afterwards");
    const rows = after?.childNodes.map((node) => node.textContent) ?? [];
    expect(rows.filter((row) => row.endsWith("read"))).toHaveLength(1);
    expect(rows.at(-1)).toMatch(/^What a yes gives them.*read$/);
    expect(rows[0]).toMatch(/^What a no can tell you/);
    expect(screen.text()).not.toMatch(/\d+ of \d+|%|unread/);
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

  it("that makes no claims says so, and names no source", async () => {
    const screen = await draw(Lesson, pretendEngine(), "lesson-pictures");
    expect(screen.has("This card tells of no findings, so there is no source to name.")).toBe(true);
    const other = await draw(Lesson, pretendEngine(), "lesson-a-no");
    expect(other.has("This card tells of no findings")).toBe(false);
  });

  it("that answers a question shows the question below its title", async () => {
    expect((await draw(Lesson, pretendEngine(), "lesson-guilt")).has("Why do I feel guilty when I ask?")).toBe(true);
  });

  it("is noted as opened the first time, also after it was waved away, and never twice", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "learn/see", lesson: "lesson-a-no", fate: "not-now" });
    (await draw(Lesson, pretend, "lesson-a-no")).leave();
    expect(pretend.calls).toEqual([JSON.stringify({ kind: "learn/see", lesson: "lesson-a-no", fate: "opened" })]);
    await draw(Lesson, pretend, "lesson-a-no");
    expect(pretend.calls).toHaveLength(1);
    expect(cardsSeen(pretend.state.value)[0]).toMatchObject({ lesson: "lesson-a-no", fate: "opened" });
  });

  it("is shown all the same when that could not be noted", async () => {
    const pretend = pretendEngine();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Lesson, pretend, "lesson-a-no");
    expect(screen.has("What a no can tell you")).toBe(true);
    expect(screen.has("Not saved")).toBe(false);
  });

  it("of the story leads on to the next part, and the last one leads nowhere", async () => {
    const screen = await draw(Lesson, pretendEngine(), "lesson-story-launch");
    await screen.press("Next: Sarah, part two: at home");
    expect(useScreen()).toMatchObject({ screen: "lesson", id: "lesson-story-home" });
    expect((await draw(Lesson, pretendEngine(), "lesson-story-slow")).has("Next:")).toBe(false);
  });

  it("for before an ask leads to a first one", async () => {
    const screen = await draw(Lesson, pretendEngine(), "lesson-why-small");
    await screen.press("Ask someone for something small");
    expect(useScreen()).toMatchObject({ screen: "try", id: "ask-a-corner" });
  });

  it("that is not there is said calmly", async () => {
    expect((await draw(Lesson, pretendEngine(), "lesson-none")).has("This card isn’t here")).toBe(true);
  });
});
