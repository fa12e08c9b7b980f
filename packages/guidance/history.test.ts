/** Tests what past tries say about today. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomes, statuses, type Trial } from "@belay/domain";
import { expectedOf, feltOf, goEasyOf, mayBeSuggested, rateOf, shiftOf, targetOf } from "./history.ts";
import { aPerson, aTrial, theDay } from "./rehearsal.ts";

const times = (count: number, fields: Partial<Trial>): readonly Trial[] =>
  Array.from({ length: count }, (_, i) => aTrial({ id: `exp-${i}`, ...fields }));

describe("how a try felt", () => {
  test.each([
    ["its peak", { peak: 50, bad: 20 }, 50],
    ["how bad it was, where no peak was said", { bad: 20 }, 20],
    ["unknown, where neither was", {}, null],
    ["its peak, though it was broken off", { status: "started", peak: 90 }, 90],
    ["unknown, where it was not tried", { status: "avoided", peak: 90 }, null],
    ["unknown, where there was no chance", { status: "skipped", bad: 0 }, null],
  ] as const)("is %s", (_, fields, felt) => {
    expect(feltOf(aTrial(fields))).toBe(felt);
  });
});

describe("the shift from published to felt", () => {
  test("is nought without tries", () => {
    expect(shiftOf([])).toBe(0);
    expect(shiftOf(times(5, { peak: null, bad: null }))).toBe(0);
  });

  test("is the mean gap, shrunk by n / (n + 4)", () => {
    expect(shiftOf(times(1, { difficulty: 40, peak: 60 }))).toBeCloseTo(20 / 5, 12);
    expect(shiftOf(times(4, { difficulty: 40, peak: 60 }))).toBeCloseTo(20 / 2, 12);
    expect(shiftOf([...times(2, { peak: 60 }), ...times(2, { peak: 30 })])).toBeCloseTo(0.5 * 5, 12);
  });

  test("is bounded: I'm fine cannot make hard steps look easy", () => {
    expect(shiftOf(times(200, { difficulty: 70, peak: 0 }))).toBe(-15);
    expect(shiftOf(times(200, { difficulty: 0, peak: 100 }))).toBe(30);
    expect(shiftOf(times(1, { difficulty: 0, peak: 1e9 }))).toBe(20);
  });

  test("keeps expectations on the scale", () => {
    expect([expectedOf(5, -15), expectedOf(40, 10), expectedOf(95, 30)]).toEqual([0, 50, 100]);
  });
});

describe("what is aimed at", () => {
  test("starts in the middle of 30 to 45", () => {
    expect(targetOf([])).toBe(38);
  });

  test("rises as steps are done and falls as they are avoided, within its bounds", () => {
    const up = [1, 2, 4, 8].map((n) => targetOf(times(n, { status: "done" })));
    const down = [1, 2, 4, 8].map((n) => targetOf(times(n, { status: "avoided" })));
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    expect(up.at(-1)).toBeLessThanOrEqual(45);
    expect(down.at(-1)).toBeGreaterThanOrEqual(24);
    expect(up[0]).toBeGreaterThan(38);
    expect(down[0]).toBeLessThan(38);
  });

  test("is not moved by what had no chance to be tried", () => {
    expect(targetOf(times(8, { status: "skipped" }))).toBe(38);
  });

  test("forgets what is long past", () => {
    expect(targetOf([...times(50, { status: "avoided" }), ...times(8, { status: "done" })])).toBe(
      targetOf(times(8, { status: "done" })),
    );
  });
});

describe("going easy", () => {
  const today = theDay("2026-05-10");

  test.each([
    ["after a hurtful answer", { outcome: "hurtful" }, "hurtful"],
    ["after a peak of 78", { peak: 78 }, "too-much"],
    ["after something as bad as that", { bad: 90 }, "too-much"],
    ["after breaking off", { status: "started", outcome: null }, "broken-off"],
  ] as const)("is %s", (_, fields, because) => {
    expect(goEasyOf([aTrial({ day: today, difficulty: 60, ...fields })], today)?.because).toBe(because);
  });

  test.each([
    ["a plain no", { outcome: "no" }],
    ["a peak of 77", { peak: 77 }],
    ["avoiding", { status: "avoided", outcome: null }],
  ] as const)("is not for %s", (_, fields) => {
    expect(goEasyOf([aTrial({ day: today, ...fields })], today)).toBeNull();
  });

  test.each([
    ["2026-05-10", true],
    ["2026-05-09", true],
    ["2026-05-08", true],
    ["2026-05-07", false],
    ["2026-05-12", true],
  ])("counts what happened on %s: %s", (day, easy) => {
    expect(goEasyOf([aTrial({ day: theDay(day), outcome: "hurtful" })], today) !== null).toBe(easy);
  });

  test("caps at 40, and below what just went badly", () => {
    expect(goEasyOf([aTrial({ day: today, outcome: "hurtful", difficulty: 60 })], today)?.cap).toBe(40);
    expect(goEasyOf([aTrial({ day: today, outcome: "hurtful", difficulty: 30 })], today)?.cap).toBe(29);
    const both = [
      aTrial({ id: "a", day: today, outcome: "hurtful", difficulty: 30 }),
      aTrial({ id: "b", day: today, outcome: "hurtful", difficulty: 60 }),
    ];
    expect(goEasyOf(both, today)?.cap).toBe(29);
  });
});

describe("a person's rate", () => {
  test("starts at three in four", () => {
    expect(rateOf([], "ana")).toBe(0.75);
  });

  test("is their own: a refusal lowers the estimate for that person, not for everyone", () => {
    const trials = [aTrial({ person: "ana", outcome: "no" })];
    expect(rateOf(trials, "ana")).toBe(0.5);
    expect(rateOf(trials, "bo")).toBe(0.75);
  });

  const anyTrial = fc
    .record({
      person: fc.constantFrom("ana", "bo", null),
      outcome: fc.constantFrom("yes", "partial", "no", "hurtful", null),
      status: fc.constantFrom(...statuses),
      raw: fc.constantFrom(...outcomes),
    })
    .map((fields) => aTrial(fields));

  test("never rises with a refusal, never falls with a yes, never leaves 0 to 1", () => {
    fc.assert(
      fc.property(fc.array(anyTrial, { maxLength: 30 }), anyTrial, (trials, next) => {
        const before = rateOf(trials, "ana");
        const after = rateOf([...trials, next], "ana");
        expect(before > 0 && before < 1).toBe(true);
        if (next.person !== "ana" || next.outcome === null) expect(after).toBe(before);
        else if (next.outcome === "no" || next.outcome === "hurtful") expect(after).toBeLessThan(before);
        else expect(after).toBeGreaterThan(before);
      }),
    );
  });
});

describe("somebody may be suggested", () => {
  const today = theDay("2026-05-10");
  const hurt = (day: string, person = "ana") => aTrial({ person, day: theDay(day), outcome: "hurtful" });

  test("when nothing stands against them, also when unsure", () => {
    expect(mayBeSuggested(aPerson(), [], today)).toBe(true);
    expect(mayBeSuggested(aPerson({ safety: "unsure" }), [aTrial({ person: "ana", outcome: "no" })], today)).toBe(true);
  });

  test.each([{ safety: "unsafe" }, { harmed: true }, { removed: true }] as const)("never when %j", (fields) => {
    expect(mayBeSuggested(aPerson(fields), [], today)).toBe(false);
  });

  test.each([
    ["2026-05-09", true],
    ["2026-05-10", false],
    ["2026-06-01", false],
  ])("resting until %s: %s", (until, may) => {
    expect(mayBeSuggested(aPerson({ restUntil: theDay(until) }), [], today)).toBe(may);
  });

  test("after hurting once only when rated safe, a month later", () => {
    expect(mayBeSuggested(aPerson(), [hurt("2026-05-01")], today)).toBe(false);
    expect(mayBeSuggested(aPerson(), [hurt("2026-04-09")], today)).toBe(true);
    expect(mayBeSuggested(aPerson({ safety: "unsure" }), [hurt("2026-04-09")], today)).toBe(false);
  });

  test("never again after hurting twice, however long ago", () => {
    expect(mayBeSuggested(aPerson(), [hurt("2020-01-01"), hurt("2020-02-01")], today)).toBe(false);
  });

  test("whatever somebody else did", () => {
    expect(mayBeSuggested(aPerson(), [hurt("2026-05-09", "bo"), hurt("2026-05-10", "bo")], today)).toBe(true);
  });
});
