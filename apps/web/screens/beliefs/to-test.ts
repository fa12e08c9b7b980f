/** Finds the steps that would test a belief, and the tries that name it and are still to be weighed. */
import { beliefSteps, ownBeliefSteps, stepCatalogue, type StepContent } from "@belay/content";
import type { Belief, Experiment } from "@belay/domain";

/** The catalogue by id. */
const byId: ReadonlyMap<string, StepContent> = new Map(stepCatalogue.map((step) => [step.id, step]));

/** Steps within reach, smallest first. For a belief in one’s own words, two that often fit. */
export const stepsFor = (belief: Pick<Belief, "id">): readonly StepContent[] =>
  (beliefSteps[belief.id] ?? ownBeliefSteps).flatMap((id) => byId.get(id) ?? []);

/**
 * Tries that named the belief when they were predicted, newest first. Once it is fixed what would count, those that are
 * over wait to be weighed with the moments and are left out here; so are those that were weighed.
 */
export const speakingTo = (belief: Belief, all: readonly Experiment[]): readonly Experiment[] => {
  const named = new Set(belief.experiments);
  const weighed = new Set(belief.moments.map(({ experiment }) => experiment));
  return all.filter(
    ({ id, outcome }) => named.has(id) && !weighed.has(id) && (belief.test === null || outcome === null),
  );
};
