/** Folds hard moments and what was chosen in them. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type PathsState = Entries<BodyOf<"paths/walked@1">>;

/** Before the first one. */
export const emptyPaths: PathsState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolvePaths = (state: PathsState, event: Recorded & { readonly kind: "paths/walked@1" }): PathsState =>
  withFact(state, event, event.body);
