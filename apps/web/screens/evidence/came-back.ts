/** Sorts tries by what came back, so that every one is counted somewhere and none twice. */
import type { Experiment, Trial } from "@belay/domain";

/** Every kind, in the order in which they are shown. `done`: over, with nothing to answer; `undone`: not carried out. */
export const kinds = ["yes", "partly", "no", "silence", "hurtful", "open", "done", "undone"] as const;

/** What came back from one try. */
export type Kind = (typeof kinds)[number];

/**
 * The kind of one try. `closed` tells whether its outcome was noted. Silence before its day, "later" and "can we talk"
 * are open. Agrees with the figures of the guidance: `yes` and `partly` are its yes; `no`, `silence` and `hurtful` its no.
 */
export const kindOf = (trial: Trial, closed: boolean): Kind => {
  if (trial.status === "avoided" || trial.status === "skipped" || trial.status === "swapped") return "undone";
  if (trial.outcome === null) return closed && trial.raw === null ? "done" : "open";
  switch (trial.outcome) {
    case "yes":
      return "yes";
    case "partial":
      return "partly";
    case "hurtful":
      return "hurtful";
    case "no":
      return trial.raw === "silence" ? "silence" : "no";
  }
};

/** One try with its kind. */
export interface Sorted {
  readonly trial: Trial;
  readonly kind: Kind;
}

/** Every try with its kind, in the order given; tries that nothing is known of are not among the trials. */
export const sorted = (trials: readonly Trial[], experiments: readonly Experiment[]): readonly Sorted[] => {
  const closed = new Set(experiments.filter(({ stage }) => stage === "closed").map(({ id }) => id));
  return trials.map((trial) => ({ trial, kind: kindOf(trial, closed.has(trial.id)) }));
};

/** How many there are of each kind, empty kinds too. */
export const countKinds = (all: readonly Sorted[]): readonly { readonly kind: Kind; readonly count: number }[] =>
  kinds.map((kind) => ({ kind, count: all.filter((one) => one.kind === kind).length }));
