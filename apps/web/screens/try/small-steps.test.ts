import { stepCatalogue } from "@belay/content";
import { roles, strands } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { smallSteps } from "./small-steps.ts";

describe("small steps for somebody", () => {
  it("are at most one of each strand, each fit for the role", () => {
    for (const role of roles) {
      const few = smallSteps(stepCatalogue, role, []);
      expect(new Set(few.map((step) => step.strand)).size).toBe(few.length);
      expect(few.length).toBeLessThanOrEqual(strands.length);
      for (const step of few) expect(step.roles).toContain(role);
    }
  });

  it("exist for a friend in every strand", () => {
    expect(smallSteps(stepCatalogue, "friend", [])).toHaveLength(strands.length);
  });

  it("move on to the next one once the easiest was tried, and come back when all were", () => {
    const [first] = smallSteps(stepCatalogue, "friend", []);
    if (first === undefined) throw new Error("no step for a friend");
    const [second] = smallSteps(stepCatalogue, "friend", [first.id]);
    expect(second?.id).not.toBe(first.id);
    const all = stepCatalogue.map((step) => step.id);
    expect(smallSteps(stepCatalogue, "friend", all)[0]?.id).toBe(first.id);
  });
});
