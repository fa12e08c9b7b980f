/** Picks a few easy steps for a role, one of each strand where there is one, those not tried yet first. */
import { strands, type Role, type StepSpec } from "@belay/domain";

/** The easiest fitting step of each strand; `tried` are ids of steps done before. */
export const smallSteps = (steps: readonly StepSpec[], role: Role, tried: readonly string[]): readonly StepSpec[] =>
  strands.flatMap((strand) => {
    const fitting = steps
      .filter((step) => step.strand === strand && step.needsPerson && step.roles.includes(role))
      .toSorted((a, b) => a.difficulty - b.difficulty);
    return fitting.find((step) => !tried.includes(step.id)) ?? fitting[0] ?? [];
  });
