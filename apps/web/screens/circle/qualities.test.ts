import { qualities, type Observation } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { arcLooks, qualityStates, seenCount } from "./qualities.ts";

const saw = (
  quality: Observation["quality"],
  seen: Observation["seen"],
  on: string,
  id = `${quality}${on}${seen}`,
): Observation => ({ id, quality, seen, on: dayOf(on), note: "" });

const looksOf = (observations: readonly Observation[]): string => arcLooks(qualityStates(observations)).join(" ");

describe("the seven qualities", () => {
  it("are all unknown at the start", () => {
    expect(looksOf([])).toBe("thin thin thin thin thin thin thin");
    expect(seenCount(qualityStates([]))).toBe(0);
  });

  it.each([
    ["one sight fills its arc", [saw("listens", "seen", "2026-01-01")], "full thin thin thin thin thin thin"],
    ["a missing one dots it", [saw("shares", "not-seen", "2026-01-01")], "thin dotted thin thin thin thin thin"],
    [
      "the newest day counts",
      [saw("listens", "seen", "2026-01-01"), saw("listens", "not-seen", "2026-02-01")],
      "dotted thin thin thin thin thin thin",
    ],
    [
      "a note about an earlier day does not overtake",
      [saw("listens", "not-seen", "2026-02-01"), saw("listens", "seen", "2026-01-01")],
      "dotted thin thin thin thin thin thin",
    ],
    [
      "of one day, the one noted last counts",
      [saw("listens", "seen", "2026-01-01", "a"), saw("listens", "not-seen", "2026-01-01", "b")],
      "dotted thin thin thin thin thin thin",
    ],
    ["the last is the seventh", [saw("accepts", "seen", "2026-01-01")], "thin thin thin thin thin thin full"],
  ] as const)("%s", (_name, observations, looks) => {
    expect(looksOf(observations)).toBe(looks);
  });

  it("count every sight once, and never show more seen than there are arcs", () => {
    const sight = fc.record({
      quality: fc.constantFrom(...qualities),
      seen: fc.constantFrom("seen", "not-seen"),
      month: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(sight, { maxLength: 40 }), (given) => {
        const observations = given.map(({ quality, seen, month }, index) =>
          saw(quality, seen === "seen" ? "seen" : "not-seen", `2026-0${month}-01`, String(index)),
        );
        const states = qualityStates(observations);
        expect(states.reduce((sum, { seen, missed }) => sum + seen + missed, 0)).toBe(given.length);
        expect(seenCount(states)).toBeLessThanOrEqual(7);
        for (const { newest, seen, missed } of states) expect(newest === null).toBe(seen + missed === 0);
      }),
    );
  });
});
