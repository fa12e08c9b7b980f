/** What the screens read besides experiments and people. */
import type { LocalDay } from "@belay/basics";
import { viewBeliefs, type Belief as BeliefAlone } from "./beliefs/view.ts";
import { viewCheckins, type Checkin } from "./checkin/view.ts";
import { experiments } from "./experiments.ts";
import { viewSettings, type Settings } from "./settings/view.ts";
import type { State } from "./state.ts";
import type { StepSpec } from "./steps/spec.ts";
import { viewAlone, viewOwnSteps, viewRests, type DoneAlone, type Rest } from "./steps/view.ts";

/** One belief, with the experiments (newest first) whose prediction named it. */
export type Belief = BeliefAlone & { readonly experiments: readonly string[] };

/** The beliefs of the catalogue in the order given, rated or not, then one's own in the order they were added. */
export const beliefs = (state: State, catalogue: readonly string[]): readonly Belief[] => {
  const all = experiments(state);
  return viewBeliefs(state.beliefs, catalogue).map((belief) => ({
    ...belief,
    experiments: all.filter(({ prediction }) => prediction?.beliefs.some((id) => id === belief.id)).map(({ id }) => id),
  }));
};

/** All check-ins, newest first. */
export const checkins = (state: State): readonly Checkin[] => viewCheckins(state.checkin);

/** The newest check-in, of whatever day; null before the first. */
export const latestCheckin = (state: State): Checkin | null => checkins(state)[0] ?? null;

/** The person's choices as they stand. */
export const settings = (state: State): Settings => viewSettings(state.settings);

/** Steps of one's own that were not put away, in the order they were added. */
export const ownSteps = (state: State): readonly StepSpec[] => viewOwnSteps(state.steps);

/** Days left without a step, newest first. */
export const rests = (state: State): readonly Rest[] => viewRests(state.steps);

/** Whether `day` was left without a step. */
export const restedOn = (state: State, day: LocalDay): boolean => rests(state).some((rest) => rest.day === day);

/** Things done alone by choice, newest first. */
export const doneAlone = (state: State): readonly DoneAlone[] => viewAlone(state.steps);
