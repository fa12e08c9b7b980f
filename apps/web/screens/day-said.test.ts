import { describe, expect, it } from "vitest";
import { dayOf } from "../../../tests/screens/pretend-engine.ts";
import { daySaid } from "./day-said.ts";

describe("a day in few words", () => {
  it.each([
    ["2026-11-03", "November 3"],
    ["2026-01-01", "January 1"],
    ["2025-11-03", "November 3, 2025"],
    ["2027-01-01", "January 1, 2027"],
  ])("in November 2026, %s is %s", (day, words) => {
    expect(daySaid(dayOf(day), dayOf("2026-11-22"))).toBe(words);
  });
});
