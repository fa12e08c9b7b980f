/** Folds kindness towards oneself. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type CompassionState = Entries<BodyOf<"compassion/practised@1">>;

/** Before the first one. */
export const emptyCompassion: CompassionState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveCompassion = (
  state: CompassionState,
  event: Recorded & { readonly kind: "compassion/practised@1" },
): CompassionState => withFact(state, event, event.body);
