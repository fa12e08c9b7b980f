/** Folds what is being carried, what was decided about it, resentment, and limits with oneself. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** One thing that is carried. Lists are in the log's order. */
export type LoadFacts = {
  readonly id: string;
  readonly added: Dated<BodyOf<"load/added@1">> | null;
  readonly decisions: readonly Dated<BodyOf<"load/decided@1">>[];
  readonly linked: readonly Dated<BodyOf<"load/linked@1">>[];
  readonly putDown: Dated<true> | null;
};

/** One limit with oneself. */
export type LimitFacts = {
  readonly id: string;
  readonly set: Dated<BodyOf<"load/limit-set@1">> | null;
  readonly dropped: Dated<true> | null;
};

/** All of it. */
export type LoadState = {
  readonly loads: Table<LoadFacts>;
  readonly limits: Table<LimitFacts>;
  readonly resentment: Entries<BodyOf<"load/resentment-noted@1">>;
};

/** Before the first one. */
export const emptyLoad: LoadState = { loads: emptyTable, limits: emptyTable, resentment: noEntries };

/** The facts of this feature. */
export type LoadEvent = Recorded & { readonly kind: `load/${string}` };

const withLoad = (state: LoadState, id: string, grow: (facts: LoadFacts) => LoadFacts): LoadState => {
  const facts = entryOf(state.loads, id) ?? { id, added: null, decisions: [], linked: [], putDown: null };
  return { ...state, loads: withEntry(state.loads, id, grow(facts)) };
};

const withLimit = (state: LoadState, id: string, grow: (facts: LimitFacts) => LimitFacts): LoadState => {
  const facts = entryOf(state.limits, id) ?? { id, set: null, dropped: null };
  return { ...state, limits: withEntry(state.limits, id, grow(facts)) };
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveLoad = (state: LoadState, event: LoadEvent): LoadState => {
  switch (event.kind) {
    case "load/added@1": {
      const entry = dated(event, event.body);
      return withLoad(state, event.body.load, (facts) => ({ ...facts, added: first(facts.added, entry) }));
    }
    case "load/decided@1": {
      const entry = dated(event, event.body);
      return withLoad(state, event.body.load, (facts) => ({
        ...facts,
        decisions: insertDated(facts.decisions, entry),
      }));
    }
    case "load/linked@1": {
      const entry = dated(event, event.body);
      return withLoad(state, event.body.load, (facts) => ({ ...facts, linked: insertDated(facts.linked, entry) }));
    }
    case "load/put-down@1": {
      const entry = dated<true>(event, true);
      return withLoad(state, event.body.load, (facts) => ({ ...facts, putDown: first(facts.putDown, entry) }));
    }
    case "load/resentment-noted@1":
      return { ...state, resentment: withFact(state.resentment, event, event.body) };
    case "load/limit-set@1": {
      const entry = dated(event, event.body);
      return withLimit(state, event.body.limit, (facts) => ({ ...facts, set: first(facts.set, entry) }));
    }
    case "load/limit-dropped@1": {
      const entry = dated<true>(event, true);
      return withLimit(state, event.body.limit, (facts) => ({ ...facts, dropped: first(facts.dropped, entry) }));
    }
    default:
      return assertNever(event);
  }
};
