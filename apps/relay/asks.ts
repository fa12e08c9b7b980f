/** Decides what the relay answers to each call on an ask's mailbox, over a store and a clock. */
import { fromBase64Url, toBase64Url } from "@belay/basics";
import {
  askDaysMax,
  closeAsk,
  listReplies,
  putAsk,
  readAsk,
  replyAsk,
  takeReplies,
  type ListReplies,
  type PutAsk,
  type ReadAsk,
  type ReplyAsk,
  type TakeReplies,
} from "@belay/wire";
import {
  bytesOf,
  checked,
  closeRow,
  doneAs,
  endOf,
  hashOf,
  hourMs,
  mailId,
  refusal,
  tagOf,
  type MailAnswer,
  type MailPorts,
} from "./mail-answers.ts";
import { sha256 } from "./signatures.ts";
import { hourOf, type MailId } from "./store/port.ts";

/** The calls there are. Only `read` and `reply` are for pages without an origin. */
export const askCalls = ["put", "read", "reply", "replies", "taken", "close"] as const;
/** One call. */
export type AskCall = (typeof askCalls)[number];
/** Calls that the answer page makes, whose sandbox has the origin `null`. */
export const openCalls: readonly AskCall[] = ["read", "reply"];

/** The answer to one call with any parsed JSON as its body. */
export const acceptAsk = async (call: AskCall, body: unknown, ports: MailPorts): Promise<MailAnswer> => {
  switch (call) {
    case "put":
      return checked(putAsk, body, (ask) => put(ask, ports));
    case "read":
      return checked(readAsk, body, (ask) => read(ask, ports));
    case "reply":
      return checked(replyAsk, body, (ask) => reply(ask, ports));
    case "replies":
      return checked(listReplies, body, (ask) => replies(ask, ports));
    case "taken":
      return checked(takeReplies, body, (ask) => taken(ask, ports));
    case "close":
      return checked(closeAsk, body, (ask) => closeRow(ports.store.mail, ask));
  }
};

const put = async (ask: PutAsk, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(ask.body);
  const expires = endOf(ask.expiresAt, now(), askDaysMax);
  if (!body.ok || !expires.ok) return refusal("malformed");
  const done = await store.mail.put(
    {
      id: mailId(ask.id),
      kind: "ask",
      readHash: bytesOf(ask.read),
      replyHash: bytesOf(ask.reply),
      ownerHash: bytesOf(ask.owner),
      body: body.value,
      expires: expires.value,
      cap: ask.cap,
    },
    hourOf(now()),
  );
  return doneAs(201, done);
};

const read = async (ask: ReadAsk, { store, now }: MailPorts): Promise<MailAnswer> => {
  const found = await store.mail.read(mailId(ask.id), hashOf(ask.proof), hourOf(now()));
  if (!found.ok) return refusal(tagOf(found.error));
  return { status: 200, body: { body: toBase64Url(found.value.body), closesAt: found.value.expires * hourMs } };
};

const reply = async (ask: ReplyAsk, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(ask.body);
  if (!body.ok) return refusal("malformed");
  const id = mailId(ask.id);
  const letter = { replyId: ask.replyId, body: body.value };
  const done = await store.mail.reply(id, hashOf(ask.proof), letter, hourOf(now()));
  if (!done.ok) return refusal(tagOf(done.error));
  return { status: 201, body: {}, waiting: { id, count: done.value.waiting } };
};

const replies = async (ask: ListReplies, { store }: MailPorts): Promise<MailAnswer> => {
  const found = await store.mail.waiting(mailId(ask.id), hashOf(ask.owner));
  if (!found.ok) return refusal(tagOf(found.error));
  const waiting = found.value.map(({ replyId, body }) => ({ replyId, body: toBase64Url(body) }));
  return { status: 200, body: { replies: waiting } };
};

const taken = async (ask: TakeReplies, { store, now }: MailPorts): Promise<MailAnswer> => {
  const done = await store.mail.taken(mailId(ask.id), hashOf(ask.owner), ask.replyIds, hourOf(now()));
  return doneAs(200, done);
};

/** How many replies wait in a mailbox, for whoever holds its owner proof (32 bytes). */
export const watchAsk = async (
  id: Uint8Array,
  proof: Uint8Array,
  { store }: MailPorts,
): Promise<{ readonly id: MailId; readonly count: number } | null> => {
  const mail = mailId(Buffer.from(id).toString("hex"));
  const found = await store.mail.waiting(mail, sha256(proof));
  return found.ok ? { id: mail, count: found.value.length } : null;
};
