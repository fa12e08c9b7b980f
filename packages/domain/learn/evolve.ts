/** Folds cards that were shown at their moment. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type LearnState = Entries<BodyOf<"learn/seen@1">>;

/** Before the first one. */
export const emptyLearn: LearnState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveLearn = (state: LearnState, event: Recorded & { readonly kind: "learn/seen@1" }): LearnState =>
  withFact(state, event, event.body);
