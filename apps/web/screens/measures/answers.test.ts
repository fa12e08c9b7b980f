/** Tests what a form turns into: raw answers on the scale of each item, and gaps that stay gaps. */
import { instrumentIds, instruments, score } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { emptyItems, emptySources, itemKey, rawAnswers, sourcesCommand, weekCommand, weekForm } from "./answers.ts";

describe("a week", () => {
  it("is nothing while nothing is said, and none is something", () => {
    expect(weekCommand(weekForm(null))).toBeNull();
    expect(weekCommand({ ...weekForm(null), reason: "a reason without its moment" })).toBeNull();
    expect(weekCommand({ ...weekForm(null), told: 0 })).toMatchObject({ told: 0, asked: null, missed: null });
  });

  it("keeps a reason only beside its moment", () => {
    const form = { ...weekForm(null), reason: " too late " };
    expect(weekCommand({ ...form, missed: "yes" })).toMatchObject({ missed: true, reason: "too late" });
    expect(weekCommand({ ...form, missed: "no" })).toMatchObject({ missed: false, reason: "" });
    expect(weekCommand({ ...form, lonely: "5" })).toMatchObject({ lonely: 5, reason: "" });
  });
});

describe("the items", () => {
  it.each([
    ["phq4", [0, 3], [0, 3]],
    ["keep8", [0, 6], [1, 7]],
    ["cbi-personal", [0, 4], [0, 100]],
    ["osss3", [0, 3], [1, 4]],
    ["scs-sf", [0, 4], [1, 5]],
    ["who5", [0, 5], [0, 5]],
  ] as const)("of %s are raw answers on its own scale", (id, [low, high], [from, to]) => {
    const form = { ...emptyItems(instruments[id]), [itemKey(0)]: high, [itemKey(1)]: low };
    const answers = rawAnswers(instruments[id], form);
    expect(answers?.slice(0, 2)).toEqual([to, from]);
    expect(answers?.slice(2).every((one) => one === null)).toBe(true);
    expect(answers).toHaveLength(instruments[id].items);
  });

  it("can be scored wherever there are words for them, first and last answers alike", () => {
    const worded = instrumentIds.map((id) => instruments[id]).filter(({ words }) => words !== null);
    expect(worded.length).toBeGreaterThan(10);
    for (const instrument of worded) {
      const lists = instrument.words?.answers ?? [];
      for (const end of ["first", "last"] as const) {
        const form = Object.fromEntries(
          Array.from({ length: instrument.items }, (_, item) => {
            const list = lists[lists.length === 1 ? 0 : item] ?? [];
            return [itemKey(item), end === "first" ? 0 : list.length - 1];
          }),
        );
        expect(score(instrument, rawAnswers(instrument, form) ?? []).ok, `${instrument.id}, ${end}`).toBe(true);
      }
    }
  });

  it("are nothing at all while nothing is chosen, or a draft holds something else", () => {
    expect(rawAnswers(instruments.phq4, emptyItems(instruments.phq4))).toBeNull();
    expect(rawAnswers(instruments.phq4, { q1: "2" })).toBeNull();
  });
});

it("sources are recorded where something was said of them", () => {
  expect(sourcesCommand(emptySources)).toBeNull();
  expect(
    sourcesCommand({ ...emptySources, friend: 7, "friend.reach": "no", nobody: 0, "parent.reach": "yes" }),
  ).toEqual({
    kind: "measures/rate-sources",
    answers: [
      { source: "friend", likely: 7, reachable: false },
      { source: "parent", likely: null, reachable: true },
      { source: "nobody", likely: 0, reachable: null },
    ],
  });
});
