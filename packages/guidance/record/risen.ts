/** Says how likely it is that reach has risen, worked out a few days at a time. */
import { dayNumber } from "@belay/basics";
import type { Trial } from "@belay/domain";
import {
  checkinMessages,
  firstDay,
  markMessages,
  tryMessages,
  userMessage,
  type Known,
  type Message,
} from "../app/messages.ts";
import { answerTo, heard, newPlayer, type Band, type Player } from "../protocol.ts";

/** Where reach stands (0 to 100, with its 90 % interval), and the chance, 0 to 1, that it is higher than 28 days ago. */
export type Risen = {
  readonly reach: Band;
  readonly chance: number;
  /** Tries that told how bad they were: what it rests on. */
  readonly tries: number;
};

/** How many messages are heard between two pauses. */
const few = 20;

const dayIn = (message: Message): number => (typeof message["day"] === "number" ? message["day"] : 0);

const ask = (player: Player, day: number) => answerTo(player, { type: "ask", id: 0, day, people: [], contexts: [] });

/** The first try of each step: of a step that is gone from the catalogue, one tells all that can be known. */
const oneByStep = (trials: readonly Trial[]): readonly Trial[] => [
  ...new Map(trials.toReversed().map((trial) => [trial.step, trial])).values(),
];

/**
 * The estimate as of `known.today`; null where there is no step to reckon with. The generator yields where whoever draws
 * a screen may pause: what was folded so far is remembered by the player, since all is heard in the order of days.
 */
export const risenInPieces = function* (known: Known): Generator<undefined, Risen | null> {
  const first = firstDay(known);
  const today = dayNumber(known.today) - first;
  const about = userMessage({ ...known, trials: oneByStep(known.trials) });
  let player = [about, ...markMessages(known.people)].reduce<Player>(heard, newPlayer);
  yield;
  const told = [...checkinMessages(known, first), ...tryMessages(known, first)].toSorted((a, b) => dayIn(a) - dayIn(b));
  yield;
  for (let at = 0; at < told.length; at += few) {
    const some = told.slice(at, at + few);
    player = some.reduce<Player>(heard, player);
    ask(player, Math.max(0, ...some.map(dayIn)));
    yield;
  }
  const est = ask(player, today)?.est;
  if (est === undefined) return null;
  const tries = known.trials.filter(({ bad, peak }) => bad !== null || peak !== null).length;
  return { reach: est.reach, chance: est.trend28, tries };
};
