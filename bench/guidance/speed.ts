/** Times the engine on a long log: loading it all and choosing, then one more event and choosing again. */
import { chanceOf } from "./chance.ts";
import { humanOf } from "./human.ts";
import { lifeOf } from "./life.ts";
import type { AskMessage, Message } from "./messages.ts";
import { random } from "./policies.ts";
import type { World } from "./worlds.ts";
import { answerTo, heard, newPlayer } from "../../packages/guidance/protocol.ts";

/** Milliseconds of each repetition. */
export interface Speed {
  readonly events: number;
  readonly load: readonly number[];
  readonly append: readonly number[];
}

/** One person's messages, repeated with new ids and days until there are `events` events; the last ask apart. */
export const longLog = (
  world: World,
  events: number,
): { readonly log: readonly Message[]; readonly ask: AskMessage } => {
  const life = lifeOf(humanOf(world, 0));
  const seat = random.start(life.insight);
  const log: Message[] = [];
  let ask: AskMessage = { type: "ask", id: 0, user: "", day: 0, people: [], contexts: [] };
  let turn = life.days.next(undefined);
  while (turn.done !== true) {
    const message = turn.value;
    if (message.type === "ask") ask = message;
    else if (message.type !== "end") log.push(message);
    if (message.type === "ask") turn = life.days.next(seat.answer(message));
    else {
      seat.hear(message);
      turn = life.days.next(undefined);
    }
  }
  const [first, ...rest] = log;
  const days = ask.day + 1;
  const per = rest.filter(({ type }) => type === "event").length;
  const rounds = Array.from({ length: Math.ceil(events / per) }, (_, round) =>
    rest.flatMap((message): readonly Message[] => {
      switch (message.type) {
        case "event":
          return [{ ...message, id: `${message.id}-${round}`, day: message.day + round * days }];
        case "checkin":
          return [{ ...message, day: message.day + round * days }];
        case "flag":
        case "harm":
        case "user":
        case "ask":
        case "end":
          return [];
      }
    }),
  ).flat();
  const last = rounds.at(-1);
  const day = last !== undefined && "day" in last ? last.day + 1 : 0;
  return { log: first === undefined ? rounds : [first, ...rounds], ask: { ...ask, day } };
};

const timed = (act: () => void): number => {
  const from = performance.now();
  act();
  return performance.now() - from;
};

/** Times `rounds` loads of `events` events, and `rounds` single events after one load. */
export const speedOf = (world: World, events: number, rounds: number): Speed => {
  const { log, ask } = longLog(world, events);
  const load = (): ReturnType<typeof heard> => log.reduce(heard, newPlayer);
  const loads = Array.from({ length: rounds }, () => timed(() => void answerTo(load(), ask)));
  let player = load();
  answerTo(player, ask);
  const like = log.findLast(({ type }) => type === "event");
  const chance = chanceOf("speed");
  const appends = Array.from({ length: rounds * 10 }, (_, i) => {
    const next = { ...like, id: `more-${i}`, day: ask.day + i, peak: Math.floor(chance() * 100) };
    return timed(() => {
      player = heard(player, next);
      answerTo(player, { ...ask, id: i, day: ask.day + i });
    });
  });
  return { events: log.filter(({ type }) => type === "event").length, load: loads, append: appends };
};
