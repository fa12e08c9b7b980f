import { addDays, dayNumber } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { phasesSaid } from "./phase-figures.ts";
import type { WeekGiven } from "./week-figures.ts";

const start = dayOf("2026-03-02");
const today = dayOf("2026-11-22");

/** One week after the other; null is a week that says nothing of it. */
const weeks = (values: readonly (number | null)[]): readonly WeekGiven[] =>
  values.map((alone, index) => {
    const day = addDays(start, 7 * index);
    const empty = { asked: 1, accepted: null, told: null, offered: null, missed: null, lonely: null };
    return { ...empty, day, week: Math.floor((dayNumber(day) + 3) / 7), alone };
  });

const said = (before: readonly (number | null)[], since: readonly (number | null)[]) =>
  phasesSaid(weeks([...before, ...since]), addDays(start, 7 * before.length), today);

describe("before and since a day", () => {
  it.each([
    ["four before", [9, 9, 9, 9], [1, 1, 1, 1, 1], "Weeks before: 4. Weeks since: 5. Too early to say"],
    ["none before", [], [1, 1, 1, 1, 1], "Weeks before: 0. Weeks since: 5. Too early to say"],
    ["a gap is no week", [9, 9, null, 9, 9], [1, 1, 1, 1, 1], "Weeks before: 4. Weeks since: 5. Too early to say"],
    ["all lower", [9, 8, 9, 8, 9], [3, 2, 3, 2, 3], "You carried less alone since then. Of 25 pairs"],
    ["all higher", [3, 2, 3, 2, 3], [9, 8, 9, 8, 9], "You carried more alone since then. Of 25 pairs"],
    ["much the same", [5, 6, 5, 6, 5], [6, 5, 6, 5, 6], "Before and since do not clearly differ."],
  ] as const)("%s", (_name, before, since, words) => {
    expect(said(before, since).said.sentence).toContain(words);
  });

  it.each([
    ["on the Monday itself the whole week is since", 0, ["before", "since", "since"]],
    ["on a day within a week that week is of neither side", 2, ["before", "since"]],
    ["on a Sunday as well", 6, ["before", "since"]],
  ] as const)("%s", (_name, days, sides) => {
    // Each week counted on its Thursday.
    const counted = weeks([5, 5, 5]).map((one) => ({ ...one, day: addDays(one.day, 3) }));
    const { numbers } = phasesSaid(counted, addDays(start, 7 + days), today).said;
    const rows = numbers !== null && "rows" in numbers ? numbers.rows : [];
    expect(rows.map(({ cells }) => cells[2]).toReversed()).toEqual(sides);
  });

  it("gives NAP with its interval and says that the true one is wider; not while it is too early", () => {
    const notes = said([9, 8, 9, 8, 9], [3, 2, 3, 2, 3]).said.notes.join(" ");
    expect(notes).toMatch(/alike and more where since is lower: 1, likely 0\.\d+ to 1 \(NAP/);
    expect(notes).toContain("the true range is wider");
    expect(said([9], [1]).said.notes).toEqual([]);
  });

  it("draws every week as a point of its own, and joins none", () => {
    const { figure, said: words } = said([9, 8], [3]);
    expect(figure?.lines).toEqual([
      {
        name: "before",
        points: [
          { at: 0, value: 9 },
          { at: 0.5, value: 8 },
        ],
        breaks: [0, 1],
      },
      { name: "since", points: [{ at: 1, value: 3 }], breaks: [0] },
    ]);
    const { numbers } = words;
    expect(numbers !== null && "rows" in numbers ? numbers.rows.map(({ cells }) => cells) : []).toEqual([
      ["March 16", "3", "since"],
      ["March 9", "8", "before"],
      ["March 2", "9", "before"],
    ]);
  });
});
