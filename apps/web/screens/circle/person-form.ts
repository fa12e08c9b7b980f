/** Knows what the form about a person holds, and what is still missing. */
import { rings, roles, type Ring, type Role } from "@belay/domain";

/** The form; `type` so that it is a flat draft. Role and ring are texts, because a draft comes back as text. */
export type PersonForm = {
  readonly nickname: string;
  readonly role: string | null;
  readonly ring: string | null;
};

/** Nothing typed yet. */
export const emptyPerson: PersonForm = { nickname: "", role: null, ring: null };

/** What a form says once it is complete. */
export interface CompletePerson {
  readonly nickname: string;
  readonly role: Role;
  readonly ring: Ring;
}

/** The role of that name, or null. */
export const roleOf = (text: string | null): Role | null => roles.find((role) => role === text) ?? null;

/** The ring of that name, or null. */
export const ringOf = (text: string | null): Ring | null => rings.find((ring) => ring === text) ?? null;

/** The complete form, or null while something is missing. */
export const complete = (form: PersonForm): CompletePerson | null => {
  const nickname = form.nickname.trim();
  const role = roleOf(form.role);
  const ring = ringOf(form.ring);
  return nickname === "" || role === null || ring === null ? null : { nickname, role, ring };
};
