/** Tests what is offered when, that nothing in it is required, and that a skipped week is a gap. */
import { measureWords } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baselineDays,
  baselineSet,
  courseOf,
  fourWeeklySet,
  helpSources,
  itemsIn,
  mostPeople,
  offered,
  reachOf,
  weekCounts,
  weeklySet,
  type Question,
} from "./battery.ts";
import { instruments } from "./catalogue.ts";
import type { InstrumentId } from "./ids.ts";
import { answersTo } from "./instrument.ts";
import { allowedIn } from "./licences.ts";
import { score } from "./score.ts";

const itemsOf = (set: readonly Question[]): number => set.reduce((sum, question) => sum + itemsIn(question), 0);
const idsOf = (set: readonly Question[]): readonly string[] => set.map(({ id }) => id);

describe("the week", () => {
  it("asks four counts by default, and nothing else", () => {
    expect(idsOf(weekCounts)).toEqual(["asked", "accepted", "told", "offered"]);
    expect(weekCounts.every(({ kind }) => kind === "count")).toBe(true);
  });

  it.each([
    [1, "phq4", 14],
    [2, "sscs-s", 16],
    [3, "phq4", 14],
    [52, "sscs-s", 16],
  ])("%d takes turns: %s, %d items in all", (week, turn, items) => {
    const set = weeklySet(week);
    expect(set.at(-1)).toEqual({ kind: "instrument", id: turn, optIn: false });
    expect(itemsOf(set)).toBe(items);
  });

  it("holds the counts, what was carried alone, the missed moment and loneliness, in every week", () => {
    for (const week of [1, 2, 17]) {
      expect(idsOf(weeklySet(week)).slice(0, -1)).toEqual(
        "asked accepted told offered carriedAlone missedMoment ucla3 lonely".split(" "),
      );
    }
  });
});

describe("every fourth week", () => {
  it("is 31 items", () => {
    expect(idsOf(fourWeeklySet)).toEqual(["keep8", "cbi-personal", "who5", "osss3", "helpSources"]);
    expect(itemsOf(fourWeeklySet)).toBe(31);
  });
});

describe("the start", () => {
  it("holds the four-weekly set and more, and asks about mood, worry and named people only of who wants it", () => {
    expect(baselineSet.slice(0, fourWeeklySet.length)).toEqual(fourWeeklySet);
    const optIn = baselineSet.flatMap((each) => (each.kind === "instrument" && each.optIn ? [each.id] : []));
    expect(optIn).toEqual(["phq8", "gad7", "ecr-rs"]);
  });

  it("may be spread over three days and asks about three people at most", () => {
    expect([baselineDays, mostPeople]).toEqual([3, 3]);
  });
});

describe("any set", () => {
  const sets = [weekCounts, weeklySet(1), weeklySet(2), fourWeeklySet, baselineSet];

  it("holds nothing that must be answered", () => {
    for (const question of sets.flat()) expect(Object.keys(question)).not.toContain("required");
  });

  it("holds no item 9", () => {
    for (const set of sets) expect(idsOf(set)).not.toContain("phq9");
  });

  it("holds only instruments whose words may be shown", () => {
    for (const question of sets.flat())
      if (question.kind === "instrument") expect(instruments[question.id].words).not.toBeNull();
  });

  it("asks nothing twice", () => {
    for (const set of sets) expect(new Set(idsOf(set)).size).toBe(set.length);
  });

  it("loses what a build may not hold, and nothing else", () => {
    const sold = allowedIn({ use: "commercial", switchedOn: [] }).map(({ id }) => id);
    expect(idsOf(offered(fourWeeklySet, sold))).toEqual(["keep8", "cbi-personal", "osss3", "helpSources"]);
    expect(idsOf(offered(baselineSet, sold))).not.toContain("ecr-rs");
    const free = allowedIn({ use: "free", switchedOn: ["ecr-rs"] }).map(({ id }) => id);
    expect(offered(baselineSet, free)).toEqual(baselineSet);
  });
});

describe("a course of weeks", () => {
  it.each<[string, readonly { week: number; value: number }[], number, readonly (number | null)[]]>([
    ["nothing yet", [], 4, []],
    ["one week", [{ week: 3, value: 0 }], 3, [0]],
    [
      "a skipped week",
      [
        { week: 1, value: 2 },
        { week: 3, value: 5 },
      ],
      3,
      [2, null, 5],
    ],
    [
      "a zero that was answered",
      [
        { week: 1, value: 0 },
        { week: 2, value: 0 },
      ],
      3,
      [0, 0, null],
    ],
    [
      "two in one week",
      [
        { week: 1, value: 2 },
        { week: 1, value: 4 },
      ],
      1,
      [4],
    ],
    [
      "out of order",
      [
        { week: 3, value: 5 },
        { week: 1, value: 2 },
      ],
      4,
      [2, null, 5, null],
    ],
    ["a last week before the first", [{ week: 5, value: 1 }], 2, []],
  ])("with %s", (_what, sittings, last, course) => {
    expect(courseOf(sittings, last)).toEqual(course);
  });

  it("has a zero only where somebody answered zero", () => {
    const sitting = fc.record({ week: fc.integer({ min: 1, max: 30 }), value: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(sitting), (sittings) => {
        const course = courseOf(sittings, 30);
        expect(course).not.toContain(0);
        expect(course.filter((value) => value !== null)).toHaveLength(new Set(sittings.map(({ week }) => week)).size);
      }),
    );
  });
});

describe("the sources of help", () => {
  it("are nine, with nobody at the end", () => {
    expect(helpSources).toHaveLength(9);
    expect(helpSources.at(-1)).toBe("nobody");
  });

  it.each([
    [{}, { most: null, likely: 0 }],
    [
      { partner: 9, friend: 7, parent: 6 },
      { most: 9, likely: 2 },
    ],
    [{ nobody: 10 }, { most: null, likely: 0 }],
    [{ helpline: 0 }, { most: 0, likely: 0 }],
    [
      { partner: 3, nobody: 10 },
      { most: 3, likely: 0 },
    ],
  ])("%j: the likeliest and how many are likely, never a sum", (answers, reach) => {
    expect(reachOf(answers)).toEqual(reach);
  });
});

describe("what the programme says can change", () => {
  // Rows of the programme that a questionnaire in one of the sets puts a number to, over a person's own time.
  it.each<[row: string, id: InstrumentId, about: RegExp, set: readonly Question[]]>([
    ["SP-01", "cbi-personal", /exhausted/, fourWeeklySet],
    ["SP-07", "cbi-personal", /worn out/, fourWeeklySet],
    ["CST-01", "cbi-personal", /can’t take it anymore/, fourWeeklySet],
    ["CST-07", "ucla3", /companionship/, weeklySet(1)],
    ["INT-03", "cbi-personal", /tired/, fourWeeklySet],
    ["INT-11", "ucla3", /left out/, weeklySet(2)],
    ["SE-09", "trust5", /can’t be trusted/, baselineSet],
    ["BEL-24", "trust5", /Trust what people say/, baselineSet],
  ])("%s is asked by %s, scored, and comes round again", (_row, id, about, set) => {
    expect(idsOf(set)).toContain(id);
    const texts = (instruments[id].words?.items ?? []).map((item) => Reflect.get(measureWords, item));
    expect(texts).toContainEqual(expect.stringMatching(about));
    const lowest = Array.from({ length: instruments[id].items }, (_, i) => answersTo(instruments[id], i + 1).from);
    expect(score(instruments[id], lowest).ok).toBe(true);
  });
});
