import { addDays } from "@belay/basics";
import type { ShiftCourse } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { byRound, courseOf, due, isNow, levelOf, roundStarts, toLookAt, type Level } from "./rounds.ts";

const start = dayOf("2026-03-01");
const later = (days: number) => addDays(start, days);

/** A course from pairs of days after the start and levels. */
const course = (shift: string, ...points: readonly (readonly [days: number, level: number])[]): ShiftCourse => ({
  shift,
  points: points.map(([days, level]) => ({ day: later(days), level })),
});

/** Starts of as many rounds as there are answers. */
const months = (answers: readonly unknown[]) => answers.map((_, index) => later(index * 28));

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const anyAnswers = fc.array(fc.option(level), { maxLength: 30 });

describe("a round may begin", () => {
  it.each([
    [0, false],
    [27, false],
    [28, true],
    [400, true],
  ])("%d days after the last: %s", (days, now) => {
    expect(due(start, later(days))).toBe(now);
  });

  it("before the first one", () => expect(due(null, start)).toBe(true));

  it("not in the past, where a clock was set back", () => expect(due(later(10), start)).toBe(false));
});

describe("rounds", () => {
  it("begin with their first answer and take in four weeks", () => {
    const courses = [course("a", [0, 1], [28, 2]), course("b", [9, 3], [27, 0], [56, 4])];
    expect(roundStarts(courses)).toEqual([later(0), later(28), later(56)]);
  });

  it("begin anew after a long time away", () => {
    expect(roundStarts([course("a", [0, 1], [300, 2])])).toEqual([later(0), later(300)]);
  });

  it("hold the newest answer of their weeks, and a gap where none was given", () => {
    const one = course("a", [0, 1], [20, 3], [60, 4]);
    const starts = roundStarts([one, course("b", [28, 0])]);
    expect(byRound(one, starts)).toEqual([3, null, 4]);
  });

  it("are at least four weeks apart, and every answer falls into one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }), (days) => {
        const one = course("a", ...days.toSorted((a, b) => a - b).map((day) => [day, 2] as const));
        const starts = roundStarts([one]);
        starts.slice(1).forEach((day, index) => expect(due(starts[index] ?? null, day)).toBe(true));
        expect(starts[0]).toBe(one.points[0]?.day);
        expect(byRound(one, starts).every((answer) => answer === 2)).toBe(true);
      }),
    );
  });
});

describe("a course says", () => {
  it.each([
    ["nothing before the first answer", [null, null], "none"],
    ["one answer as it is", [null, 3], "once"],
    ["two are too few, however far apart", [0, 4], "few"],
    ["gaps do not count as answers", [0, null, null, 4], "few"],
    ["one level up is about the same", [1, 1, 2], "same"],
    ["one level down is about the same", [3, 4, 2], "same"],
    ["what happened in between is not the change", [2, 0, 4, 2], "same"],
    ["two levels up is more", [1, 2, 3], "more"],
    ["two levels down is less", [4, null, 3, 2], "less"],
  ] as const)("%s", (_name, answers, kind) => {
    expect(courseOf(answers, months(answers)).kind).toBe(kind);
  });

  it("the first and the last answer with their rounds", () => {
    expect(courseOf([null, 1, 2, null, 4], months([0, 1, 2, 3, 4]))).toEqual({
      kind: "more",
      first: { level: 1, day: later(28) },
      last: { level: 4, day: later(112) },
    });
  });

  it("never a change from fewer than three answers, nor of a single level", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = courseOf(answers, months(answers));
        const given = answers.filter((answer) => answer !== null);
        if (given.length < 3) expect(["none", "once", "few"]).toContain(found.kind);
        if (found.kind !== "more" && found.kind !== "less") return;
        const [first, last] = [given[0] ?? 0, given.at(-1) ?? 0];
        expect(Math.abs(last - first)).toBeGreaterThanOrEqual(2);
        expect(found.kind).toBe(last > first ? "more" : "less");
      }),
    );
  });

  it("the mirrored answers mirrored", () => {
    const mirrored = { more: "less", less: "more", same: "same", none: "none", once: "once", few: "few" } as const;
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const turned = answers.map((answer) => (answer === null ? null : levelOf(4 - answer)));
        expect(courseOf(turned, months(turned)).kind).toBe(mirrored[courseOf(answers, months(answers)).kind]);
      }),
    );
  });
});

describe("an answer is of now", () => {
  const starts = [later(0), later(28)];
  it.each([
    ["in the weeks of its round", 28, 40, true],
    ["not after them", 28, 56, false],
    ["not when a newer round left it out", 0, 30, false],
  ])("%s", (_name, said, today, now) => {
    expect(isNow({ level: 2, day: later(said) }, starts, later(today))).toBe(now);
  });
});

describe("the one to look at", () => {
  const starts = [later(0), later(28), later(56)];
  it.each([
    ["the one that moved most", [course("a", [0, 1], [28, 2], [56, 3]), course("b", [0, 4], [28, 2], [56, 0])], "b"],
    ["the first among equals", [course("a", [0, 1], [28, 1], [56, 3]), course("b", [0, 1], [28, 1], [56, 3])], "a"],
    ["none where all stayed about the same", [course("a", [0, 1], [28, 3], [56, 2])], undefined],
    ["none after two rounds", [course("a", [0, 0], [28, 4])], undefined],
  ] as const)("is %s", (_name, courses, shift) => {
    expect(toLookAt(courses, starts)?.shift).toBe(shift);
  });
});

describe("a level", () => {
  it.each([
    [0, 0],
    [4, 4],
    [5, null],
    [2.5, null],
    ["2", null],
    [undefined, null],
  ])("of %s is %s", (value, found) => expect(levelOf(value)).toBe(found));
});
