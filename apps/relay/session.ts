/** What the relay remembers of one connection to a vault, and which proofs it accepts on it. */
import { challengeLife, deleteMessage, helloMessage, rotateMessage, type ClientFrame } from "@belay/wire";
import { ownsId, signedBy } from "./signatures.ts";
import type { Found, VaultId, VaultKeys } from "./store/port.ts";

/** One frame of a client, by kind. */
export type FrameOf<K extends ClientFrame["kind"]> = Extract<ClientFrame, { readonly kind: K }>;

/** One connection, from its challenge on. Updated by copy. */
export interface Session {
  readonly vault: VaultId;
  /** The 16 bytes of `vault`. */
  readonly vaultBytes: Uint8Array;
  /** What the browser says it was loaded from; one of the relay's own. Bound by every signature. */
  readonly origin: string;
  /** 32 random bytes, for one hello and one delete, for 60 s. */
  readonly nonce: Uint8Array;
  readonly openedAt: number;
  /** The epoch that was proved; null before. */
  readonly epoch: number | null;
  /** What the nonce was used for already, whether it helped or not. */
  readonly spent: readonly ("hello" | "delete")[];
}

/** A session at its start. `now` is UNIX time in ms. */
export const openSession = (vault: VaultId, origin: string, nonce: Uint8Array, now: number): Session => ({
  vault,
  vaultBytes: new Uint8Array(Buffer.from(vault, "hex")),
  origin,
  nonce,
  openedAt: now,
  epoch: null,
  spent: [],
});

/** Whether the nonce may still be signed for this purpose. */
export const isFresh = (session: Session, purpose: "hello" | "delete", now: number): boolean =>
  Math.abs(now - session.openedAt) < challengeLife && !session.spent.includes(purpose);

/** The session after the nonce was used. */
export const spend = (session: Session, purpose: "hello" | "delete"): Session => ({
  ...session,
  spent: [...session.spent, purpose],
});

const nobody = new Uint8Array(32);

/**
 * Whether a hello is signed by the vault's write key of the current epoch; `gone` when it is signed by the last key of
 * a deleted vault. Does the same work for a vault that never was.
 */
export const provesHello = (session: Session, found: Found, frame: FrameOf<"hello">): "yes" | "gone" | "no" => {
  const key = found.kind === "live" ? found.keys.writePub : found.kind === "gone" ? found.writePub : nobody;
  const signed = signedBy(key, helloMessage(session.origin, session.vaultBytes, session.nonce), frame.sig);
  if (!signed || found.kind === "none") return "no";
  if (found.kind === "gone") return "gone";
  return found.keys.epoch === frame.epoch ? "yes" : "no";
};

/** Whether a create is for this id, signed by its owner key, and proves the write key it brings. */
export const provesCreate = (session: Session, frame: FrameOf<"create">): boolean =>
  frame.epoch === 1 &&
  ownsId(frame.ownerPub, session.vaultBytes) &&
  signedBy(frame.ownerPub, rotateMessage(session.vaultBytes, 1, frame.writePub), frame.ownerSig) &&
  signedBy(frame.writePub, helloMessage(session.origin, session.vaultBytes, session.nonce), frame.helloSig);

/** Whether a rotation is signed by the vault's owner key. */
export const provesRotate = (session: Session, keys: VaultKeys, frame: FrameOf<"rotate">): boolean =>
  signedBy(keys.ownerPub, rotateMessage(session.vaultBytes, frame.epoch, frame.writePub), frame.ownerSig);

/** Whether a deletion is signed by the vault's owner key, for this very connection. */
export const provesDelete = (session: Session, keys: VaultKeys, frame: FrameOf<"delete">): boolean =>
  signedBy(keys.ownerPub, deleteMessage(session.origin, session.vaultBytes, session.nonce), frame.ownerSig);
