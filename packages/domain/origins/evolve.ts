/** Folds sittings in the origins room. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, newest, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** One sitting. */
export type SessionFacts = {
  readonly id: string;
  readonly begun: Dated<BodyOf<"origins/begun@1">> | null;
  readonly ended: Dated<BodyOf<"origins/ended@1">> | null;
  readonly forgotten: Dated<true> | null;
};

/** Whether the room is on, and all sittings. */
export type OriginsState = { readonly on: Dated<boolean> | null; readonly sessions: Table<SessionFacts> };

/** Off, and nothing looked at. */
export const emptyOrigins: OriginsState = { on: null, sessions: emptyTable };

/** The facts of this feature. */
export type OriginsEvent = Recorded & { readonly kind: `origins/${string}` };

const withSession = (state: OriginsState, id: string, grow: (facts: SessionFacts) => SessionFacts): OriginsState => {
  const facts = entryOf(state.sessions, id) ?? { id, begun: null, ended: null, forgotten: null };
  return { ...state, sessions: withEntry(state.sessions, id, grow(facts)) };
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveOrigins = (state: OriginsState, event: OriginsEvent): OriginsState => {
  switch (event.kind) {
    case "origins/switched@1":
      return { ...state, on: newest(state.on, dated(event, event.body.on)) };
    case "origins/begun@1": {
      const entry = dated(event, event.body);
      return withSession(state, event.body.session, (facts) => ({ ...facts, begun: first(facts.begun, entry) }));
    }
    case "origins/ended@1": {
      const entry = dated(event, event.body);
      return withSession(state, event.body.session, (facts) => ({ ...facts, ended: newest(facts.ended, entry) }));
    }
    case "origins/forgotten@1": {
      const entry = dated<true>(event, true);
      return withSession(state, event.body.session, (facts) => ({
        ...facts,
        forgotten: first(facts.forgotten, entry),
      }));
    }
    default:
      return assertNever(event);
  }
};
