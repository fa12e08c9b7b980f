/** Gathers what a look back tells: what was tried, what came, what was learnt, what moved, who was there. */
import type { LocalDay } from "@belay/basics";
import {
  beliefs,
  experiments,
  keptFrom,
  loads,
  people,
  trials,
  type Belief,
  type Experiment,
  type State,
  type Trial,
} from "@belay/domain";
import { evidence } from "@belay/guidance";
import { sorted, type Kind, type Sorted } from "../evidence/came-back.ts";
import { comparePairs } from "../evidence/figures.ts";
import { countFeared } from "../evidence/thing-card.tsx";

/** Months that are drawn at most, the newest ones. */
const mostMonths = 12;

/** Counts of what came back; they add up to all tries. */
export interface Came {
  /** In full or in part. */
  readonly yes: number;
  readonly no: number;
  readonly silence: number;
  readonly hurtful: number;
  /** Open, not carried out, or done with nothing to answer. */
  readonly other: number;
}

/** How many of each; a no, silence and harm are counted apart and never left out. */
export const cameOf = (all: readonly Pick<Sorted, "kind">[]): Came => {
  const count = (...kinds: readonly Kind[]): number => all.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    yes: count("yes", "partly"),
    no: count("no"),
    silence: count("silence"),
    hurtful: count("hurtful"),
    other: count("open", "done", "undone"),
  };
};

/** The month of a day, as `YYYY-MM`. */
const monthOf = (day: string): string => day.slice(0, 7);

/** The month after one. */
const after = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = number === 12 ? { year: year + 1, number: 1 } : { year, number: number + 1 };
  return `${String(next.year).padStart(4, "0")}-${String(next.number).padStart(2, "0")}`;
};

/** Tries by month, oldest first and at most twelve; a month without any stands there too. */
export const byMonth = (days: readonly string[]): readonly { readonly month: string; readonly count: number }[] => {
  const months = days.map(monthOf).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: { readonly month: string; readonly count: number }[] = [];
  for (let month = first; month <= last; month = after(month)) {
    all.push({ month, count: months.filter((one) => one === month).length });
    if (all.length > mostMonths) all.shift();
  }
  return all;
};

/** What somebody wrote down as learnt, newest first. */
export const learntOf = (
  all: readonly Experiment[],
): readonly { readonly id: string; readonly text: string; readonly day: LocalDay; readonly title: string }[] =>
  all
    .flatMap(({ id, plan, outcome }) =>
      outcome === null || outcome.learnt.trim() === ""
        ? []
        : [{ id, text: outcome.learnt.trim(), day: outcome.day, title: plan.title }],
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));

/** A belief with its first and its newest strength, where they differ; weaker and stronger alike. */
export interface Moved {
  readonly belief: Belief;
  readonly from: number;
  readonly to: number;
}

/** In the order given: neither direction comes first. */
export const movedOf = (all: readonly Belief[]): readonly Moved[] =>
  all.flatMap((belief) => {
    const [first, last] = [belief.ratings[0], belief.ratings.at(-1)];
    return first === undefined || last === undefined || first.strength === last.strength
      ? []
      : [{ belief, from: first.strength, to: last.strength }];
  });

/** Ids of those a yes came from, in full or in part, also where nobody had to answer: it was done with them. */
const leanedOn = (all: readonly Sorted[]): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ kind, trial }: { readonly kind: Kind; readonly trial: Trial }) =>
      trial.person !== null && ["yes", "partly", "done"].includes(kind) ? [trial.person] : [],
    ),
  );

/** Everything a look back tells. */
export interface Looking {
  readonly tries: number;
  /** The day of the first try; null before it. */
  readonly since: LocalDay | null;
  readonly came: Came;
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** How bad it was feared to be, and felt. */
  readonly felt: { readonly n: number; readonly less: number; readonly more: number; readonly same: number };
  /** Whether what was feared happened. */
  readonly feared: ReturnType<typeof countFeared>;
  readonly learnt: ReturnType<typeof learntOf>;
  readonly moved: readonly Moved[];
  /** By the alphabet, never by how often; nobody taken off, or not safe by what was said. */
  readonly names: readonly string[];
  readonly putDown: readonly { readonly id: string; readonly title: string; readonly day: LocalDay }[];
}

/** Reads it from the record; `catalogue` holds the ids of the common beliefs. */
export const looking = (state: State, catalogue: readonly string[]): Looking => {
  const tried = trials(state);
  const all = experiments(state);
  const back = sorted(tried, all);
  const { pairs } = evidence(tried);
  const leaned = leanedOn(back);
  return {
    tries: tried.length,
    since: tried.map(({ day }) => day).toSorted()[0] ?? null,
    came: cameOf(back),
    months: byMonth(tried.map(({ day }) => day)),
    felt: { n: pairs.length, ...comparePairs(pairs) },
    feared: countFeared(all),
    learnt: learntOf(all),
    moved: movedOf(beliefs(state, catalogue)),
    names: people(state)
      .filter((person) => leaned.has(person.id) && !keptFrom(person))
      .map(({ nickname }) => nickname)
      .toSorted((a, b) => a.localeCompare(b)),
    putDown: loads(state).flatMap(({ id, title, putDownOn }) =>
      putDownOn === null ? [] : [{ id, title, day: putDownOn }],
    ),
  };
};
