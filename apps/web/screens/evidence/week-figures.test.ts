import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "@belay/basics";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { aloneSaid, weeksSaid, weekSections, type WeekGiven } from "./week-figures.ts";

const today = dayOf("2026-11-22");

/** A Wednesday and the weeks after it. */
const week = (after: number, more: Partial<WeekGiven>): WeekGiven => {
  const day = addDays(dayOf("2026-03-04"), 7 * after);
  const empty = { asked: null, accepted: null, told: null, offered: null, alone: null, missed: null, lonely: null };
  return { day, week: Math.floor((dayNumber(day) + 3) / 7), ...empty, ...more };
};

describe("one's own counts", () => {
  it("are summed in words, and a count that was never given is not said", () => {
    const said = weeksSaid([week(0, { asked: 2, told: 0 }), week(1, { asked: 1, told: 1 })], today);
    expect(said?.said.sentence).toBe(
      "In the 2 weeks that you counted: asked 3 times and told someone how you were once.",
    );
  });

  it("leave out of the weeks that were counted one that says how much was carried alone and no count", () => {
    const said = weeksSaid([week(0, { asked: 2 }), week(1, { alone: 4 }), week(2, { asked: 1 })], today);
    expect(said?.said.sentence).toContain("In the 2 weeks that you counted");
    expect(said?.said.notes.join(" ")).toContain("One week was not counted.");
  });

  it("have a gap for a week that was not counted, which is never a zero", () => {
    const said = weeksSaid([week(0, { asked: 0 }), week(3, { asked: 2 }), week(4, { asked: 1 })], today);
    expect(said?.bars[0]?.figure.bars.map(({ value }) => value)).toEqual([0, null, null, 2, 1]);
    expect(said?.lines.lines[0]).toMatchObject({ points: [{ value: 0 }, { value: 2 }, { value: 1 }], breaks: [1] });
    expect(said?.said.notes.join(" ")).toContain("2 weeks were not counted. They are gaps and not zeros.");
  });

  it("stand in the table week by week from their Monday, newest first", () => {
    const [section] = weekSections([week(0, { asked: 0, alone: 7, missed: true }), week(2, { asked: 2 })], today);
    expect(section?.table?.rows).toEqual([
      ["March 16", "2", "–", "–", "–", "–", "–", "–"],
      ["March 9", "–", "–", "–", "–", "–", "–", "–"],
      ["March 2", "0", "–", "–", "–", "7", "yes", "–"],
    ]);
  });

  it("say how often a moment was missed of the weeks that say it", () => {
    const weeks = [week(0, { asked: 1, missed: true }), week(1, { asked: 1, missed: false }), week(2, { asked: 1 })];
    expect(weeksSaid(weeks, today)?.said.notes.join(" ")).toContain("In 1 of 2 weeks there was a moment");
  });

  it("are none before the first week", () => {
    expect(weekSections([], today)).toEqual([]);
    expect(weeksSaid([week(0, { alone: 3 })], today)).toBeNull();
  });
});

describe("how much was carried alone", () => {
  it("is too early to say below five weeks", () => {
    expect(aloneSaid([week(0, { alone: 7 })], today)?.said.sentence).toContain("too early to say");
  });

  it("claims no trend from five on", () => {
    const said = aloneSaid(
      [9, 8, 6, 4, 2].map((alone, index) => week(index, { alone })),
      today,
    );
    expect(said?.said.sentence).toContain("between 2 and 9 of 10; newest 2");
    expect(said?.said.sentence).toContain("no trend is claimed");
  });

  it("stops the line where a week says nothing of it", () => {
    const said = aloneSaid([week(0, { alone: 7 }), week(1, { asked: 1 }), week(2, { alone: 5 })], today);
    expect(said?.figure?.lines[0]).toMatchObject({
      points: [
        { at: 0, value: 7 },
        { at: 1, value: 5 },
      ],
      breaks: [1],
    });
  });
});
