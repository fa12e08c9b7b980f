/** How far a step lies beyond reach, for this person, with somebody, somewhere, on a day: as a sum over the state. */
import { covOf, meanOf, settle, varianceOf, type Sum } from "./gauss.ts";
import { priors } from "./priors.ts";
import type { Setup, Someone, Step } from "./setup.ts";
import { contextSlot, domainSlot, easeOf, slots, type State } from "./state.ts";
import type { Strain } from "./strain.ts";

/** A step with somebody somewhere. `context` is an index, or -1 for one that nobody named before. */
export type Act = { readonly step: Step; readonly someone: Someone | null; readonly context: number };

/**
 * A distance in points: its mean and variance, and the sum over the state that it rests on. `extra` is the part of the
 * variance that comes from what has no slot.
 */
export type Distance = {
  readonly mean: number;
  readonly variance: number;
  readonly sum: Sum;
  readonly extra: number;
};

/** The part of a distance without a person: difficulty and the step's own, minus reach, domain and context, plus strain. */
export const stepDistance = (setup: Setup, state: State, step: Step, context: number, strain: Strain): Distance => {
  const { gauss } = state;
  const at: number[] = [slots.reach, slots.strain];
  const weight: number[] = [-1, strain.mean];
  const perStrain = gauss.mean[slots.strain] ?? 0;
  let extra = perStrain * perStrain * strain.variance;
  const add = (slot: number, factor: number): void => {
    at.push(slot);
    weight.push(factor);
  };
  if (step.domain >= 0) add(domainSlot(step.domain), -1);
  if (context >= 0) add(contextSlot(setup, context), -1);
  else extra += priors.context.sd ** 2;
  const slot = state.stepSlots[step.index] ?? -1;
  if (slot >= 0) add(slot, 1);
  else extra += priors.step.sd ** 2;
  const sum = { at, weight };
  settle(gauss);
  return { mean: step.difficulty + meanOf(gauss, sum), variance: varianceOf(gauss, sum) + extra, sum, extra };
};

/** The distance with somebody, whose ease makes it nearer. */
export const withSomeone = ({ gauss, personSlots }: State, alone: Distance, someone: Someone | null): Distance => {
  if (someone === null) return alone;
  const { mean, variance, sum, extra } = alone;
  const slot = personSlots[someone.index] ?? -1;
  if (slot < 0) {
    const own = priors.person.sd ** 2;
    return { mean: mean - easeOf(someone), variance: variance + own, sum, extra: extra + own };
  }
  let cross = 0;
  for (let i = 0; i < sum.at.length; i += 1) cross += (sum.weight[i] ?? 0) * covOf(gauss, sum.at[i] ?? 0, slot);
  return {
    mean: mean - (gauss.mean[slot] ?? 0),
    variance: Math.max(extra, variance - 2 * cross + covOf(gauss, slot, slot)),
    sum: { at: [...sum.at, slot], weight: [...sum.weight, -1] },
    extra,
  };
};

/** The distance of an act on a day of this strain. */
export const distanceOf = (setup: Setup, state: State, { step, someone, context }: Act, strain: Strain): Distance =>
  withSomeone(state, stepDistance(setup, state, step, context, strain), someone);

/** A sum times a factor, with other numbers added to it. */
export const plus = (
  { at, weight }: Sum,
  factor: number,
  more: readonly number[],
  weights: readonly number[],
): Sum => ({
  at: [...at, ...more],
  weight: [...weight.map((one) => one * factor), ...weights],
});
