/** Puts the people for a step in order, and reads the form that adds another. */
import { keptFrom, roles, type Command, type Person, type Role, type StepSpec, type Stop } from "@belay/domain";

/** The form. `pick` is a person's id, `other` for somebody new, or empty. */
export type WhoForm = { readonly pick: string; readonly nickname: string; readonly role: string };

/** Nothing chosen. */
export const emptyWho: WhoForm = { pick: "", nickname: "", role: "" };

/** The value of `pick` for somebody new: no id of the log is that short. */
export const someoneNew = "+";

/** Somebody who can be chosen, and what is said beside the name. */
export interface Candidate {
  readonly person: Person;
  /** What stands before a step of this strand with them. */
  readonly stop: Stop;
  /** Whether the newest step was with them. */
  readonly last: boolean;
}

/**
 * Those who fit the step's roles first, whoever was asked last behind them; people no step goes to are not listed at all.
 * People whose answers said no are listed and say so: leaving them out without a word would look like a mistake.
 */
export const candidates = (
  people: readonly Person[],
  step: StepSpec,
  stopOf: (person: string) => Stop,
  lastPerson: string | null,
): readonly Candidate[] => {
  const fits = (person: Person): number => (step.roles.length === 0 || step.roles.includes(person.role) ? 0 : 2);
  return people
    .map((person) => ({ person, stop: stopOf(person.id), last: person.id === lastPerson }))
    .filter(({ stop, person }) => stop !== "unsafe" && !keptFrom(person))
    .toSorted((a, b) => fits(a.person) + Number(a.last) - (fits(b.person) + Number(b.last)));
};

/** Roles offered for somebody new: those of the step, or all but strangers where it names none. */
export const rolesFor = (step: StepSpec): readonly Role[] =>
  step.roles.length > 0
    ? roles.filter((role) => step.roles.includes(role))
    : roles.filter((role) => role !== "stranger");

/** The command that adds somebody new, or null while a field is missing. They start in the middle ring. */
export const addCommand = (form: WhoForm): Extract<Command, { kind: "circle/add" }> | null => {
  const nickname = form.nickname.trim();
  const role = roles.find((known) => known === form.role);
  if (nickname === "" || role === undefined) return null;
  return { kind: "circle/add", nickname, role, ring: "near", trust: null, comfort: null };
};
