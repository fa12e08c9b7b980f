/** Shows what is being carried and what was decided about it. */
import type { LocalDay } from "@belay/basics";
import { compareDated } from "../events/dated.ts";
import { newestFirst, type Entry } from "../events/entries.ts";
import type { BodyOf } from "../events/catalogue.ts";
import type { LoadChoice, LoadKind } from "../events/load.ts";
import { entriesOf } from "../events/table.ts";
import type { LoadFacts, LoadState } from "./evolve.ts";

/** One decision about one load. */
export type LoadDecision = {
  readonly choice: LoadChoice;
  readonly why: string;
  /** What would be good enough, in the person's own words; may be empty. */
  readonly enough: string;
  readonly day: LocalDay;
};

/** One thing that is carried. */
export type Load = {
  readonly id: string;
  readonly title: string;
  readonly sort: LoadKind;
  readonly addedOn: LocalDay;
  /** The newest decision; null while there is none. */
  readonly decision: LoadDecision | null;
  /** All of them, oldest first. */
  readonly decisions: readonly LoadDecision[];
  /** Steps taken up for it, oldest first. */
  readonly experiments: readonly string[];
  /** The day it was put down; null while it is carried. */
  readonly putDownOn: LocalDay | null;
};

const show = (facts: LoadFacts): readonly Load[] => {
  if (facts.added === null) return [];
  const decisions = facts.decisions.map(({ value: { choice, why, enough }, day }) => ({ choice, why, enough, day }));
  return [
    {
      id: facts.id,
      title: facts.added.value.title,
      sort: facts.added.value.sort,
      addedOn: facts.added.day,
      decision: decisions.at(-1) ?? null,
      decisions,
      experiments: [...new Set(facts.linked.map(({ value }) => value.experiment))],
      putDownOn: facts.putDown?.day ?? null,
    },
  ];
};

/** Everything that was ever carried, in the order it was added. */
export const viewLoads = (state: LoadState): readonly Load[] =>
  entriesOf(state.loads)
    .flatMap((facts) => (facts.added === null ? [] : [{ facts, added: facts.added }]))
    .toSorted((a, b) => compareDated(a.added, b.added))
    .flatMap(({ facts }) => show(facts));

/** How much resentment was noted, newest first. */
export const viewResentment = (state: LoadState): readonly Entry<BodyOf<"load/resentment-noted@1">>[] =>
  newestFirst(state.resentment);

/** A limit with oneself that stands. */
export type Limit = { readonly id: string; readonly text: string; readonly day: LocalDay };

/** Limits that stand, in the order they were set. */
export const viewLimits = (state: LoadState): readonly Limit[] =>
  entriesOf(state.limits)
    .flatMap(({ id, set, dropped }) => (set === null || dropped !== null ? [] : [{ id, set }]))
    .toSorted((a, b) => compareDated(a.set, b.set))
    .map(({ id, set }) => ({ id, text: set.value.text, day: set.day }));
