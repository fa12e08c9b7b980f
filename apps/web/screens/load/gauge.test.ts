import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { levelWords, points, pointsFrom } from "./gauge.ts";

const today = dayOf("2026-11-22");

describe("the gauge in words", () => {
  it.each([
    [0, "load.level.none"],
    [9, "load.level.none"],
    [10, "load.level.little"],
    [34, "load.level.little"],
    [35, "load.level.some"],
    [59, "load.level.some"],
    [60, "load.level.much"],
    [84, "load.level.much"],
    [85, "load.level.full"],
    [100, "load.level.full"],
  ] as const)("%i is %s", (level, words) => {
    expect(levelWords(level)).toBe(words);
  });
});

describe("the gauge points at something", () => {
  it.each([
    ["never noted", [], false],
    ["a lot today", [{ level: 60, day: today }], true],
    ["some today", [{ level: 59, day: today }], false],
    ["a lot six days ago", [{ level: 90, day: dayOf("2026-11-16") }], true],
    ["a lot a week ago", [{ level: 90, day: dayOf("2026-11-15") }], false],
    [
      "less today than yesterday",
      [
        { level: 20, day: today },
        { level: 90, day: dayOf("2026-11-21") },
      ],
      false,
    ],
  ] as const)("%s: %s", (_name, noted, expected) => {
    expect(points(noted, today)).toBe(expected);
  });

  it("only where the words already say “a lot” or more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (level) => {
        const high = levelWords(level) === "load.level.much" || levelWords(level) === "load.level.full";
        expect(points([{ level, day: today }], today)).toBe(high);
        expect(level >= pointsFrom).toBe(high);
      }),
    );
  });
});
