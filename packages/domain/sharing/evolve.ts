/** Folds shares. */
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** The facts of this feature. */
export type SharingEvent = Recorded & { readonly kind: `sharing/${string}` };

/** What happened to a share after it was composed. */
export type ShareMark = Exclude<SharingEvent["kind"], "sharing/prepared@1">;

/** One share: what was composed first stands; everything else in the log's order. */
export type ShareFacts = {
  readonly id: string;
  readonly prepared: Dated<BodyOf<"sharing/prepared@1">> | null;
  readonly marks: readonly Dated<ShareMark>[];
};

/** All shares by id. */
export type SharingState = Table<ShareFacts>;

/** Before the first one. */
export const emptySharing: SharingState = emptyTable;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveSharing = (state: SharingState, event: SharingEvent): SharingState => {
  const id = event.body.share;
  const facts = entryOf(state, id) ?? { id, prepared: null, marks: [] };
  const next: ShareFacts =
    event.kind === "sharing/prepared@1"
      ? { ...facts, prepared: first(facts.prepared, dated(event, event.body)) }
      : { ...facts, marks: insertDated(facts.marks, dated(event, event.kind)) };
  return withEntry(state, id, next);
};

/** Whether the last word about pausing was a pause. */
export const isPaused = ({ marks }: ShareFacts): boolean =>
  marks.findLast(({ value }) => value === "sharing/paused@1" || value === "sharing/resumed@1")?.value ===
  "sharing/paused@1";
