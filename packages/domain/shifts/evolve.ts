/** Folds the monthly shifts. */
import type { BodyOf } from "../events/catalogue.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All of them by their event's id. */
export type ShiftsState = Entries<BodyOf<"shifts/answered@1">>;

/** Before the first one. */
export const emptyShifts: ShiftsState = noEntries;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveShifts = (
  state: ShiftsState,
  event: Recorded & { readonly kind: "shifts/answered@1" },
): ShiftsState => withFact(state, event, event.body);
