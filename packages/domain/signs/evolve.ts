/** Folds signs that were asked about. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type SignsState = Entries<BodyOf<"signs/answered@1">>;

/** Before the first one. */
export const emptySigns: SignsState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveSigns = (state: SignsState, event: Recorded & { readonly kind: "signs/answered@1" }): SignsState =>
  withFact(state, event, event.body);
