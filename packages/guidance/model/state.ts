/** Where somebody stands: which number of the Gaussian means what, and how it begins. */
import { addNumber, emptyGauss, type Gauss, type Sum } from "./gauss.ts";
import { priors } from "./priors.ts";
import type { Setup, Someone, Step } from "./setup.ts";

/** Slots that everybody has. */
export const slots = {
  reach: 0,
  tolerance: 1,
  shade: 2,
  stretch: 3,
  strain: 4,
  growth: 5,
  guess: 6,
  cards: 7,
} as const;

/** Reach as it was at the start of each of the last five weeks stands in slots of its own. */
export const weeksKept = 5;
const firstWeek = 8;
const firstDomain = firstWeek + weeksKept;

/** Steps and people beyond so many stay at their priors. */
const roomFor = { steps: 90, people: 24 } as const;

/**
 * The numbers about distress (`gauss`), and where those stand that not everybody has. Steps and people get a slot when
 * something is heard of them; until then -1. Changed in place by this folder's functions alone.
 */
export type State = {
  readonly gauss: Gauss;
  readonly stepSlots: Int16Array;
  readonly personSlots: Int16Array;
};

export const domainSlot = (index: number): number => firstDomain + index;
export const contextSlot = (setup: Setup, index: number): number => firstDomain + setup.domains.length + index;
export const weekSlot = (week: number): number => firstWeek + (week % weeksKept);

/** The state before the first word, the person's own rating of reach included. */
export const firstState = (setup: Setup): State => {
  const steps = Math.min(setup.steps.size, roomFor.steps);
  const people = Math.min(setup.people.size, roomFor.people);
  const gauss = emptyGauss(firstDomain + setup.domains.length + setup.contexts.size + steps + people);
  const { reach } = priors;
  const own = setup.selfReach ?? reach.mean;
  addNumber(gauss, reach.mean + reach.slope * (own - reach.mean), reach.sd);
  for (const key of ["tolerance", "shade", "stretch", "strain", "growth", "guess", "cards"] as const)
    addNumber(gauss, priors[key].mean, priors[key].sd);
  for (let i = 0; i < weeksKept; i += 1) addNumber(gauss, 0, 0);
  for (let i = 0; i < setup.domains.length; i += 1) addNumber(gauss, 0, priors.domain.sd);
  for (let i = 0; i < setup.contexts.size; i += 1) addNumber(gauss, 0, priors.context.sd);
  return {
    gauss,
    stepSlots: new Int16Array(setup.steps.size).fill(-1),
    personSlots: new Int16Array(setup.people.size).fill(-1),
  };
};

/** How much easier (in points) somebody makes it, before anything was tried with them. */
export const easeOf = (someone: Someone): number => priors.person.slope * (someone.comfort - 50);

/** The slot of a step; given one if it has none and there is room. */
export const slotOfStep = (state: State, step: Step): number => {
  const slot = state.stepSlots[step.index] ?? -1;
  return slot >= 0 ? slot : (state.stepSlots[step.index] = addNumber(state.gauss, 0, priors.step.sd));
};

/** The slot of a person; given one if they have none and there is room. */
export const slotOfPerson = (state: State, someone: Someone): number => {
  const slot = state.personSlots[someone.index] ?? -1;
  return slot >= 0
    ? slot
    : (state.personSlots[someone.index] = addNumber(state.gauss, easeOf(someone), priors.person.sd));
};

/** Reach as the protocol means it: over all domains, the known contexts and one that is unfamiliar. */
export const reachSum = (setup: Setup): Sum => {
  const domains = setup.domains.map((_, i) => domainSlot(i));
  const contexts = [...setup.contexts.values()].map((i) => contextSlot(setup, i));
  return {
    at: [slots.reach, ...domains, ...contexts],
    weight: [1, ...domains.map(() => 1 / domains.length), ...contexts.map(() => 1 / (contexts.length + 1))],
  };
};
