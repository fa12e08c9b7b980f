/** Folds check-ins. */
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** All check-ins by their event's id. */
export type CheckinState = Table<Dated<BodyOf<"checkin/noted@1">>>;

/** Before the first one. */
export const emptyCheckin: CheckinState = emptyTable;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveCheckin = (
  state: CheckinState,
  event: Recorded & { readonly kind: "checkin/noted@1" },
): CheckinState => withEntry(state, event.id, first(entryOf(state, event.id), dated(event, event.body)));
