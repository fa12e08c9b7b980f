/** Holds the plain policies that the engine is measured against; all but one see only what an engine sees. */
import { chanceOf, shuffled } from "./chance.ts";
import type { Insight } from "./insight.ts";
import { looks } from "./trial.ts";
import { gapOf, spotOf } from "./mind.ts";
import type { AskMessage, EventMessage, Message, Pick, Seat, Step, UserMessage } from "./messages.ts";

/** A way of choosing. Only the oracle and the self-chooser look into the person (`insight`). */
export interface Policy {
  readonly name: string;
  readonly start: (insight: Insight) => Seat;
}

/** A pick with the step it is of. */
type Option = Pick & { readonly of: Step };

const known = new WeakMap<UserMessage, readonly Option[]>();

/** Every legal pick of that ask, in the order of the catalogue, the circle and the contexts. */
export const legalPicks = (user: UserMessage, ask: AskMessage): readonly Option[] => {
  // What a person could ever pick is worked out once; the bench asks for it on every day of every policy.
  const all = known.get(user) ?? everyPick(user);
  known.set(user, all);
  return all.filter(
    ({ person, context }) => ask.contexts.includes(context) && (person === null || ask.people.includes(person)),
  );
};

const everyPick = (user: UserMessage): readonly Option[] =>
  user.steps.flatMap((of): readonly Option[] => {
    if (!of.needsPerson) return of.contexts.map((context) => ({ step: of.id, person: null, context, of }));
    return user.people
      .filter(({ role }) => of.roles.includes(role))
      .flatMap(({ id, role }) =>
        of.contexts
          .filter((context) => user.roleContexts[role]?.includes(context) ?? false)
          .map((context) => ({ step: of.id, person: id, context, of })),
      );
  });

/** What a plain policy remembers of a person. */
interface Memory {
  readonly user: UserMessage | null;
  readonly barred: ReadonlySet<string>;
  readonly events: readonly EventMessage[];
}

const remembered = (memory: Memory, message: Message): Memory => {
  switch (message.type) {
    case "user": {
      const unsafe = message.people.filter(({ safety }) => safety === "unsafe").map(({ id }) => id);
      return { ...memory, user: message, barred: new Set(unsafe) };
    }
    case "flag":
    case "harm":
      return { ...memory, barred: new Set([...memory.barred, message.person]) };
    case "event": {
      const known = memory.events.some(({ id }) => id === message.id);
      return known ? memory : { ...memory, events: [...memory.events, message] };
    }
    case "checkin":
    case "ask":
    case "end":
      return memory;
  }
};

/** A seat around a choice that is made of what was remembered. */
const seatOf = (choose: (memory: Memory, user: UserMessage, ask: AskMessage) => Pick | null): Seat => {
  let memory: Memory = { user: null, barred: new Set(), events: [] };
  return {
    hear: (message) => {
      memory = remembered(memory, message);
    },
    answer: (ask) => {
      const pick = memory.user === null ? null : choose(memory, memory.user, ask);
      if (pick === null) return { id: ask.id, pick: null };
      return { id: ask.id, pick: { step: pick.step, person: pick.person, context: pick.context } };
    },
  };
};

const kind = (memory: Memory, picks: readonly Option[]): readonly Option[] =>
  picks.filter(({ person }) => person === null || !memory.barred.has(person));

/** Never does anything: the zero of the scale. */
export const rest: Policy = { name: "always rest", start: () => seatOf(() => null) };

/** Any legal pick, whoever it is with. */
export const random: Policy = {
  name: "random legal",
  start: () =>
    seatOf((_, user, ask) => shuffled(chanceOf(user.user, "random", ask.id), legalPicks(user, ask))[0] ?? null),
};

/** What people choose when left alone: what looks easiest, among a handful, never those they marked. */
export const selfChosen: Policy = {
  name: "self-chosen",
  start: ({ human, now }) =>
    seatOf((memory, user, ask) => {
      const { mind, day } = now();
      const chance = chanceOf(user.user, "self", ask.id);
      const seen = kind(memory, shuffled(chance, legalPicks(user, ask)))
        .slice(0, 8)
        .flatMap((pick) => {
          const spot = spotOf(human, pick, day);
          return spot === null ? [] : [{ pick, looks: looks(human, mind, gapOf(human, mind, spot, day)) }];
        });
      return seen.toSorted((a, b) => a.looks - b.looks)[0]?.pick ?? null;
    }),
};

/** How the events of one's own offers moved a level: up after each done, down after avoiding or a high peak. */
const levelAfter = (memory: Memory, start: number, up: number, down: number): number =>
  memory.events.reduce((level, { origin, status, peak }) => {
    if (origin !== "engine" || status === "skipped" || status === "swapped") return level;
    return status === "done" && (peak ?? 0) < 78 ? level + up : level - down;
  }, start);

/** A fixed ladder: by published difficulty, one rung up after a step done, the same again otherwise. */
export const ladder: Policy = {
  name: "fixed ladder",
  start: () =>
    seatOf((memory, user, ask) => {
      const level = levelAfter(memory, 4, 0.9, 0);
      const picks = kind(memory, legalPicks(user, ask));
      return picks.toSorted((a, b) => Math.abs(a.of.difficulty - level) - Math.abs(b.of.difficulty - level))[0] ?? null;
    }),
};

/** A staircase with variety: up 2 after a step done, down 5 after a bad one; the least used near the level. */
export const staircase: Policy = {
  name: "staircase",
  start: () =>
    seatOf((memory, user, ask) => {
      const level = levelAfter(memory, 0.5 * user.intake.selfReach + 8, 2, 5);
      const used = (pick: Pick): number =>
        memory.events
          .slice(-8)
          .reduce(
            (sum, { step, person, context }) =>
              sum +
              (step === pick.step ? 4 : 0) +
              (person === pick.person ? 1 : 0) +
              (context === pick.context ? 1 : 0),
            0,
          );
      const cost = (pick: Option): number => Math.abs(pick.of.difficulty - level) + 2 * used(pick);
      const picks = kind(memory, shuffled(chanceOf(user.user, "stairs", ask.id), legalPicks(user, ask)));
      return picks.toSorted((a, b) => cost(a) - cost(b))[0] ?? null;
    }),
};
