/** Joins the circle with what asks tell about people. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import { stopFor, type Stop } from "./circle/screen.ts";
import { viewPeople, viewPerson, type PersonOnCircle } from "./circle/view.ts";
import type { Strand } from "./events/fields.ts";
import { experiments, type Experiment } from "./experiments.ts";
import type { State } from "./state.ts";

/** One person, and until when (that day included) they asked to be left out; null when they did not. */
export type Person = PersonOnCircle & { readonly restUntil: LocalDay | null };

/** "Not this month", said once, holds for this many days. */
const monthDays = 30;

/** The last day that `LocalDay` can name: 9999-12-31. */
const lastDayNumber = 2_932_896;

const later = (a: LocalDay | null, b: LocalDay): LocalDay => (a === null || b > a ? b : a);

const restDays = (list: readonly Experiment[]): ReadonlyMap<string, LocalDay> => {
  const until = new Map<string, LocalDay>();
  for (const { person, answers } of list) {
    if (person === null) continue;
    for (const { notThisMonth, day } of answers) {
      if (!notThisMonth) continue;
      const end = addDays(day, Math.min(monthDays, lastDayNumber - dayNumber(day)));
      until.set(person, later(until.get(person) ?? null, end));
    }
  }
  return until;
};

/** Everybody on the circle, in the order they were added. `all` are the experiments, where they are known already. */
export const people = (state: State, all: readonly Experiment[] = experiments(state)): readonly Person[] => {
  const until = restDays(all);
  return viewPeople(state.circle).map((one) => ({ ...one, restUntil: until.get(one.id) ?? null }));
};

/** Somebody by id, also when taken off the circle (`removed`); null when nobody was ever added under it. */
export const person = (state: State, id: string): Person | null => {
  const found = viewPerson(state.circle, id);
  return found === null ? null : { ...found, restUntil: restDays(experiments(state)).get(id) ?? null };
};

/**
 * Whether the newest safety questions were answered with “they hurt, threatened, mocked or controlled me” or “they used
 * what I told”. Both are about the person, whatever is asked of them (`safety.md` 4.3).
 */
export const saidToHurt = ({ screens }: Pick<PersonOnCircle, "screens">): boolean => {
  const newest = screens.at(-1)?.answers;
  return newest?.hurt === "yes" || newest?.used === "yes";
};

/** Whether no step of any kind goes to somebody: flagged unsafe, harm was noted, or the questions said so. */
export const keptFrom = (person: Pick<PersonOnCircle, "safety" | "harmed" | "screens">): boolean =>
  person.safety === "unsafe" || person.harmed || saidToHurt(person);

/** Whether somebody is on the circle, and safe by all that was said: the app brings up nobody else by itself. */
export const welcome = (state: State, id: string): boolean => {
  const found = viewPerson(state.circle, id);
  return found !== null && !found.removed && !keptFrom(found);
};

/** What stands before a step of `strand` with somebody; `large` for telling something larger about oneself. */
export const stopsFor = (state: State, personId: string, strand: Strand, large: boolean): Stop =>
  stopFor(state.circle, personId, strand, large);

/** Whether somebody was ever asked how it was to be asked: it is not repeated with the same person. */
export const askedHowItWas = (state: State, personId: string): boolean =>
  experiments(state).some((one) => one.person === personId && one.asks.some((ask) => ask.link?.howItWas === true));

/** Whom the newest experiment with somebody of the circle is about, whatever came of it; null before the first. */
export const lastPerson = (state: State): string | null =>
  experiments(state).find((one) => one.person !== null)?.person ?? null;
