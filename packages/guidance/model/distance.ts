/** How far a step lies beyond reach, for this person, with somebody, somewhere, on a day: as a sum over the state. */
import { meanOf, varianceOf, type Sum } from "./gauss.ts";
import { priors } from "./priors.ts";
import type { Setup, Someone, Step } from "./setup.ts";
import { contextSlot, domainSlot, easeOf, slots, type State } from "./state.ts";
import type { Strain } from "./strain.ts";

/** A step with somebody somewhere. `context` is an index, or -1 for one that nobody named before. */
export type Act = { readonly step: Step; readonly someone: Someone | null; readonly context: number };

/** `fixed` plus the sum is the distance; `extra` is variance from what has no slot. */
export type Distance = { readonly fixed: number; readonly sum: Sum; readonly extra: number };

/** The distance as a sum over the state: difficulty and the step's own, minus reach, domain, context, ease, plus strain. */
export const distanceOf = (setup: Setup, state: State, { step, someone, context }: Act, strain: Strain): Distance => {
  const at: number[] = [slots.reach, slots.strain];
  const weight: number[] = [-1, strain.mean];
  const strainWeight = state.gauss.mean[slots.strain] ?? 0;
  let fixed = step.difficulty;
  let extra = strainWeight * strainWeight * strain.variance;
  const add = (slot: number, factor: number): void => {
    at.push(slot);
    weight.push(factor);
  };
  if (step.domain >= 0) add(domainSlot(step.domain), -1);
  if (context >= 0) add(contextSlot(setup, context), -1);
  else extra += priors.context.sd ** 2;
  const stepSlot = state.stepSlots[step.index] ?? -1;
  if (stepSlot >= 0) add(stepSlot, 1);
  else extra += priors.step.sd ** 2;
  if (someone !== null) {
    const personSlot = state.personSlots[someone.index] ?? -1;
    if (personSlot >= 0) add(personSlot, -1);
    else {
      fixed -= easeOf(someone);
      extra += priors.person.sd ** 2;
    }
  }
  return { fixed, sum: { at, weight }, extra };
};

/** Mean and variance of a distance. */
export const spreadOfDistance = ({ gauss }: State, { fixed, sum, extra }: Distance) => ({
  mean: fixed + meanOf(gauss, sum),
  variance: varianceOf(gauss, sum) + extra,
});

/** A distance with other numbers added to it: what is said of it, or how far tolerance lies above it. */
export const plus = (
  { at, weight }: Sum,
  factor: number,
  slots_: readonly number[],
  weights: readonly number[],
): Sum => ({
  at: [...at, ...slots_],
  weight: [...weight.map((one) => one * factor), ...weights],
});
