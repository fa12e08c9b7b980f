/** Folds the lines of the safety plan. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, newest, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** One line: when it was first written, how it reads now, and whether it was taken out. */
export type PlanLineFacts = {
  readonly id: string;
  /** Its value is the id, so that two lines put in one place by a broken writer have one order. */
  readonly begun: Dated<string> | null;
  readonly written: Dated<BodyOf<"plan/line-written@1">> | null;
  readonly removed: Dated<true> | null;
};

/** All lines by their ids. */
export type PlanState = Table<PlanLineFacts>;

/** Before the first one. */
export const emptyPlan: PlanState = emptyTable;

/** The facts of this feature. */
export type PlanEvent = Recorded & { readonly kind: `plan/${string}` };

const grow = (facts: PlanLineFacts, event: PlanEvent): PlanLineFacts => {
  switch (event.kind) {
    case "plan/line-written@1":
      return {
        ...facts,
        begun: first(facts.begun, dated<string>(event, facts.id)),
        written: newest(facts.written, dated(event, event.body)),
      };
    case "plan/line-removed@1":
      return { ...facts, removed: first(facts.removed, dated<true>(event, true)) };
    default:
      return assertNever(event);
  }
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolvePlan = (state: PlanState, event: PlanEvent): PlanState => {
  const id = event.body.line;
  return withEntry(state, id, grow(entryOf(state, id) ?? { id, begun: null, written: null, removed: null }, event));
};
