import { originsCeiling } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isNight,
  longestMinutes,
  mayBegin,
  minutesLeft,
  onward,
  rose,
  stages,
  steepest,
  timeIsUp,
  type Moment,
} from "./sitting.ts";

const minute = 60_000;
const began: Moment = { wall: 1_000_000, steady: 500 };
const after = (wall: number, steady: number = wall): Moment => ({
  wall: began.wall + wall,
  steady: began.steady + steady,
});
const percent = fc.integer({ min: 0, max: 100 });
const stage = fc.constantFrom(...stages);

describe("the time of a sitting", () => {
  it.each([
    [0, 15],
    [1, 15],
    [minute - 1, 15],
    [minute, 14],
    [14 * minute - 1, 2],
    [14 * minute, 1],
    [15 * minute - 1, 1],
    [15 * minute, 0],
    [90 * minute, 0],
  ] as const)("after %i ms shows %i minutes", (ms, left) => {
    expect(minutesLeft(began, after(ms))).toBe(left);
  });

  it.each([
    ["just before the end", 15 * minute - 1, 15 * minute - 1, false],
    ["at the end", 15 * minute, 15 * minute, true],
    ["after a device slept and one clock rested", 15 * minute, 2 * minute, true],
    ["after the wall clock was set back an hour", -60 * minute, 15 * minute, true],
    ["after both were set back", -60 * minute, -1, false],
  ] as const)("%s is over: the clock that ran further counts", (_name, wall, steady, over) => {
    expect(timeIsUp(began, after(wall, steady))).toBe(over);
  });

  it("is never longer than a quarter of an hour by either clock, and what is shown never runs over", () => {
    const ms = fc.integer({ min: -100 * minute, max: 100 * minute });
    fc.assert(
      fc.property(ms, ms, (wall, steady) => {
        const now = after(wall, steady);
        const left = minutesLeft(began, now);
        expect(left >= 0 && left <= longestMinutes).toBe(true);
        if (wall >= longestMinutes * minute || steady >= longestMinutes * minute)
          expect(timeIsUp(began, now)).toBe(true);
        if (timeIsUp(began, now)) expect(left).toBe(0);
      }),
    );
  });
});

describe("a sitting", () => {
  it.each([
    [0, true],
    [69, true],
    [70, false],
    [100, false],
  ] as const)("at %i of 100 may begin: %s", (before, may) => {
    expect(mayBegin(before)).toBe(may);
  });

  it.each([
    [20, 49, false],
    [20, 50, true],
    [60, 69, false],
    [60, 70, true],
    [0, 30, true],
    [69, 20, false],
  ] as const)("from %i to %i has risen too far: %s", (before, now, too) => {
    expect(rose(before, now)).toBe(too);
  });

  it("never goes on at the ceiling or after a steep rise, on whatever page", () => {
    fc.assert(
      fc.property(stage, percent, percent, (at, before, said) => {
        const next = onward(at, before, said);
        const tooMuch = said >= originsCeiling || said - before >= steepest;
        expect(tooMuch).toBe(next.kind === "end" && next.end === "rose");
      }),
    );
  });

  it("goes on page by page and ends, and never back", () => {
    fc.assert(
      fc.property(stage, percent, fc.option(percent), (at, before, said) => {
        const next = onward(at, before, said);
        if (next.kind === "on") expect(stages.indexOf(next.to)).toBe(stages.indexOf(at) + 1);
      }),
    );
    expect(onward("now", 20, null)).toEqual({ kind: "on", to: "close" });
    expect(onward("close", 20, null)).toEqual({ kind: "end", end: "done" });
    expect(onward("close", 20, 30)).toEqual({ kind: "end", end: "done" });
  });

  it.each(["familiar", "meaning"] as const)("does not leave the page %s without a number", (at) => {
    expect(onward(at, 20, null)).toEqual({ kind: "ask" });
  });
});

describe("the night", () => {
  it.each([
    [21, false],
    [22, true],
    [23, true],
    [0, true],
    [5, true],
    [6, false],
    [12, false],
  ] as const)("at %i o’clock: %s", (hour, night) => {
    expect(isNight(hour)).toBe(night);
  });
});
