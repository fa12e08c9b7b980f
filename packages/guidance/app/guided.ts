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

/** Moves what was heard on to today. */
const beliefOf = (player: Player, today: number): Guided["belief"] => {
  const { setup, book, memory } = player;
  if (setup === null) return null;
  const folded = copyFolded(foldedOf(setup, book, memory, today));
  advance(folded, today);
  return { setup, folded };
};

/** So many messages are put in text between two pauses. */
const many = 200;

const textsOf = function* (messages: readonly Message[]): Generator<undefined, readonly string[]> {
  const texts: string[] = [];
  for (let at = 0; at < messages.length; at += many) {
    for (const message of messages.slice(at, at + many)) texts.push(JSON.stringify(message));
    yield;
  }
  return texts;
};

/** What there is to hear, as messages and in text. */
const heardInPieces = function* (known: Known) {
  const first = firstDay(known);
  const about = [userMessage(known), ...markMessages(known.people)];
  yield;
  const days = checkinMessages(known, first);
  yield;
  const tries = tryMessages(known, first);
  yield;
  const texts = {
    about: JSON.stringify([first, about]),
    checkins: yield* textsOf(days),
    tries: yield* textsOf(tries),
  };
  return { about, days, tries, texts, today: dayNumber(known.today) - first };
};

const heardOf = (known: Known) => {
  const pieces = heardInPieces(known);
  for (let step = pieces.next(); ; step = pieces.next()) if (step.done === true) return step.value;
};

/**
 * What is believed once all of `known` was heard. `before` is an earlier result, or null: where the log has only grown
 * since, only what is new is heard. The result is the same either way.
 */
export const guidedBy = (known: Known, before: Guided | null): Guided => {
  const { about, days, tries, texts, today } = heardOf(known);
  const grown =
    before !== null &&
    before.about === texts.about &&
    goesOn(before.checkins, texts.checkins) &&
    goesOn(before.tries, texts.tries);
  const player = grown
    ? hear(before.player, [...days.slice(before.checkins.length), ...tries.slice(before.tries.length)])
    : hear(newPlayer, [...about, ...days, ...tries]);
  return { known, ...texts, player, belief: beliefOf(player, today) };
};

/** So many messages are heard between two pauses. */
const few = 10;

/** The place of a message in time, as the fold counts it: by day, check-ins first, then tries by their ids. */
const placeOf = (message: Message): readonly [day: number, id: string] => [
  typeof message["day"] === "number" ? message["day"] : 0,
  typeof message["id"] === "string" ? message["id"] : "",
];

const byPlace = (a: Message, b: Message): number => {
  const [[dayA, idA], [dayB, idB]] = [placeOf(a), placeOf(b)];
  return dayA - dayB || (idA < idB ? -1 : idA > idB ? 1 : 0);
};

/**
 * What `guidedBy` gives without an earlier result, worked out a few messages at a time in the order of their days: the
 * generator yields where whoever draws a screen may pause.
 */
export const guidedInPieces = function* (known: Known): Generator<undefined, Guided> {
  const { about, days, tries, texts, today } = yield* heardInPieces(known);
  yield;
  let player = hear(newPlayer, about);
  yield;
  const inOrder = [...days, ...tries].toSorted(byPlace);
  yield;
  for (let at = 0; at < inOrder.length; at += few) {
    player = hear(player, inOrder.slice(at, at + few));
    // The memory keeps what this comes to, so that the next few are all that is left to do.
    if (player.setup !== null) foldedOf(player.setup, player.book, player.memory, today);
    yield;
  }
  return { known, ...texts, player, belief: beliefOf(player, today) };
};
