/** Who somebody is at the start: steps, people, settings, and what they said of themselves. */
import { each, isFields, name, names, oneOf, percent, within, type Fields } from "./read.ts";

/** A step of the catalogue. `difficulty` 0-100 as published, `cost` 0-1 for the other, `domain` an index or -1. */
export type Step = {
  readonly id: string;
  readonly index: number;
  readonly domain: number;
  readonly difficulty: number;
  readonly cost: number;
  readonly needsPerson: boolean;
  readonly contexts: readonly string[];
  readonly roles: readonly string[];
};

/** Somebody of the circle. `trust` and `comfort` are 0 to 100. */
export type Someone = {
  readonly id: string;
  readonly index: number;
  readonly role: string;
  readonly trust: number;
  readonly comfort: number;
  readonly safety: "safe" | "unsure" | "unsafe";
};

/** All that is known before the first day. Steps and people are found by id and hold their own index. */
export type Setup = {
  readonly day: number;
  readonly steps: ReadonlyMap<string, Step>;
  readonly people: ReadonlyMap<string, Someone>;
  readonly contexts: ReadonlyMap<string, number>;
  readonly domains: readonly string[];
  readonly roleContexts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly selfReach: number | null;
  readonly ratings: readonly { readonly step: string; readonly hard: number }[];
};

/** More of these than anybody has; what lies beyond is left out. */
const most = { steps: 2000, people: 200, contexts: 12, domains: 12 };

const stepIn = (fields: Fields, domains: readonly string[]): Omit<Step, "index"> | null => {
  const id = name(fields["id"]);
  const difficulty = percent(fields["difficulty"]);
  if (id === null || difficulty === null) return null;
  return {
    id,
    difficulty,
    domain: domains.indexOf(name(fields["domain"]) ?? ""),
    cost: within(fields["cost"], 0, 1) ?? 0.45,
    needsPerson: fields["needsPerson"] === true,
    contexts: names(fields["contexts"]),
    roles: names(fields["roles"]),
  };
};

/** A safety mark that cannot be read counts as unsure: never as safe. */
const someoneIn = (fields: Fields): Omit<Someone, "index"> | null => {
  const id = name(fields["id"]);
  if (id === null) return null;
  return {
    id,
    role: name(fields["role"]) ?? "",
    trust: percent(fields["trust"]) ?? 50,
    comfort: percent(fields["comfort"]) ?? 50,
    safety: oneOf(fields["safety"], ["safe", "unsure", "unsafe"]) ?? "unsure",
  };
};

/** By id, each with its index; of two with one id the first stands. */
const numbered = <T extends { readonly id: string }>(list: readonly T[], limit: number) => {
  const map = new Map<string, T & { readonly index: number }>();
  for (const one of list) {
    if (!map.has(one.id) && map.size < limit) map.set(one.id, { ...one, index: map.size });
  }
  return map;
};

const roleContextsIn = (value: unknown): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(isFields(value) ? Object.entries(value).map(([role, list]) => [role, new Set(names(list))]) : []);

/** Reads a `user` message. What makes no sense is left out; the rest stands. */
export const setupIn = (fields: Fields, day: number): Setup => {
  const intake = isFields(fields["intake"]) ? fields["intake"] : {};
  const domains = names(fields["domains"]).slice(0, most.domains);
  return {
    day,
    domains,
    steps: numbered(
      each(fields["steps"], (one) => stepIn(one, domains)),
      most.steps,
    ),
    people: numbered(each(fields["people"], someoneIn), most.people),
    contexts: new Map(
      names(fields["contexts"])
        .slice(0, most.contexts)
        .map((context, index) => [context, index]),
    ),
    roleContexts: roleContextsIn(fields["roleContexts"]),
    selfReach: percent(intake["selfReach"]),
    ratings: each(intake["ratings"], (one) => {
      const step = name(one["step"]);
      const hard = percent(one["hard"]);
      return step === null || hard === null ? null : { step, hard };
    }),
  };
};
