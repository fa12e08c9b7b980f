/** The bodies of the HTTP routes of asks and boxes: strict shapes, unknown fields refused, ids never in a path. */
import * as v from "valibot";
import { err, ok, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { askRepliesMax, capsuleMax, shareMax } from "./limits.ts";

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));

/** A mailbox or reply id: 16 bytes in hex. */
const id = hex(16);
/** A proof, or the SHA-256 of one: 32 bytes in hex. */
const proof = hex(32);
/** Sealed bytes as unpadded base64url, at most `max` of them. */
const sealed = (max: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(Math.ceil((max * 4) / 3)), v.regex(/^[A-Za-z0-9_-]+$/));
/** At most a whole capsule. */
const body = sealed(capsuleMax);
/** At most a whole share. */
const shareBody = sealed(shareMax);
const millis = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `POST /api/ask/put`: `read`, `reply` and `owner` are SHA-256 of the proofs; `expiresAt` is UNIX time in ms. */
export const putAsk = v.strictObject({
  id,
  read: proof,
  reply: proof,
  owner: proof,
  body,
  expiresAt: millis,
  cap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(askRepliesMax)),
});
/** `POST /api/ask/read`: the read proof itself. */
export const readAsk = v.strictObject({ id, proof });
/** `POST /api/ask/reply`: the reply proof itself, and a fresh random reply id. */
export const replyAsk = v.strictObject({ id, proof, replyId: id, body });
/** `POST /api/ask/replies`: the owner proof itself. */
export const listReplies = v.strictObject({ id, owner: proof });
/** `POST /api/ask/taken`: replies that the asker's device has stored durably. */
export const takeReplies = v.strictObject({
  id,
  owner: proof,
  replyIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(askRepliesMax)),
});
/** `POST /api/ask/close`: stops the ask for good. */
export const closeAsk = v.strictObject({ id, owner: proof });

/** What a box may be for: one pairing, or the record that recovery words open. */
export const boxKinds = ["pairing", "recovery"] as const;
export type BoxKind = (typeof boxKinds)[number];

/** `POST /api/box/put`: `read` and `owner` are SHA-256 of the proofs. How long it stays goes by its kind. */
export const putBox = v.strictObject({ kind: v.picklist(boxKinds), id, read: proof, owner: proof, body });
/** `POST /api/box/read`: the read proof itself. */
export const readBox = v.strictObject({ id, proof });
/** `POST /api/box/replace`: the owner proof itself, and a whole new body. For recovery boxes alone. */
export const replaceBox = v.strictObject({ id, owner: proof, body });
/** `POST /api/box/close`: deletes the box for good. */
export const closeBox = v.strictObject({ id, owner: proof });

/** `POST /api/share/put`: `read` and `owner` are SHA-256 of the proofs; `expiresAt` is UNIX time in ms. */
export const putShare = v.strictObject({ id, read: proof, owner: proof, body: shareBody, expiresAt: millis });
/** `POST /api/share/read`: the read proof itself. */
export const readShare = v.strictObject({ id, proof });
/** `POST /api/share/replace`: the owner proof itself, and a whole new body. The end stays. */
export const replaceShare = v.strictObject({ id, owner: proof, body: shareBody });
/** `POST /api/share/close`: deletes the share for good. */
export const closeShare = v.strictObject({ id, owner: proof });

/** 200 of reading a share. */
export const shareAnswer = v.strictObject({ body: shareBody });

/** 200 of reading a box. */
export const boxAnswer = v.strictObject({ body });

/** 200 of read: the sealed ask, and when it closes, cut to the hour. */
export const readAnswer = v.strictObject({ body, closesAt: millis });
/** 200 of replies: what waits. */
export const repliesAnswer = v.strictObject({
  replies: v.pipe(v.array(v.strictObject({ replyId: id, body })), v.maxLength(askRepliesMax)),
});
/** The 201 and 200 of put, reply, taken, replace and close. */
export const doneAnswer = v.strictObject({});
/** Every refusal. Unknown, expired, closed and wrong proof are the same `not-found`. */
export const errorAnswer = v.strictObject({ error: v.pipe(v.string(), v.maxLength(40)) });

/** The tags a mailbox route may answer with. */
export const mailboxErrors = [
  "malformed",
  "not-found",
  "full",
  "taken",
  "too-large",
  "slow-down",
  "unavailable",
  "forbidden",
] as const;
export type MailboxError = (typeof mailboxErrors)[number];

/** The body of put. */
export type PutAsk = v.InferOutput<typeof putAsk>;
/** The body of read. */
export type ReadAsk = v.InferOutput<typeof readAsk>;
/** The body of reply. */
export type ReplyAsk = v.InferOutput<typeof replyAsk>;
/** The body of replies. */
export type ListReplies = v.InferOutput<typeof listReplies>;
/** The body of taken. */
export type TakeReplies = v.InferOutput<typeof takeReplies>;
/** The body of close. */
export type CloseAsk = v.InferOutput<typeof closeAsk>;
/** The body of a box's put. */
export type PutBox = v.InferOutput<typeof putBox>;
/** The body of a box's read. */
export type ReadBox = v.InferOutput<typeof readBox>;
/** The body of replace. */
export type ReplaceBox = v.InferOutput<typeof replaceBox>;
/** The body of a box's close. */
export type CloseBox = v.InferOutput<typeof closeBox>;
/** The body of a share's put. */
export type PutShare = v.InferOutput<typeof putShare>;
/** The body of a share's read. */
export type ReadShare = v.InferOutput<typeof readShare>;
/** The body of a share's replace. */
export type ReplaceShare = v.InferOutput<typeof replaceShare>;
/** The body of a share's close. */
export type CloseShare = v.InferOutput<typeof closeShare>;
/** The answer to reading a box. */
export type BoxAnswer = v.InferOutput<typeof boxAnswer>;
/** The answer to read. */
export type ReadAnswer = v.InferOutput<typeof readAnswer>;
/** The answer to replies. */
export type RepliesAnswer = v.InferOutput<typeof repliesAnswer>;

type Shape = v.GenericSchema;

/** Checks a parsed body against one of the shapes above; rooms without the schema library call this. */
export const checkBody = <S extends Shape>(shape: S, value: unknown): Result<v.InferOutput<S>, WireFault> => {
  const parsed = v.safeParse(shape, value);
  return parsed.success ? ok(parsed.output) : err({ type: "BadShape", field: v.getDotPath(parsed.issues[0]) ?? "" });
};
