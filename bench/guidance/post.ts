/** Carries a person's messages to the policy: at once, late, twice or never. */
import { chanceOf, happens } from "./chance.ts";
import type { Human } from "./human.ts";
import type { EventMessage, Message } from "./messages.ts";

/** A message and the day on which it arrives. */
export interface Letter {
  readonly day: number;
  readonly message: Message;
}

/** When an event arrives, if it does: mostly the same day; copies carry the same id. */
export const lettersOf = (human: Human, event: EventMessage): readonly Letter[] => {
  const chance = chanceOf(human.id, "post", event.id);
  const { lost, late, twice } = human.world;
  const [gone, delayed, copied] = [happens(chance, lost), happens(chance, late), happens(chance, twice)];
  const [delay, again] = [1 + Math.floor(5 * chance()), Math.floor(4 * chance())];
  if (gone) return [];
  const day = event.day + (delayed ? delay : 0);
  const first = { day, message: event };
  return copied ? [first, { day: day + again, message: event }] : [first];
};

/** What others do later: harm in 3 to 13 days; a mark by the user the day after a hurtful answer. */
export const aftermath = (human: Human, event: EventMessage, harmful: boolean): readonly Letter[] => {
  if (event.person === null) return [];
  const chance = chanceOf(human.id, "aftermath", event.id);
  const [later, marks] = [3 + Math.floor(11 * chance()), happens(chance, human.world.marks)];
  const { user, person } = { user: human.id, person: event.person };
  const harm: Letter = { day: event.day + later, message: { type: "harm", user, day: event.day + later, person } };
  const flag: Letter = {
    day: event.day + 1,
    message: { type: "flag", user, day: event.day + 1, person, safety: "unsafe" },
  };
  return [...(harmful ? [harm] : []), ...(event.outcome === "hurtful" && marks ? [flag] : [])];
};
