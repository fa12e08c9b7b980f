/** Counts what was tried and what came of it, leaving nothing out. */
import type { Trial } from "@belay/domain";
import { isYes } from "@belay/guidance";

/** Four counts; the last three add up to the first. */
export interface KeptSoFar {
  /** Tries that were carried out or begun. */
  readonly tries: number;
  /** Those that help came of, all or part. */
  readonly helped: number;
  /** A no, silence, or something hurtful. */
  readonly unhelped: number;
  /** Still open, or no question of yes or no. */
  readonly rest: number;
}

/** Counts the tries that were carried out or begun; what was let be is no try. Agrees with the figures of Evidence. */
export const keptOf = (trials: readonly Trial[]): KeptSoFar => {
  const tried = trials.filter(({ status }) => status === "done" || status === "started");
  const helped = tried.filter(({ outcome }) => outcome !== null && isYes(outcome)).length;
  const unhelped = tried.filter(({ outcome }) => outcome !== null && !isYes(outcome)).length;
  return { tries: tried.length, helped, unhelped, rest: tried.length - helped - unhelped };
};
