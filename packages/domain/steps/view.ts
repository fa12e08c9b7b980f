/** Shows steps of one's own, days of rest, and the parts of an experiment that this feature knows. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated, type Dated } from "../events/dated.ts";
import type { Hlc } from "../events/order.ts";
import { entriesOf } from "../events/table.ts";
import type { ExperimentFacts, StepsState } from "./evolve.ts";
import type { StepSpec } from "./spec.ts";

/** Where and when something was noted. */
type Noted = { readonly day: LocalDay; readonly at: Hlc };

/** The step as it was taken up. */
export type Plan = Omit<BodyOf<"steps/planned@1">, "experiment"> & Noted;

/** What was expected. `help` and `bad` are 0 to 100, or null when left empty. */
export type Prediction = Omit<BodyOf<"steps/predicted@1">, "experiment"> & Noted;

/** How it ended. */
export type OutcomeNoted = Omit<BodyOf<"steps/outcome-noted@1">, "experiment"> & Noted;

const noted = <T extends { readonly experiment: string }>(entry: Dated<T>): Omit<T, "experiment"> & Noted => {
  const { experiment: _, ...rest } = entry.value;
  return { ...rest, day: entry.day, at: entry.at };
};

/** One experiment without what other features know of it. Outcomes are oldest first. */
export type PlannedExperiment = {
  readonly id: string;
  readonly plan: Plan;
  readonly planned: Dated<unknown>;
  readonly prediction: { readonly shown: Prediction; readonly placed: Dated<unknown> } | null;
  readonly outcomes: readonly { readonly shown: OutcomeNoted; readonly placed: Dated<unknown> }[];
};

/** One experiment; none while its plan has not arrived. */
export const plannedExperiment = (facts: ExperimentFacts): readonly PlannedExperiment[] => {
  if (facts.plan === null) return [];
  return [
    {
      id: facts.id,
      plan: noted(facts.plan),
      planned: facts.plan,
      prediction: facts.prediction === null ? null : { shown: noted(facts.prediction), placed: facts.prediction },
      outcomes: facts.outcomes.map((entry) => ({ shown: noted(entry), placed: entry })),
    },
  ];
};

/** Steps of one's own that were not put away, in the order they were added. */
export const viewOwnSteps = (state: StepsState): readonly StepSpec[] =>
  entriesOf(state.own)
    .flatMap(({ added, removed }) => (added === null || removed !== null ? [] : [added]))
    .toSorted(compareDated)
    .map(({ value: { step, ...rest } }) => ({ id: step, ...rest }));

/** A day left without a step. */
export type Rest = BodyOf<"steps/rested@1"> & { readonly id: string; readonly day: LocalDay };

/** Days of rest, newest first. */
export const viewRests = (state: StepsState): readonly Rest[] =>
  entriesOf(state.rests)
    .toSorted((a, b) => compareDated(b, a))
    .map((entry) => ({ id: entry.id, day: entry.day, ...entry.value }));

/** Something done alone, by choice. */
export type DoneAlone = BodyOf<"steps/alone-noted@1"> & { readonly id: string; readonly day: LocalDay };

/** Things done alone, newest first. */
export const viewAlone = (state: StepsState): readonly DoneAlone[] =>
  entriesOf(state.alone)
    .toSorted((a, b) => compareDated(b, a))
    .map((entry) => ({ id: entry.id, day: entry.day, ...entry.value }));
