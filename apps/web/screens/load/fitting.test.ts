import { emptyState, loadChoices, loadKinds } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { allSteps } from "../steps/step-text.ts";
import { fittingSteps, namedSteps } from "./fitting.ts";

const known = allSteps(emptyState, true);

describe("steps that begin a decision", () => {
  it("are all there to be taken up, with a person, so that words can go along", () => {
    for (const id of namedSteps) expect(known.find((step) => step.id === id)?.needsPerson, id).toBe(true);
  });

  it.each(loadChoices.flatMap((choice) => loadKinds.map((sort) => [choice, sort] as const)))(
    "%s, %s: easiest first, and only where somebody is asked",
    (choice, sort) => {
      const steps = fittingSteps(choice, sort, known);
      expect(steps.length > 1).toBe(choice !== "keep" && choice !== "drop");
      const hard = steps.map(({ difficulty }) => difficulty);
      expect(hard).toEqual(hard.toSorted((a, b) => a - b));
    },
  );

  it("a no is said as a step that gives something away, never as a favour asked (MV-23)", () => {
    for (const step of fittingSteps("say-no", "emotional", known)) expect(step.strand).toBe("handover");
  });

  it.each(["friend", "colleague", "family", "partner"] as const)("a load can be handed to a %s", (role) => {
    for (const sort of loadKinds) {
      expect(fittingSteps("hand-over", sort, known).some((step) => step.roles.includes(role))).toBe(true);
    }
  });

  it("leave out what this device has not got", () => {
    expect(fittingSteps("share", "logistical", [])).toEqual([]);
  });
});
