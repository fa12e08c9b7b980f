/** Finds the person's own earlier tries that a step can be held against. */
import type { StepSpec, Trial } from "@belay/domain";
import type { Pair } from "./choice.ts";

/** How a try felt, 0 to 100: its peak, else how bad it was; null when neither was said, or it was never tried. */
export const feltOf = ({ status, peak, bad }: Trial): number | null =>
  status === "done" || status === "started" ? (peak ?? bad) : null;

/** Tries are alike when they are of the same step, or of its strand and so many published points apart at most. */
const near = 15;

/** Whether a try was of a step like this one. */
export const isLike = (step: Pick<StepSpec, "id" | "strand" | "difficulty">, trial: Trial): boolean =>
  trial.step === step.id || (trial.strand === step.strand && Math.abs(trial.difficulty - step.difficulty) <= near);

/** Tries like this step whose badness was both expected and felt, in the order given; good and bad ones alike. */
export const pairsLike = (
  step: Pick<StepSpec, "id" | "strand" | "difficulty">,
  trials: readonly Trial[],
): readonly Pair[] =>
  trials.flatMap((trial) => {
    const felt = feltOf(trial);
    return felt === null || trial.predBad === null || !isLike(step, trial) ? [] : [{ expected: trial.predBad, felt }];
  });
