/** Folds what was believed, how strongly, and what spoke for and against it. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** All that is known of one belief. Lists are in the log's order, with their whole history. */
export type BeliefFacts = {
  readonly id: string;
  /** The person's own words, or null for a belief of the catalogue. */
  readonly own: Dated<BodyOf<"beliefs/added@1">> | null;
  readonly ratings: readonly Dated<number>[];
  readonly tests: readonly Dated<BodyOf<"beliefs/test-agreed@1">>[];
  readonly moments: readonly Dated<BodyOf<"beliefs/weighed@1">>[];
  readonly questions: readonly Dated<BodyOf<"beliefs/questioned@1">>[];
  readonly alternatives: readonly Dated<string>[];
  readonly alternativeRatings: readonly Dated<number>[];
};

/** A belief that nothing was recorded about. */
export const untouched = (id: string): BeliefFacts => ({
  id,
  own: null,
  ratings: [],
  tests: [],
  moments: [],
  questions: [],
  alternatives: [],
  alternativeRatings: [],
});

/** All beliefs that something was recorded about. */
export type BeliefsState = Table<BeliefFacts>;

/** Before the first one. */
export const emptyBeliefs: BeliefsState = emptyTable;

/** The facts of this feature. */
export type BeliefsEvent = Recorded & {
  readonly kind: `beliefs/${string}`;
};

const grow = (facts: BeliefFacts, event: BeliefsEvent): BeliefFacts => {
  switch (event.kind) {
    case "beliefs/added@1":
      return { ...facts, own: first(facts.own, dated(event, event.body)) };
    case "beliefs/rated@1":
      return { ...facts, ratings: insertDated(facts.ratings, dated(event, event.body.strength)) };
    case "beliefs/test-agreed@1":
      return { ...facts, tests: insertDated(facts.tests, dated(event, event.body)) };
    case "beliefs/weighed@1":
      return { ...facts, moments: insertDated(facts.moments, dated(event, event.body)) };
    case "beliefs/questioned@1":
      return { ...facts, questions: insertDated(facts.questions, dated(event, event.body)) };
    case "beliefs/alternative-set@1":
      return { ...facts, alternatives: insertDated(facts.alternatives, dated(event, event.body.text)) };
    case "beliefs/alternative-rated@1":
      return {
        ...facts,
        alternativeRatings: insertDated(facts.alternativeRatings, dated(event, event.body.strength)),
      };
    default:
      return assertNever(event);
  }
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveBeliefs = (state: BeliefsState, event: BeliefsEvent): BeliefsState => {
  const id = event.body.belief;
  const facts = entryOf(state, id) ?? untouched(id);
  return withEntry(state, id, grow(facts, event));
};
