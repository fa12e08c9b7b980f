/** Decides what the relay answers to each call on a share: one sealed document for a therapist, replaced whole. */
import { fromBase64Url, toBase64Url } from "@belay/basics";
import {
  closeShare,
  putShare,
  readShare,
  replaceShare,
  shareDaysMax,
  type CloseShare,
  type PutShare,
  type ReadShare,
  type ReplaceShare,
} from "@belay/wire";
import {
  bytesOf,
  checked,
  endOf,
  hashOf,
  mailId,
  refusal,
  tagOf,
  type MailAnswer,
  type MailPorts,
} from "./mail-answers.ts";
import { hourOf } from "./store/port.ts";

/** The calls there are. Only `read` is for pages without an origin. */
export const shareCalls = ["put", "read", "replace", "close"] as const;
/** One call. */
export type ShareCall = (typeof shareCalls)[number];
/** The call that the therapist's page makes, whose sandbox has the origin `null`. */
export const openShareCalls: readonly ShareCall[] = ["read"];

/** The answer to one call with any parsed JSON as its body. */
export const acceptShare = async (call: ShareCall, body: unknown, ports: MailPorts): Promise<MailAnswer> => {
  switch (call) {
    case "put":
      return checked(putShare, body, (share) => put(share, ports));
    case "read":
      return checked(readShare, body, (share) => read(share, ports));
    case "replace":
      return checked(replaceShare, body, (share) => replace(share, ports));
    case "close":
      return checked(closeShare, body, (share) => close(share, ports));
  }
};

/** The end is asked for by the device, and never later than the longest there is. */
const put = async (share: PutShare, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(share.body);
  const expires = endOf(share.expiresAt, now(), shareDaysMax);
  if (!body.ok || !expires.ok) return refusal("malformed");
  const done = await store.shares.put(
    {
      id: mailId(share.id),
      kind: "share",
      readHash: bytesOf(share.read),
      ownerHash: bytesOf(share.owner),
      body: body.value,
      expires: expires.value,
    },
    hourOf(now()),
  );
  return done.ok ? { status: 201, body: {} } : refusal(tagOf(done.error));
};

const read = async (share: ReadShare, { store, now }: MailPorts): Promise<MailAnswer> => {
  const found = await store.shares.read(mailId(share.id), hashOf(share.proof), hourOf(now()));
  return found.ok ? { status: 200, body: { body: toBase64Url(found.value) } } : refusal(tagOf(found.error));
};

/** The whole document anew; its end stays where it was. */
const replace = async (share: ReplaceShare, { store, now }: MailPorts): Promise<MailAnswer> => {
  const body = fromBase64Url(share.body);
  if (!body.ok) return refusal("malformed");
  const next = { body: body.value };
  const done = await store.shares.replace(mailId(share.id), hashOf(share.owner), next, hourOf(now()));
  return done.ok ? { status: 200, body: {} } : refusal(tagOf(done.error));
};

const close = async (share: CloseShare, { store }: MailPorts): Promise<MailAnswer> => {
  const done = await store.shares.close(mailId(share.id), hashOf(share.owner));
  return done.ok ? { status: 200, body: {} } : refusal(tagOf(done.error));
};
