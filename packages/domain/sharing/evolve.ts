/** Folds shares. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** One share: what was composed first stands; pauses and resumptions in the log's order, true for a pause. */
export type ShareFacts = {
  readonly id: string;
  readonly prepared: Dated<BodyOf<"sharing/prepared@1">> | null;
  readonly begun: Dated<true> | null;
  readonly renewed: readonly Dated<true>[];
  readonly paused: readonly Dated<boolean>[];
  readonly revoked: Dated<true> | null;
};

/** All shares by id. */
export type SharingState = Table<ShareFacts>;

/** Before the first one. */
export const emptySharing: SharingState = emptyTable;

/** The facts of this feature. */
export type SharingEvent = Recorded & { readonly kind: `sharing/${string}` };

const grow = (facts: ShareFacts, event: SharingEvent): ShareFacts => {
  switch (event.kind) {
    case "sharing/prepared@1":
      return { ...facts, prepared: first(facts.prepared, dated(event, event.body)) };
    case "sharing/begun@1":
      return { ...facts, begun: first(facts.begun, dated<true>(event, true)) };
    case "sharing/renewed@1":
      return { ...facts, renewed: insertDated(facts.renewed, dated<true>(event, true)) };
    case "sharing/paused@1":
      return { ...facts, paused: insertDated(facts.paused, dated(event, true)) };
    case "sharing/resumed@1":
      return { ...facts, paused: insertDated(facts.paused, dated(event, false)) };
    case "sharing/revoked@1":
      return { ...facts, revoked: first(facts.revoked, dated<true>(event, true)) };
    default:
      return assertNever(event);
  }
};

const empty = { prepared: null, begun: null, renewed: [], paused: [], revoked: null } as const;

/** The state with `event`, in whatever order it comes and however often. */
export const evolveSharing = (state: SharingState, event: SharingEvent): SharingState => {
  const id = event.body.share;
  return withEntry(state, id, grow(entryOf(state, id) ?? { id, ...empty }, event));
};
