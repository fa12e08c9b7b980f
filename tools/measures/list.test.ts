/** Tests that the list names every instrument with what somebody needs who wants to check a score. */
import { instrumentIds } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { listLines } from "./list.ts";

const entries: readonly unknown[] = listLines().map((line): unknown => JSON.parse(line));

describe("the list", () => {
  it("has one line for each instrument, in order", () => {
    expect(entries).toEqual(instrumentIds.map((id) => expect.objectContaining({ id })));
    for (const line of listLines()) expect(line).not.toContain("\n");
  });

  it("says how each is scored and who owns it", () => {
    for (const entry of entries)
      expect(entry).toMatchObject({
        name: expect.any(String),
        items: expect.any(Number),
        scores: expect.arrayContaining([
          expect.objectContaining({ name: expect.any(String), range: [expect.any(Number), expect.any(Number)] }),
        ]),
        missing: expect.any(String),
        verdict: expect.stringMatching(/^(?:ship|free-only|switch|scoring-only)$/),
        owner: expect.any(String),
        key: expect.any(String),
      });
  });

  it("holds no sentence of any questionnaire", () => {
    expect(listLines().join("\n")).not.toMatch(/little interest|distrust people|this person/i);
  });

  it("tells the gap that the CBI allows from those that nobody allows", () => {
    const missing = (id: string): unknown =>
      entries.find((entry) => typeof entry === "object" && entry !== null && Reflect.get(entry, "id") === id);
    expect(missing("cbi-personal")).toMatchObject({ missing: "at least 3 of 6; the mean of those answered" });
    expect(missing("phq9")).toMatchObject({ missing: "every item must be answered" });
  });
});
