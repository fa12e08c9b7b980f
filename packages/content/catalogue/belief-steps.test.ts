/** Checks that every belief has steps within reach that could test it. */

import { describe, expect, it } from "vitest";
import { beliefSteps, ownBeliefSteps } from "./belief-steps.ts";
import { beliefCatalogue } from "./beliefs.ts";
import { stepCatalogue } from "./steps.ts";

const steps = new Map(stepCatalogue.map((step) => [step.id, step]));
const stepsOf = (ids: readonly string[]) =>
  ids.map((id) => {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`no step ${id}`);
    return step;
  });
const lists = [...Object.entries(beliefSteps), ["one’s own", ownBeliefSteps] as const];

describe("the steps that test a belief", () => {
  it("are there for each common one, and for no other", () => {
    expect(Object.keys(beliefSteps)).toEqual(beliefCatalogue.map(({ id }) => id));
  });

  it.each(lists)("%s: one or two that exist, each once, the smaller first", (_belief, ids) => {
    expect(ids.length).toBeGreaterThanOrEqual(1);
    expect(ids.length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
    const hard = stepsOf(ids).map((step) => step.difficulty);
    expect(hard).toEqual(hard.toSorted((a, b) => a - b));
  });

  it.each(lists)("%s: within reach, without touch and without a large disclosure", (_belief, ids) => {
    for (const step of stepsOf(ids)) {
      expect(step.difficulty, step.id).toBeLessThanOrEqual(60);
      expect(step.touch, step.id).toBe(false);
      expect(step.disclosure, step.id).not.toBe("large");
    }
  });

  it("the one about work is tested at work", () => {
    for (const step of stepsOf(beliefSteps["bel-19"] ?? []))
      expect(step.roles, step.id).toEqual(expect.arrayContaining([expect.stringMatching(/colleague|manager/)]));
  });
});
