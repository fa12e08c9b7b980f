/** Folds what is known of people. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, insertDated, newest, type Dated } from "../events/dated.ts";
import type { Ring, Role } from "../events/fields.ts";
import type { Recorded } from "../events/order.ts";
import { emptyTable, entryOf, withEntry, type Table } from "../events/table.ts";

/**
 * All that is known of one person: one register a field, and lists in the log's order. It exists from the first fact
 * about somebody, even if the fact that adds them has not arrived yet, so that a warning is never lost.
 */
export type PersonFacts = {
  readonly id: string;
  /** Its value is the id, so that two people put on in one place by a broken writer have one order. */
  readonly added: Dated<string> | null;
  readonly removed: Dated<true> | null;
  readonly nickname: Dated<string> | null;
  readonly role: Dated<Role> | null;
  readonly ring: Dated<Ring> | null;
  readonly trust: Dated<number | null> | null;
  readonly comfort: Dated<number | null> | null;
  readonly safety: Dated<BodyOf<"circle/safety-rated@1">> | null;
  readonly harms: readonly Dated<BodyOf<"circle/harm-noted@1">>[];
  readonly observations: readonly Dated<BodyOf<"circle/observed@1">>[];
  readonly screens: readonly Dated<BodyOf<"circle/screened@1">>[];
  readonly exchanges: readonly Dated<BodyOf<"circle/exchanged@1">>[];
  readonly askables: readonly Dated<BodyOf<"circle/askable-added@1">>[];
  readonly notAskable: readonly Dated<string>[];
};

/** Everybody a fact was recorded about. */
export type CircleState = Table<PersonFacts>;

/** Before the first one. */
export const emptyCircle: CircleState = emptyTable;

/** The facts of this feature. */
export type CircleEvent = Recorded & { readonly kind: `circle/${string}` };

const nobody = (id: string): PersonFacts => ({
  id,
  added: null,
  removed: null,
  nickname: null,
  role: null,
  ring: null,
  trust: null,
  comfort: null,
  safety: null,
  harms: [],
  observations: [],
  screens: [],
  exchanges: [],
  askables: [],
  notAskable: [],
});

const changed = (facts: PersonFacts, event: Recorded & { readonly kind: "circle/changed@1" }): PersonFacts => {
  const { nickname, role, ring, trust, comfort } = event.body;
  return {
    ...facts,
    nickname: nickname === null ? facts.nickname : newest(facts.nickname, dated(event, nickname)),
    role: role === null ? facts.role : newest(facts.role, dated(event, role)),
    ring: ring === null ? facts.ring : newest(facts.ring, dated(event, ring)),
    trust: trust === null ? facts.trust : newest(facts.trust, dated<number | null>(event, trust)),
    comfort: comfort === null ? facts.comfort : newest(facts.comfort, dated<number | null>(event, comfort)),
  };
};

const added = (facts: PersonFacts, event: Recorded & { readonly kind: "circle/added@1" }): PersonFacts => ({
  ...facts,
  added: first(facts.added, dated<string>(event, event.body.person)),
  nickname: newest(facts.nickname, dated(event, event.body.nickname)),
  role: newest(facts.role, dated(event, event.body.role)),
  ring: newest(facts.ring, dated(event, event.body.ring)),
  trust: newest(facts.trust, dated(event, event.body.trust)),
  comfort: newest(facts.comfort, dated(event, event.body.comfort)),
});

const grow = (facts: PersonFacts, event: CircleEvent): PersonFacts => {
  switch (event.kind) {
    case "circle/added@1":
      return added(facts, event);
    case "circle/changed@1":
      return changed(facts, event);
    case "circle/removed@1":
      return { ...facts, removed: first(facts.removed, dated<true>(event, true)) };
    case "circle/observed@1":
      return { ...facts, observations: insertDated(facts.observations, dated(event, event.body)) };
    case "circle/safety-rated@1":
      return { ...facts, safety: newest(facts.safety, dated(event, event.body)) };
    case "circle/harm-noted@1":
      return { ...facts, harms: insertDated(facts.harms, dated(event, event.body)) };
    case "circle/screened@1":
      return { ...facts, screens: insertDated(facts.screens, dated(event, event.body)) };
    case "circle/exchanged@1":
      return { ...facts, exchanges: insertDated(facts.exchanges, dated(event, event.body)) };
    case "circle/askable-added@1":
      return { ...facts, askables: insertDated(facts.askables, dated(event, event.body), (one) => one.value.askable) };
    case "circle/askable-removed@1":
      return { ...facts, notAskable: insertDated(facts.notAskable, dated(event, event.body.askable)) };
    default:
      return assertNever(event);
  }
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveCircle = (state: CircleState, event: CircleEvent): CircleState => {
  const id = event.body.person;
  return withEntry(state, id, grow(entryOf(state, id) ?? nobody(id), event));
};
