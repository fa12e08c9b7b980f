/** Keeps everything in the worker that is not a field of the answer: the last look before the page. */
import type { Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";

// Shared shapes, so that a field is allowed in one place for all methods that answer with it.
const identity = ["vault", "device", "epoch", "fresh"] as const;
const sealed = ["envelope", "hash"] as const;
const credential = ["epoch", "writePub", "rotateSig"] as const;
const turn = [...credential, "body", "record", "mailbox", "ownerProof"] as const;
const box = ["mailbox", "read", "owner", "body"] as const;

/** The fields that may stand anywhere in a method's answer. Methods that give bare bytes, texts or null have none. */
const fields: { readonly [M in keyof KeyDesk]: readonly string[] } = {
  status: ["keys", "lock", "passkey", "waitMs", "waiting", "recovery", "lowMemory"],
  open: identity,
  seal: sealed,
  openMany: ["ok", "value", "error", "type", "detail", "device", "seq", "hash", "epoch", "body"],
  sealLocal: [],
  openLocal: [],
  makeAsk: ["mailbox", "secret", "replyKey", "ownerProof", "hashes", "read", "reply", "owner", "body", "fragment"],
  fragment: [],
  makeShare: ["mailbox", "secret", "ownerProof"],
  sealShare: ["read", "owner", "body"],
  shareWords: [],
  openReply: [],
  unlock: identity,
  confirm: ["mailboxes", "ownerProof"],
  judge: ["score", "why"],
  propose: [],
  changeLock: [],
  passkeySalt: ["credential", "salt"],
  setPasskey: [],
  dropPasskey: [],
  unlockByPasskey: identity,
  beginVault: [...identity, "identity", "found"],
  sealNext: sealed,
  finishVault: identity,
  dropVault: [],
  members: ["device", "name", "at", "self", "cut", "seq", "hash"],
  membershipHead: ["n", "hash"],
  credentials: credential,
  foundBody: [],
  revoke: turn,
  rotateKeys: turn,
  recoveryWords: [...box, "words", "record", "ownerProof", "replaces"],
  recoveryFind: ["mailbox", "readProof"],
  recoveryTake: identity,
  pairOffer: ["code", "digits", "mailbox", "readProof", "ownerProof"],
  pairRead: ["digits"],
  pairAnswer: [...box, "addBody"],
  pairTake: [...identity, "identity", "heads"],
  checkWords: [],
  hello: ["epoch", "ownerPub", "writePub", "ownerSig", "helloSig"],
  signDelete: [],
  backupBegin: ["words", "parts"],
  backupAdd: [],
  backupEnd: [],
  restoreBegin: [],
  restoreMore: ["items", "share"],
  restoreEnd: [],
  destroy: [],
};

/** A fault says its kind, a tag, how long to wait, or why a passphrase is weak; never what was asked. */
const faultFields = ["type", "detail", "waitMs", "why"] as const;

/** A device's id as a field: the vector of heads is a table by device. */
const isDeviceField = (name: string): boolean => /^[0-9a-f]{32}$/.test(name);

/** Plain data with these fields alone. Anything that holds a secret has functions, and a class has a prototype. */
const isPlain = (value: unknown, allowed: readonly string[]): boolean => {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return true;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, allowed));
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(
    ([name, field]) => (allowed.includes(name) || isDeviceField(name)) && isPlain(field, allowed),
  );
};

/** Whether this answer of this method may go to the page. */
export const mayCross = (method: keyof KeyDesk, result: Result<unknown, DeskFault>): boolean =>
  result.ok ? isPlain(result.value, fields[method]) : isPlain(result.error, faultFields);
