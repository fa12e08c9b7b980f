/** Folds pauses that ended in a choice. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type PausesState = Entries<BodyOf<"pauses/taken@1">>;

/** Before the first one. */
export const emptyPauses: PausesState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolvePauses = (state: PausesState, event: Recorded & { readonly kind: "pauses/taken@1" }): PausesState =>
  withFact(state, event, event.body);
