/** Holds what the calls of asks and of boxes have in common: one shape of refusal, one way to check a body. */
import { err, fromBase64Url, ok, toBase64Url, type Result } from "@belay/basics";
import type { CloseBox, MailboxError, PutBox, ReadBox, ReplaceBox } from "@belay/wire";
import { sha256 } from "./signatures.ts";
import {
  hourFrom,
  hourOf,
  toMailId,
  type BoxStore,
  type Hour,
  type MailId,
  type NewBox,
  type Store,
} from "./store/port.ts";

/** One hour in ms; the store's times are whole ones. */
export const hourMs = 3_600_000;

/** A clock that is a little ahead may still ask for the whole life. */
const slackMs = hourMs;

/** The first hour in which a mailbox is over, never before the time that was asked for; at most `days` from now. */
export const endOf = (expiresAt: number, now: number, days: number): Result<Hour, "malformed"> => {
  const latest = now + days * 24 * hourMs + slackMs;
  return expiresAt > now && expiresAt <= latest ? ok(hourFrom(expiresAt)) : err("malformed");
};

/** What deciding needs from outside. */
export interface MailPorts {
  readonly store: Store;
  /** UNIX time in ms. */
  readonly now: () => number;
}

/** What a call leads to. `waiting` tells those who watch the mailbox how many replies are there now. */
export interface MailAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly waiting?: { readonly id: MailId; readonly count: number };
}

const statusOf = {
  malformed: 400,
  "not-found": 404,
  full: 409,
  taken: 409,
  "too-large": 413,
  "slow-down": 429,
  unavailable: 503,
  forbidden: 403,
} as const satisfies Record<MailboxError, number>;

/** The one shape of every refusal. */
export const refusal = (error: MailboxError): MailAnswer => ({ status: statusOf[error], body: { error } });

/** The tag of whatever a mailbox refused. */
export const tagOf = (fault: { readonly type: "NotFound" | "Filled" | "Taken" | "Full" | "Broken" }): MailboxError => {
  if (fault.type === "NotFound") return "not-found";
  if (fault.type === "Filled") return "full";
  return fault.type === "Taken" ? "taken" : "unavailable";
};

/** The bytes that digits stand for. */
export const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, "hex");
/** The SHA-256 of a proof, given as its digits. */
export const hashOf = (proof: string): Uint8Array => sha256(bytesOf(proof));
/** The id in a request. The schema has checked the digits before; anything else here is our bug. */
export const mailId = (id: string): MailId => {
  const known = toMailId(id);
  if (known === null) throw new Error("an id passed the schema and is none");
  return known;
};

/** The part of a schema (Standard Schema, version 1) that is used here. */
interface Shape<T> {
  readonly "~standard": {
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: T; readonly issues?: undefined }
      | { readonly issues: readonly unknown[] }
      | Promise<unknown>;
  };
}

/** What `then` makes of a body of that shape; every other body is malformed. */
export const checked = async <T>(
  shape: Shape<T>,
  body: unknown,
  then: (value: T) => Promise<MailAnswer>,
): Promise<MailAnswer> => {
  const parsed = shape["~standard"].validate(body);
  if (parsed instanceof Promise || parsed.issues !== undefined) return refusal("malformed");
  return then(parsed.value);
};

/** What a call that only changes something answers. */
export const doneAs = (status: 200 | 201, done: Result<unknown, Parameters<typeof tagOf>[0]>): MailAnswer =>
  done.ok ? { status, body: {} } : refusal(tagOf(done.error));

/** Puts a box or a share; both are one row without replies. */
export const putRow = async (
  rows: BoxStore,
  asked: Omit<PutBox, "kind">,
  { kind, expires }: Pick<NewBox, "kind"> & { readonly expires: Result<Hour, "malformed"> },
  now: number,
): Promise<MailAnswer> => {
  const body = fromBase64Url(asked.body);
  if (!body.ok || !expires.ok) return refusal("malformed");
  const hashes = { readHash: bytesOf(asked.read), ownerHash: bytesOf(asked.owner) };
  const row = { id: mailId(asked.id), kind, ...hashes, body: body.value, expires: expires.value };
  return doneAs(201, await rows.put(row, hourOf(now)));
};

/** Reads one. */
export const readRow = async (rows: BoxStore, asked: ReadBox, now: number): Promise<MailAnswer> => {
  const found = await rows.read(mailId(asked.id), hashOf(asked.proof), hourOf(now));
  return found.ok ? { status: 200, body: { body: toBase64Url(found.value) } } : refusal(tagOf(found.error));
};

/** Replaces one whole; without `end` its end stays where it was. */
export const replaceRow = async (
  rows: BoxStore,
  asked: ReplaceBox,
  end: { readonly expires?: Hour },
  now: number,
): Promise<MailAnswer> => {
  const body = fromBase64Url(asked.body);
  if (!body.ok) return refusal("malformed");
  const next = { body: body.value, ...end };
  return doneAs(200, await rows.replace(mailId(asked.id), hashOf(asked.owner), next, hourOf(now)));
};

/** Closes a mailbox of any kind. */
export const closeRow = async (rows: Pick<BoxStore, "close">, asked: CloseBox): Promise<MailAnswer> =>
  doneAs(200, await rows.close(mailId(asked.id), hashOf(asked.owner)));
