/** Keeps what is believed about the person as of a day, and hears only what is new where it can. */
import { dayNumber } from "@belay/basics";
import { advance, copyFolded, type Folded } from "../model/fold.ts";
import { foldedOf } from "../model/memory.ts";
import type { Setup } from "../model/setup.ts";
import { heard, newPlayer, type Player } from "../protocol.ts";
import {
  checkinMessages,
  firstDay,
  markMessages,
  tryMessages,
  userMessage,
  type Known,
  type Message,
} from "./messages.ts";

/** All that is believed as of a day; an immutable value, to be asked and never looked into. */
export type Guided = {
  readonly known: Known;
  /** Who the person is, in text; where it changes, everything is heard anew. */
  readonly about: string;
  /** What was heard, in text. */
  readonly checkins: readonly string[];
  readonly tries: readonly string[];
  readonly player: Player;
  /** Null where there is no step at all. As of today; nothing changes it any more. */
  readonly belief: { readonly setup: Setup; readonly folded: Folded } | null;
};

const hear = (player: Player, messages: readonly Message[]): Player => messages.reduce<Player>(heard, player);

/** Whether `all` begins with the whole of `before`. */
const goesOn = (before: readonly string[], all: readonly string[]): boolean =>
  before.length <= all.length && before.every((text, i) => text === all[i]);

const beliefOf = (player: Player, today: number): Guided["belief"] => {
  const { setup, book, memory } = player;
  if (setup === null) return null;
  const folded = copyFolded(foldedOf(setup, book, memory, today));
  advance(folded, today);
  return { setup, folded };
};

/**
 * What is believed once all of `known` was heard. `before` is an earlier result, or null: where the log has only grown
 * since, only what is new is heard. The result is the same either way.
 */
export const guidedBy = (known: Known, before: Guided | null): Guided => {
  const first = firstDay(known);
  const [about, days, tries] = [
    [userMessage(known), ...markMessages(known.people)],
    checkinMessages(known, first),
    tryMessages(known, first),
  ];
  const texts = {
    about: JSON.stringify([first, about]),
    checkins: days.map((message) => JSON.stringify(message)),
    tries: tries.map((message) => JSON.stringify(message)),
  };
  const grown =
    before !== null &&
    before.about === texts.about &&
    goesOn(before.checkins, texts.checkins) &&
    goesOn(before.tries, texts.tries);
  const player = grown
    ? hear(before.player, [...days.slice(before.checkins.length), ...tries.slice(before.tries.length)])
    : hear(newPlayer, [...about, ...days, ...tries]);
  return { known, ...texts, player, belief: beliefOf(player, dayNumber(known.today) - first) };
};
