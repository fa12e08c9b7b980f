/** What the rooms read besides experiments and people; the first view does without. */
import type { LocalDay } from "@belay/basics";
import { viewBeliefs, type Belief as BeliefAlone } from "./beliefs/view.ts";
import type { BodyOf } from "./events/catalogue.ts";
import { newestFirst, type Entry } from "./events/entries.ts";
import { experiments } from "./experiments.ts";
import { viewLimits, viewLoads, viewResentment, type Limit, type Load } from "./load/view.ts";
import {
  viewChosen,
  viewSittings,
  viewSources,
  viewWeeks,
  type MeasuresChosen,
  type MeasureSitting,
  type SourceRound,
  type WeekCounted,
} from "./measures/view.ts";
import { viewOffers, type Offer } from "./offers/view.ts";
import { viewOriginsOn, viewSessions, type OriginsSession } from "./origins/view.ts";
import { welcome } from "./people.ts";
import { viewPlan, type PlanLine } from "./plan/view.ts";
import { viewShares, type Share } from "./sharing/view.ts";
import { viewLastRound, viewShifts, type ShiftCourse } from "./shifts/view.ts";
import { viewSigns, type SignAnswered } from "./signs/view.ts";
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

/** Steps of one's own that were not put away, in the order they were added. */
export const ownSteps = (state: State): readonly StepSpec[] => viewOwnSteps(state.steps);

/** Days left without a step, newest first. */
export const rests = (state: State): readonly Rest[] => viewRests(state.steps);

/** Whether `day` was left without a step. */
export const restedOn = (state: State, day: LocalDay): boolean => rests(state).some((rest) => rest.day === day);

/** Things done alone by choice, newest first. */
export const doneAlone = (state: State): readonly DoneAlone[] => viewAlone(state.steps);

/** Signs as they were answered last, in the order in which they were first answered. */
export const signs = (state: State): readonly SignAnswered[] => viewSigns(state.signs);

/** Everything that was ever carried, in the order it was added; what was put down says when. */
export const loads = (state: State): readonly Load[] => viewLoads(state.load);

/** How much resentment was noted, newest first. */
export const resentment = (state: State): ReturnType<typeof viewResentment> => viewResentment(state.load);

/** Limits with oneself that stand, in the order they were set. */
export const limits = (state: State): readonly Limit[] => viewLimits(state.load);

/** Standing offers, in the order they were made; none from somebody taken off the circle or not safe by what was said. */
export const offers = (state: State): readonly Offer[] =>
  viewOffers(state.offers).filter(({ person }) => person === null || welcome(state, person));

/** Pauses that ended in a choice, newest first. */
export const pauses = (state: State): readonly Entry<BodyOf<"pauses/taken@1">>[] => newestFirst(state.pauses);

/** Practices of kindness towards oneself, newest first. */
export const practices = (state: State): readonly Entry<BodyOf<"compassion/practised@1">>[] =>
  newestFirst(state.compassion);

/** Whether the origins room was switched on. */
export const originsOn = (state: State): boolean => viewOriginsOn(state.origins);

/** Sittings in the origins room, newest first. */
export const originsSessions = (state: State): readonly OriginsSession[] => viewSessions(state.origins);

/** The shifts of the catalogue with their answers over time. */
export const shifts = (state: State, catalogue: readonly string[]): readonly ShiftCourse[] =>
  viewShifts(state.shifts, catalogue);

/** The day the shifts were last answered; null before the first time. */
export const lastShiftRound = (state: State): LocalDay | null => viewLastRound(state.shifts);

/** Every sitting with a questionnaire, also what was brought along, oldest first by its day. */
export const sittings = (state: State): readonly MeasureSitting[] => viewSittings(state.measures);

/** One's own counts, one row for each week that was counted, oldest first; a skipped week has none. */
export const weeksCounted = (state: State): readonly WeekCounted[] => viewWeeks(state.measures);

/** Every round of the sources of help, oldest first. */
export const sourceRounds = (state: State): readonly SourceRound[] => viewSources(state.measures);

/** What is asked besides the four counts; nothing by default. */
export const measuresChosen = (state: State): MeasuresChosen => viewChosen(state.measures);

/** Everything that was shared with somebody who helps, newest first, what is over included. */
export const shares = (state: State): readonly Share[] => viewShares(state.sharing);

/** Hard moments whose path was walked, newest first. */
export const pathsWalked = (state: State): readonly Entry<BodyOf<"paths/walked@1">>[] => newestFirst(state.paths);

/** The lines of the safety plan, in the order in which they were first written. */
export const safetyPlan = (state: State): readonly PlanLine[] => viewPlan(state.plan);

/** Cards that were opened or waved away, newest first. */
export const cardsSeen = (state: State): readonly Entry<BodyOf<"learn/seen@1">>[] => newestFirst(state.learn);
