/** Folds check-ins. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All check-ins by their event's id. */
export type CheckinState = Entries<BodyOf<"checkin/noted@1">>;

/** Before the first one. */
export const emptyCheckin: CheckinState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveCheckin = (
  state: CheckinState,
  event: Recorded & { readonly kind: "checkin/noted@1" },
): CheckinState => withFact(state, event, event.body);
