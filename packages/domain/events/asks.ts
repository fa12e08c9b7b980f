/** Facts about asks and the answers that came back. */
import * as v from "valibot";
import { day, hex, id, line, note, ten, words } from "./fields.ts";

/** The four answers of the answer page, all of equal weight. */
export const answers = ["yes", "partly", "no", "talk"] as const;
/** An answer's name. */
export type Answer = (typeof answers)[number];

/** How an ask can go out. */
export const channels = ["said", "own-message", "link"] as const;

/** What opens and owns a link: kept in the sealed log alone. */
export const askLink = v.strictObject({
  mailbox: hex,
  secret: hex,
  replyKey: hex,
  ownerProof: hex,
  closesOn: day,
});

/** An ask was prepared with a private link; it is durable here before the relay is told. */
export const askPrepared = v.strictObject({
  ask: id,
  experiment: id,
  words,
  from: line,
  howItWas: v.boolean(),
  link: askLink,
});

/** What the person will do if they hear nothing, decided before sending. */
export const silencePlan = v.strictObject({ by: day, then: note });

/** An ask went out: said, sent as one's own message, or handed over as a link. */
export const askSent = v.strictObject({
  ask: id,
  experiment: id,
  person: v.nullable(id),
  words,
  channel: v.picklist(channels),
  silence: v.nullable(silencePlan),
});

/** A link was closed by the person; nothing can be read or answered through it any more. */
export const askClosed = v.strictObject({ ask: id });

/** Somebody answered through the link. The event's id is the reply's id, so it can be counted only once. */
export const answerReceived = v.strictObject({
  ask: id,
  reply: id,
  answer: v.picklist(answers),
  words: note,
  burden: v.nullable(ten),
  glad: v.nullable(ten),
  notThisMonth: v.boolean(),
});
