/** Folds asks: prepared, sent, answered, closed. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/** All that is known of one ask. Answers are in the log's order, one for each reply. */
export type AskFacts = {
  readonly id: string;
  readonly prepared: Dated<BodyOf<"asks/prepared@1">> | null;
  readonly sent: Dated<BodyOf<"asks/sent@1">> | null;
  readonly closed: Dated<true> | null;
  readonly answers: readonly Dated<BodyOf<"asks/answered@1">>[];
};

/** All asks by id. */
export type AsksState = Table<AskFacts>;

/** Before the first one. */
export const emptyAsks: AsksState = emptyTable;

/** The facts of this feature. */
export type AsksEvent = Recorded & { readonly kind: `asks/${string}` };

const grow = (facts: AskFacts, event: AsksEvent): AskFacts => {
  switch (event.kind) {
    case "asks/prepared@1":
      return { ...facts, prepared: first(facts.prepared, dated(event, event.body)) };
    case "asks/sent@1":
      return { ...facts, sent: first(facts.sent, dated(event, event.body)) };
    case "asks/closed@1":
      return { ...facts, closed: first(facts.closed, dated<true>(event, true)) };
    case "asks/answered@1": {
      const answers = insertDated(facts.answers, dated(event, event.body), (entry) => entry.value.reply);
      return { ...facts, answers };
    }
    default:
      return assertNever(event);
  }
};

/** The state with `event`, in whatever order it comes and however often. Two devices may both fetch one reply. */
export const evolveAsks = (state: AsksState, event: AsksEvent): AsksState => {
  const id = event.body.ask;
  const facts = entryOf(state, id) ?? { id, prepared: null, sent: null, closed: null, answers: [] };
  return withEntry(state, id, grow(facts, event));
};
