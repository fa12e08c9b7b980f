import { stepCatalogue } from "@belay/content";
import { describe, expect, it } from "vitest";
import { largerStep, lighterStep, smallerStep } from "./neighbours.ts";

const byId = (id: string) => {
  const step = stepCatalogue.find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
};

describe("the neighbours of a step", () => {
  it("are the ones the catalogue names", () => {
    for (const step of stepCatalogue) {
      if (step.smaller !== null) expect(smallerStep(step, stepCatalogue, [])?.id).toBe(step.smaller);
      if (step.larger !== null) expect(largerStep(step, stepCatalogue)?.id).toBe(step.larger);
    }
  });

  it("lie in the same strand, one below and one above, where none is named", () => {
    const own = { id: "own-step-1", strand: "ask", difficulty: 40 } as const;
    const below = smallerStep(own, stepCatalogue, []);
    const above = largerStep(own, stepCatalogue);
    expect(below?.strand).toBe("ask");
    expect(above?.strand).toBe("ask");
    expect(below?.difficulty).toBeLessThanOrEqual(35);
    expect(above?.difficulty).toBeGreaterThanOrEqual(45);
  });

  it("prefer what was not tried yet, and fall back on what was", () => {
    const own = { step: "own-step-1", strand: "ask", difficulty: 40 } as const;
    const first = smallerStep(own, stepCatalogue, [])?.id ?? "";
    expect(smallerStep(own, stepCatalogue, [first])?.id).not.toBe(first);
    expect(
      smallerStep(
        own,
        stepCatalogue,
        stepCatalogue.map(({ id }) => id),
      )?.id,
    ).toBe(first);
  });

  it("are missing at the ends", () => {
    const { difficulty } = byId("ask-pass-a-document");
    expect(smallerStep({ id: "own-step-1", strand: "ask", difficulty }, stepCatalogue, [])).toBeNull();
    expect(largerStep({ id: "own-step-1", strand: "ask", difficulty: 100 }, stepCatalogue)).toBeNull();
  });

  it("passes over a smaller one that is no lighter for this person, the named one too", () => {
    const here = byId(stepCatalogue.find((step) => step.smaller !== null)?.id ?? "");
    const heavy = here.smaller ?? "";
    const found = lighterStep(here, stepCatalogue, [], (step) => step.id !== heavy);
    expect(found?.id).not.toBe(heavy);
    expect(found?.difficulty).toBeLessThan(here.difficulty);
    expect(lighterStep(here, stepCatalogue, [], () => true)?.id).toBe(heavy);
  });

  it("has no smaller one where none is lighter", () => {
    const own = { id: "own-step-1", strand: "ask", difficulty: 40 } as const;
    expect(lighterStep(own, stepCatalogue, [], () => false)).toBeNull();
  });
});
