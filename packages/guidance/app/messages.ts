/** Says what the app holds in the messages of the guidance protocol. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { contexts, strands, type Context, type Person, type Role, type StepSpec, type Trial } from "@belay/domain";

/** The energy of a day, 0 to 100, or null where it was not said. */
export type DayEnergy = { readonly day: LocalDay; readonly energy: number | null };

/** What the guidance goes by. */
export type Known = {
  readonly today: LocalDay;
  /** The catalogue and the person's own. */
  readonly steps: readonly StepSpec[];
  /** Everybody, also those taken off the circle. */
  readonly people: readonly Person[];
  readonly trials: readonly Trial[];
  /** Newest first, as the domain gives them. */
  readonly checkins: readonly DayEnergy[];
};

/** One message of the protocol. */
export type Message = Readonly<Record<string, unknown>>;

/** Where one meets people of a role. Nobody has a stranger's number. */
export const roleContexts: Readonly<Record<Role, readonly Context[]>> = {
  friend: contexts,
  partner: contexts,
  family: contexts,
  colleague: contexts,
  manager: contexts,
  neighbour: ["in-person", "call", "message"],
  acquaintance: contexts,
  stranger: ["in-person", "call", "online"],
  professional: contexts,
};

/** Where a step can happen; one that names no place can happen anywhere. */
export const placesOf = ({ contexts: named }: Pick<StepSpec, "contexts">): readonly Context[] =>
  named.length === 0 ? contexts : named;

/** Day 0 of the messages: the day of the first thing known, and never after today. */
export const firstDay = ({ today, trials, checkins }: Known): number =>
  [...trials, ...checkins].reduce((first, { day }) => Math.min(first, dayNumber(day)), dayNumber(today));

/** What steps of tries are made of, where the step itself is gone: what they tell of a person must not go with it. */
const goneSteps = ({ steps, trials }: Known) => {
  const known = new Set(steps.map(({ id }) => id));
  return trials
    .filter(({ step }) => !known.has(step))
    .map(({ step: id, ...trial }) => ({ ...trial, id, contexts: [] }));
};

const stepLine = ({ id, strand, difficulty, cost }: Pick<StepSpec, "id" | "strand" | "difficulty" | "cost">) => ({
  id,
  domain: strand,
  difficulty,
  cost,
});

/**
 * The `user` message. Everybody is a role of their own, and no step names any: who may be asked for what is a question
 * of the day (`offer.ts`), and answered anew each time.
 */
export const userMessage = (known: Known): Message => ({
  type: "user",
  day: 0,
  domains: strands,
  contexts,
  steps: [
    ...known.steps.map((step) => ({ ...stepLine(step), needsPerson: step.needsPerson, contexts: placesOf(step) })),
    ...goneSteps(known).map((step) => ({ ...stepLine(step), needsPerson: false, contexts: [] })),
  ],
  people: known.people.map(({ id, trust, comfort, safety }) => ({ id, role: id, trust, comfort, safety })),
  roleContexts: Object.fromEntries(known.people.map(({ id, role }) => [id, roleContexts[role]])),
  intake: {},
});

/** Everybody who was marked or did harm. */
export const markMessages = (people: readonly Person[]): readonly Message[] =>
  people.flatMap(({ id, safety, harmed }) => [
    ...(safety === "unsafe" ? [{ type: "flag", day: 0, person: id, safety }] : []),
    ...(harmed ? [{ type: "harm", day: 0, person: id }] : []),
  ]);

/** The number of a day; one that is dated ahead counts as today, so that nothing known waits for its day. */
const dayAfter = (first: number, today: LocalDay, day: LocalDay): number =>
  Math.min(dayNumber(day), dayNumber(today)) - first;

/** One check-in a day, the newest, oldest day first. */
export const checkinMessages = ({ today, checkins }: Known, first: number): readonly Message[] =>
  [...new Map(checkins.toReversed().map((one) => [dayAfter(first, today, one.day), one.energy]))]
    .toSorted(([a], [b]) => a - b)
    .map(([day, energy]) => ({ type: "checkin", day, energy }));

/** One try a message, in the order given. Where no peak was said, how bad it was stands for it. */
export const tryMessages = ({ today, trials }: Known, first: number): readonly Message[] =>
  trials.map(({ id, day, step, person, context, origin, status, outcome, ...felt }) => ({
    type: "event",
    id,
    day: dayAfter(first, today, day),
    step,
    person,
    context,
    origin,
    status,
    predHelp: felt.predHelp,
    predBad: felt.predBad,
    before: felt.before,
    peak: felt.peak ?? felt.bad,
    after: felt.after,
    bad: felt.bad,
    outcome,
  }));
