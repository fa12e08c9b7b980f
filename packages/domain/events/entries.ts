/** Plain lists of facts of one kind: each counts once, in the log's order. */
import type { LocalDay } from "@belay/basics";
import { compareDated, dated, first, type Dated } from "./dated.ts";
import type { Hlc, Recorded } from "./order.ts";
import { emptyTable, entriesOf, entryOf, withEntry, type Table } from "./table.ts";

/** Facts by their event's id. */
export type Entries<Body> = Table<Dated<Body>>;

/** A fact as it is shown: its body, its own id, its day and its place. */
export type Entry<Body> = Body & { readonly id: string; readonly day: LocalDay; readonly at: Hlc };

/** Before the first one. */
export const noEntries: Entries<never> = emptyTable;

/** The list with one more; the same event twice counts once. */
export const withFact = <Body>(entries: Entries<Body>, event: Recorded, body: Body): Entries<Body> =>
  withEntry(entries, event.id, first(entryOf(entries, event.id), dated(event, body)));

/** All of them, oldest first. */
export const oldestFirst = <Body extends object>(entries: Entries<Body>): readonly Entry<Body>[] =>
  entriesOf(entries)
    .toSorted(compareDated)
    .map((entry) => ({ ...entry.value, id: entry.id, day: entry.day, at: entry.at }));

/** All of them, newest first. */
export const newestFirst = <Body extends object>(entries: Entries<Body>): readonly Entry<Body>[] =>
  oldestFirst(entries).toReversed();
