/** Plays people with a policy in process, as many as asked for. */
import { newPlayer, answerTo, heard } from "../../packages/guidance/protocol.ts";
import { humanOf, type Human } from "./human.ts";
import { lifeOf, type Life } from "./life.ts";
import type { Message, Seat } from "./messages.ts";
import { oracle } from "./oracle.ts";
import { ladder, random, rest, selfChosen, staircase, type Policy } from "./policies.ts";
import type { Tally } from "./tally.ts";
import type { World } from "./worlds.ts";

/** The package under test, one state for one person. */
export const engine: Policy = {
  name: "engine",
  start: () => {
    let player = newPlayer;
    return {
      hear: (message) => {
        player = heard(player, message);
      },
      answer: (ask) => answerTo(player, ask),
    };
  },
};

/** Every policy of the tables, the zero first and the one last. */
export const policies: readonly Policy[] = [rest, random, selfChosen, ladder, staircase, engine, oracle];

/** Lets a life run against a seat to its end. */
export const playLife = (life: Life, seat: Seat): Tally => {
  let turn = life.days.next(undefined);
  while (turn.done !== true) {
    const message: Message = turn.value;
    if (message.type === "ask") turn = life.days.next(seat.answer(message));
    else {
      seat.hear(message);
      turn = life.days.next(undefined);
    }
  }
  return turn.value;
};

/** The tally of a person with that policy. */
export const playHuman = (human: Human, policy: Policy): Tally => {
  const life = lifeOf(human);
  return playLife(life, policy.start(life.insight));
};

/** The tally of the person of that number with that policy. */
export const play = (world: World, at: number, policy: Policy): Tally => playHuman(humanOf(world, at), policy);
