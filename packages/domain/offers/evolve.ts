/** Folds standing offers. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** One offer: what was said first stands. */
export type OfferFacts = {
  readonly id: string;
  readonly made: Dated<BodyOf<"offers/made@1">> | null;
  readonly ended: Dated<true> | null;
  readonly taken: readonly Dated<BodyOf<"offers/taken@1">>[];
};

/** All offers by id. */
export type OffersState = Table<OfferFacts>;

/** Before the first one. */
export const emptyOffers: OffersState = emptyTable;

/** The facts of this feature. */
export type OffersEvent = Recorded & { readonly kind: `offers/${string}` };

const grow = (facts: OfferFacts, event: OffersEvent): OfferFacts => {
  switch (event.kind) {
    case "offers/made@1":
      return { ...facts, made: first(facts.made, dated(event, event.body)) };
    case "offers/ended@1":
      return { ...facts, ended: first(facts.ended, dated<true>(event, true)) };
    case "offers/taken@1":
      return { ...facts, taken: insertDated(facts.taken, dated(event, event.body)) };
    default:
      return assertNever(event);
  }
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveOffers = (state: OffersState, event: OffersEvent): OffersState => {
  const id = event.body.offer;
  const facts = entryOf(state, id) ?? { id, made: null, ended: null, taken: [] };
  return withEntry(state, id, grow(facts, event));
};
