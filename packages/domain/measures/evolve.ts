/** Folds measures: what was answered is kept, the newest choice of what to be asked stands. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, newest, type Dated } from "../events/dated.ts";
import { noEntries, withFact, type Entries } from "../events/entries.ts";
import type { Recorded } from "../events/order.ts";

/** All sittings, weeks, rounds and lists that were brought along, by their event's id; null before any choice. */
export type MeasuresState = {
  readonly answered: Entries<BodyOf<"measures/answered@1">>;
  readonly counted: Entries<BodyOf<"measures/counted@1">>;
  readonly sources: Entries<BodyOf<"measures/sources-rated@1">>;
  readonly imported: Entries<BodyOf<"measures/imported@1">>;
  readonly chosen: Dated<BodyOf<"measures/chosen@1">> | null;
};

/** Before the first one. */
export const emptyMeasures: MeasuresState = {
  answered: noEntries,
  counted: noEntries,
  sources: noEntries,
  imported: noEntries,
  chosen: null,
};

/** The facts of this feature. */
export type MeasuresEvent = Recorded & { readonly kind: `measures/${string}` };

/** The state with `event`, in whatever order it comes and however often. */
export const evolveMeasures = (state: MeasuresState, event: MeasuresEvent): MeasuresState => {
  switch (event.kind) {
    case "measures/answered@1":
      return { ...state, answered: withFact(state.answered, event, event.body) };
    case "measures/counted@1":
      return { ...state, counted: withFact(state.counted, event, event.body) };
    case "measures/sources-rated@1":
      return { ...state, sources: withFact(state.sources, event, event.body) };
    case "measures/imported@1":
      return { ...state, imported: withFact(state.imported, event, event.body) };
    case "measures/chosen@1":
      return { ...state, chosen: newest(state.chosen, dated(event, event.body)) };
    default:
      return assertNever(event);
  }
};
