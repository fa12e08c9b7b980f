/** How far a step lies beyond reach, for this person, with somebody, somewhere, on a day: as a sum over the state. */
import { covOf, meanOf, settle, varianceOf, type Sum } from "./gauss.ts";
import { priors } from "./priors.ts";
import type { Setup, Someone, Step } from "./setup.ts";
import { contextSlot, domainSlot, easeOf, slots, type State } from "./state.ts";
import type { Strain } from "./strain.ts";

/** A step with somebody somewhere. `context` is an index, or -1 for one that nobody named before. */
export type Act = { readonly step: Step; readonly someone: Someone | null; readonly context: number };

/** A distance in points: its mean, the sum over the state that it rests on, and variance from what has no slot there. */
export type Distance = { readonly mean: number; readonly sum: Sum; readonly extra: number };

/** What is known of a distance in numbers alone: mean, variance, and covariance with tolerance. */
export type Spread = { readonly mean: number; readonly variance: number; readonly tolerance: number };

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
  return { mean: step.difficulty + meanOf(gauss, sum), sum, extra };
};

const withSlot = ({ gauss }: State, { at, weight }: Sum, slot: number): number => {
  let total = 0;
  for (let i = 0; i < at.length; i += 1) total += (weight[i] ?? 0) * covOf(gauss, at[i] ?? 0, slot);
  return total;
};

/** The numbers of a distance. */
export const spreadOfDistance = (state: State, { mean, sum, extra }: Distance): Spread => {
  settle(state.gauss);
  const variance = varianceOf(state.gauss, sum) + extra;
  return { mean, variance, tolerance: withSlot(state, sum, slots.tolerance) };
};

/** The distance with somebody, whose ease makes it nearer. */
const besides = ({ gauss, personSlots }: State, { mean, sum, extra }: Distance, someone: Someone): Distance => {
  const slot = personSlots[someone.index] ?? -1;
  return slot < 0
    ? { mean: mean - easeOf(someone), sum, extra: extra + priors.person.sd ** 2 }
    : { mean: mean - (gauss.mean[slot] ?? 0), sum: { at: [...sum.at, slot], weight: [...sum.weight, -1] }, extra };
};

/** The numbers with somebody, from those without them: cheap, since everybody is weighed for every step. */
export const withSomeone = (state: State, alone: Distance, numbers: Spread, someone: Someone | null): Spread => {
  if (someone === null) return numbers;
  const { mean, variance, tolerance } = numbers;
  const slot = state.personSlots[someone.index] ?? -1;
  if (slot < 0) return { mean: mean - easeOf(someone), variance: variance + priors.person.sd ** 2, tolerance };
  const { gauss } = state;
  const own = covOf(gauss, slot, slot);
  return {
    mean: mean - (gauss.mean[slot] ?? 0),
    variance: Math.max(alone.extra, variance - 2 * withSlot(state, alone.sum, slot) + own),
    tolerance: tolerance - covOf(gauss, slot, slots.tolerance),
  };
};

/** The distance of an act on a day of this strain. */
export const distanceOf = (setup: Setup, state: State, { step, someone, context }: Act, strain: Strain): Distance => {
  const alone = stepDistance(setup, state, step, context, strain);
  return someone === null ? alone : besides(state, alone, someone);
};

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
