/** Decides what the relay answers to each call on the box of a pairing or of a recovery record. */
import { fromBase64Url, toBase64Url } from "@belay/basics";
import {
  closeBox,
  pairingMinutes,
  putBox,
  readBox,
  recoveryDays,
  replaceBox,
  type BoxKind,
  type CloseBox,
  type PutBox,
  type ReadBox,
  type ReplaceBox,
} from "@belay/wire";
import {
  bytesOf,
  checked,
  hashOf,
  hourMs,
  mailId,
  refusal,
  tagOf,
  type MailAnswer,
  type MailPorts,
} from "./mail-answers.ts";
import { hourFrom, hourOf, type Hour } from "./store/port.ts";

/** The calls there are. All are for our own pages. */
export const boxCalls = ["put", "read", "replace", "close"] as const;
/** One call. */
export type BoxCall = (typeof boxCalls)[number];

/** How long each kind stays, in ms. The relay decides, so that no clock of a device shows in it. */
const lifeOf = {
  pairing: pairingMinutes * 60_000,
  recovery: recoveryDays * 24 * hourMs,
} as const satisfies Record<BoxKind, number>;

const endOf = (kind: BoxKind, now: number): Hour => hourFrom(now + lifeOf[kind]);

/** The answer to one call with any parsed JSON as its body. */
export const acceptBox = async (call: BoxCall, body: unknown, ports: MailPorts): Promise<MailAnswer> => {
  switch (call) {
    case "put":
      return checked(putBox, body, (box) => put(box, ports));
    case "read":
      return checked(readBox, body, (box) => read(box, ports));
    case "replace":
      return checked(replaceBox, body, (box) => replace(box, ports));
    case "close":
      return checked(closeBox, body, (box) => close(box, ports));
  }
};

const put = async (box: PutBox, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(box.body);
  if (!body.ok) return refusal("malformed");
  const done = await store.boxes.put(
    {
      id: mailId(box.id),
      kind: box.kind,
      readHash: bytesOf(box.read),
      ownerHash: bytesOf(box.owner),
      body: body.value,
      expires: endOf(box.kind, now()),
    },
    hourOf(now()),
  );
  return done.ok ? { status: 201, body: {} } : refusal(tagOf(done.error));
};

const read = async (box: ReadBox, { store, now }: MailPorts): Promise<MailAnswer> => {
  const found = await store.boxes.read(mailId(box.id), hashOf(box.proof), hourOf(now()));
  return found.ok ? { status: 200, body: { body: toBase64Url(found.value) } } : refusal(tagOf(found.error));
};

const replace = async (box: ReplaceBox, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(box.body);
  if (!body.ok) return refusal("malformed");
  const next = { body: body.value, expires: endOf("recovery", now()) };
  const done = await store.boxes.replace(mailId(box.id), hashOf(box.owner), next, hourOf(now()));
  return done.ok ? { status: 200, body: {} } : refusal(tagOf(done.error));
};

const close = async (box: CloseBox, { store }: MailPorts): Promise<MailAnswer> => {
  const done = await store.boxes.close(mailId(box.id), hashOf(box.owner));
  return done.ok ? { status: 200, body: {} } : refusal(tagOf(done.error));
};
