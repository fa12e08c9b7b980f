/** Shows people as they are known today. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import type { Safety } from "../events/circle.ts";
import { compareDated } from "../events/dated.ts";
import type { Ring, Role } from "../events/fields.ts";
import { entriesOf, entryOf } from "../events/table.ts";
import type { CircleState, PersonFacts } from "./evolve.ts";

/** One person on the circle. */
export type PersonOnCircle = {
  readonly id: string;
  readonly nickname: string;
  readonly role: Role;
  readonly ring: Ring;
  /** Would they come through, 0 to 100; null when not said. */
  readonly trust: number | null;
  /** How at ease with them, 0 to 100; null when not said. */
  readonly comfort: number | null;
  /** `unsure` until rated. */
  readonly safety: Safety;
  /** Whether harm was ever noted. */
  readonly harmed: boolean;
  readonly removed: boolean;
  readonly addedOn: LocalDay;
  /** Qualities as seen over time, oldest first. */
  readonly observations: readonly Observation[];
  /** The safety questions as answered, oldest first. */
  readonly screens: readonly Screening[];
  /** What went between the two, by its day, oldest first: the person's own note, never counted up. */
  readonly exchanges: readonly Exchange[];
  /** What they can be asked, oldest first. */
  readonly askables: readonly Askable[];
};

/** Something received or given on a day. */
export type Exchange = Omit<BodyOf<"circle/exchanged@1">, "person"> & { readonly id: string };

/** Something that somebody can be asked. */
export type Askable = { readonly id: string; readonly what: string };

/** One quality, seen or missed on a day. */
export type Observation = Omit<BodyOf<"circle/observed@1">, "person"> & { readonly id: string };

/** The safety questions as answered for one strand on a day. */
export type Screening = Omit<BodyOf<"circle/screened@1">, "person"> & { readonly id: string; readonly day: LocalDay };

const show = (facts: PersonFacts): PersonOnCircle | null => {
  const { added, nickname, role, ring } = facts;
  if (added === null || nickname === null || role === null || ring === null) return null;
  return {
    id: facts.id,
    nickname: nickname.value,
    role: role.value,
    ring: ring.value,
    trust: facts.trust?.value ?? null,
    comfort: facts.comfort?.value ?? null,
    safety: facts.safety?.value.safety ?? "unsure",
    harmed: facts.harms.length > 0,
    removed: facts.removed !== null,
    addedOn: added.day,
    observations: facts.observations.map(({ id, value: { quality, seen, on, note } }) => ({
      id,
      quality,
      seen,
      on,
      note,
    })),
    screens: facts.screens.map(({ id, day, value: { strand, depth, answers } }) => ({
      id,
      day,
      strand,
      depth,
      answers,
    })),
    exchanges: facts.exchanges
      .map(({ id, value: { way, what, on } }) => ({ id, way, what, on }))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    askables: facts.askables
      .filter(({ value }) => !facts.notAskable.some((gone) => gone.value === value.askable))
      .map(({ value: { askable, what } }) => ({ id: askable, what })),
  };
};

/** Somebody by id, also when taken off the circle; null when nobody was ever added under it. */
export const viewPerson = (state: CircleState, id: string): PersonOnCircle | null => {
  const facts = entryOf(state, id);
  return facts === null ? null : show(facts);
};

/** Everybody on the circle, in the order they were added. */
export const viewPeople = (state: CircleState): readonly PersonOnCircle[] =>
  entriesOf(state)
    .flatMap((facts) => (facts.added === null || facts.removed !== null ? [] : [{ facts, added: facts.added }]))
    .toSorted((a, b) => compareDated(a.added, b.added))
    .flatMap(({ facts }) => show(facts) ?? []);
