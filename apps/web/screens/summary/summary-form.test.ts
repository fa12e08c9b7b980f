import { describe, expect, it } from "vitest";
import { chosenSittings, emptySummary, instrumentsIn, isIn, switched } from "./summary-form.ts";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";

const sitting = (instrument: string) => ({
  id: instrument,
  entry: instrument,
  instrument,
  about: null,
  day: dayOf("2026-11-20"),
  set: "alone" as const,
  answers: [0],
  scores: null,
});

describe("what goes in", () => {
  it("is everything at first, and question 9 never by itself", () => {
    expect(["phq4", "weeks", "tries"].every((id) => isIn(emptySummary, id))).toBe(true);
    expect(emptySummary.item9).toBe(false);
  });

  it("is switched one by one", () => {
    const out = switched(emptySummary, "weeks", false);
    expect(isIn({ out }, "weeks")).toBe(false);
    const two = switched({ out }, "phq4", false);
    expect([isIn({ out: two }, "phq4"), isIn({ out: two }, "weeks"), isIn({ out: two }, "phq9")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(switched({ out: two }, "weeks", true)).toBe("phq4");
    expect(switched({ out }, "weeks", false)).toBe("weeks");
  });

  it("lists every known questionnaire once, and leaves out the sittings of one that is off", () => {
    const all = ["phq4", "unheard-of", "keep8", "phq4"].map(sitting);
    expect(instrumentsIn(all)).toEqual(["phq4", "keep8"]);
    expect(chosenSittings(all, { out: "phq4" }).map(({ instrument }) => instrument)).toEqual(["unheard-of", "keep8"]);
  });
});
