/** Picks the one thought to look at today: the newest that a finished try spoke to and that was not weighed by it. */
import type { Belief, Experiment } from "@belay/domain";
import { toWeigh } from "../beliefs/to-weigh.ts";

/** The belief and the newest try that named it; null when there is nothing to look at. Experiments are newest first. */
export const thoughtForToday = (beliefs: readonly Belief[], experiments: readonly Experiment[]): Belief | null => {
  const waiting = beliefs.flatMap((belief) => {
    const named = toWeigh(belief, experiments).find((one) => one.named);
    return named === undefined ? [] : [{ belief, at: experiments.indexOf(named.experiment) }];
  });
  return waiting.toSorted((a, b) => a.at - b.at)[0]?.belief ?? null;
};
