/** Says from which guess on a step is likely enough to be too much that a smaller one is named. */
import type { Context, StepSpec } from "@belay/domain";
import { swapPoint } from "../model/fallback.ts";
import type { Guided } from "./guided.ts";
import { ownStep } from "./numbers.ts";
import { hardest } from "./offer.ts";

/** A try that is about to be guessed at. `person` is an id, null where nobody is asked or nobody is known yet. */
export type Planned = { readonly step: StepSpec; readonly person: string | null; readonly context: Context | null };

/**
 * The highest guess of badness (20 to 70) that leaves the chance of being overwhelmed bearable, by what is believed of
 * this person, this step and whom it is with; never above what nobody should meet alone. Null while there is nothing to
 * go by.
 */
export const bearableOf = ({ belief }: Guided, { step, person, context }: Planned): number | null => {
  if (belief === null) return null;
  const { setup, folded } = belief;
  const own = ownStep(setup, step);
  const place = context ?? own.contexts[0];
  const someone = person === null ? null : (setup.people.get(person) ?? null);
  const act = { step: own, someone, context: setup.contexts.get(place ?? "") ?? -1 };
  return Math.min(hardest, swapPoint(folded, { act }));
};
