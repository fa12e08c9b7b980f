import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { Summary } from "./summary.tsx";

describe("the summary", () => {
  it("says what it is for, and where numbers come from, while there are none", async () => {
    const drawn = await draw(Summary, pretendEngine());
    expect(drawn.has("There is nothing to sum up yet")).toBe(true);
    expect(drawn.has("What can be measured")).toBe(true);
  });

  it("offers paper and three files, and question 9 only where there is one", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "measures/answer", instrument: "phq4", about: null, set: "weekly", answers: [1, 2, 0, 3] });
    const drawn = await draw(Summary, pretend);
    for (const text of ["Print", "FHIR file", "Answers (CSV)", "Scores (CSV)", "Newest scores"]) {
      expect(drawn.has(text), text).toBe(true);
    }
    expect(drawn.has("Question 9 of the PHQ-9")).toBe(false);
    pretend.say({
      kind: "measures/answer",
      instrument: "phq9",
      about: null,
      set: "alone",
      answers: [1, 1, 1, 1, 1, 1, 1, 1, 0],
    });
    expect((await draw(Summary, pretend)).has("Question 9 of the PHQ-9")).toBe(true);
    // Nothing was recorded by looking.
    expect(pretend.calls.filter((call) => call.includes("/"))).toEqual([]);
  });
});
