/**
 * Says which tries can be weighed against a belief, and in what order.
 *
 * A try without an outcome has nothing to weigh yet; one that was weighed can be weighed again from its own list.
 */
import type { Belief, Experiment } from "@belay/domain";

/** A try that is over and was not weighed yet. */
export interface Weighable {
  readonly experiment: Experiment;
  /** Its prediction named this belief. */
  readonly named: boolean;
}

/** Those that named the belief beforehand first, then the others; both newest first. */
export const toWeigh = (belief: Belief, all: readonly Experiment[]): readonly Weighable[] => {
  const weighed = new Set(belief.moments.map(({ experiment }) => experiment));
  const over = all
    .filter(({ id, outcome }) => outcome !== null && !weighed.has(id))
    .map((experiment) => ({ experiment, named: belief.experiments.includes(experiment.id) }));
  return [...over.filter(({ named }) => named), ...over.filter(({ named }) => !named)];
};
