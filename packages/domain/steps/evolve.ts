/** Folds steps of one's own, experiments, days of rest and things done alone. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** A step of one's own, and whether it was put away. */
export type OwnStepFacts = {
  readonly added: Dated<BodyOf<"steps/added@1">> | null;
  readonly removed: Dated<true> | null;
};

/** One experiment: the first plan and the first prediction stand, every outcome is kept in the log's order. */
export type ExperimentFacts = {
  readonly id: string;
  readonly plan: Dated<BodyOf<"steps/planned@1">> | null;
  readonly prediction: Dated<BodyOf<"steps/predicted@1">> | null;
  readonly outcomes: readonly Dated<BodyOf<"steps/outcome-noted@1">>[];
};

/** All of it, by id. */
export type StepsState = {
  readonly own: Table<OwnStepFacts>;
  readonly experiments: Table<ExperimentFacts>;
  readonly rests: Entries<BodyOf<"steps/rested@1">>;
  readonly alone: Entries<BodyOf<"steps/alone-noted@1">>;
};

/** Before the first one. */
export const emptySteps: StepsState = {
  own: emptyTable,
  experiments: emptyTable,
  rests: noEntries,
  alone: noEntries,
};

/** The facts of this feature. */
export type StepsEvent = Recorded & { readonly kind: `steps/${string}` };

const withOwn = (state: StepsState, step: string, grow: (facts: OwnStepFacts) => OwnStepFacts): StepsState => ({
  ...state,
  own: withEntry(state.own, step, grow(entryOf(state.own, step) ?? { added: null, removed: null })),
});

const withExperiment = (
  state: StepsState,
  id: string,
  grow: (facts: ExperimentFacts) => ExperimentFacts,
): StepsState => {
  const facts = entryOf(state.experiments, id) ?? { id, plan: null, prediction: null, outcomes: [] };
  return { ...state, experiments: withEntry(state.experiments, id, grow(facts)) };
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveSteps = (state: StepsState, event: StepsEvent): StepsState => {
  switch (event.kind) {
    case "steps/added@1": {
      const entry = dated(event, event.body);
      return withOwn(state, event.body.step, (facts) => ({ ...facts, added: first(facts.added, entry) }));
    }
    case "steps/removed@1": {
      const entry = dated<true>(event, true);
      return withOwn(state, event.body.step, (facts) => ({ ...facts, removed: first(facts.removed, entry) }));
    }
    case "steps/rested@1":
      return { ...state, rests: withFact(state.rests, event, event.body) };
    case "steps/planned@1": {
      const entry = dated(event, event.body);
      return withExperiment(state, event.body.experiment, (facts) => ({ ...facts, plan: first(facts.plan, entry) }));
    }
    case "steps/predicted@1": {
      const entry = dated(event, event.body);
      return withExperiment(state, event.body.experiment, (facts) => ({
        ...facts,
        prediction: first(facts.prediction, entry),
      }));
    }
    case "steps/outcome-noted@1": {
      const entry = dated(event, event.body);
      return withExperiment(state, event.body.experiment, (facts) => ({
        ...facts,
        outcomes: insertDated(facts.outcomes, entry),
      }));
    }
    case "steps/alone-noted@1":
      return { ...state, alone: withFact(state.alone, event, event.body) };
    default:
      return assertNever(event);
  }
};
