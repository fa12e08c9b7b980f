/** What the key desk is told and what it answers: shapes without keys. */
import type { EnvelopeType } from "./envelope.ts";

/** Why a passphrase is too easy to guess: under 12 characters, one of a list of common ones, or of a simple pattern. */
export type WeakBecause = "short" | "common" | "simple";

/** Why the desk could not do what was asked. `detail` is a tag for tests and reports, never content. */
export type DeskFault =
  | { readonly type: "DeskUnreachable" }
  | { readonly type: "KeysMissing" }
  | { readonly type: "KeysUnreadable" }
  | { readonly type: "Locked" }
  /** One and the same fault for every wrong guess, and for none given. `waitMs` is the time until the next counts. */
  | { readonly type: "WrongPassphrase"; readonly waitMs: number }
  | { readonly type: "TooSoon"; readonly waitMs: number }
  | { readonly type: "WeakPassphrase"; readonly why: WeakBecause }
  /** Pairing, membership, recovery or a lock's own rule said no. */
  | { readonly type: "Refused"; readonly detail: string }
  | { readonly type: "DoesNotOpen"; readonly detail: string }
  | { readonly type: "BadFile"; readonly detail: string };

/** Who this device is. All ids are lower-case hexadecimal. */
export interface DeskIdentity {
  readonly vault: string;
  readonly device: string;
  /** The newest epoch in the wraps; a rotation that stands in the log alone shows once the log was opened. */
  readonly epoch: number;
  /** True when the keys were made by this very call: nothing older can be opened with them. */
  readonly fresh: boolean;
}

/** What is known about the keys of this device without opening them. */
export interface DeskStatus {
  /** `open` when they are in the worker's memory; else `bare` without a lock and `locked` with one. */
  readonly keys: "none" | "bare" | "locked" | "open";
  readonly lock: boolean;
  readonly passkey: boolean;
  /** How long until the next guess is tried, in ms; 0 when at once. */
  readonly waitMs: number;
  readonly waiting: string | null;
  readonly recovery: boolean;
  /** True when the lock was made with the smaller memory of an old phone (32 MiB, twice the passes). */
  readonly lowMemory: boolean;
}

/** How strong a passphrase is, 0 to 4 as zxcvbn counts (Wheeler 2016); from 3 on and with `why` null it may lock. */
export interface Judgement {
  readonly score: number;
  readonly why: WeakBecause | null;
}

/** Where an envelope stands in its device's chain. `hash` is what the next one must name. */
export interface Opened {
  readonly device: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly type: EnvelopeType;
  readonly epoch: number;
  readonly body: Uint8Array;
}

/** One sealed envelope and its link, 32 bytes. */
export interface DeskSealed {
  readonly envelope: Uint8Array;
  readonly hash: Uint8Array;
}

/** The last accepted place of a device that was removed, with its hash of 32 bytes. */
export interface DeskCut {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** One device of the vault, as the owner signed it in. */
export interface DeskMember {
  readonly device: string;
  readonly name: string;
  /** When it was let in, by the clock of the device that wrote the act, in ms. */
  readonly at: number;
  readonly self: boolean;
  readonly cut: DeskCut | null;
}

/** What a relay is given for one epoch: its public write key, 32 bytes, and the owner's signature over `rotateMessage`. */
export interface DeskCredential {
  readonly epoch: number;
  readonly writePub: Uint8Array;
  readonly rotateSig: Uint8Array;
}

/** The record of the recovery words, to replace the one in this mailbox (hexadecimal, as is the proof). */
export interface DeskRenewal {
  readonly mailbox: string;
  readonly ownerProof: string;
  readonly body: Uint8Array;
}

/** A new epoch: the membership body to append first, and what the relay is told after it. */
export interface DeskTurn extends DeskCredential {
  readonly body: Uint8Array;
  /** With the new epoch's key in it, so it counts once the act stands; null where there are no words to renew for. */
  readonly record: DeskRenewal | null;
}

/** A private link, ready for the relay and for the sealed log. Hexadecimal unless said otherwise. */
export interface DeskAsk {
  readonly mailbox: string;
  readonly secret: string;
  readonly replyKey: string;
  readonly ownerProof: string;
  readonly hashes: { readonly read: string; readonly reply: string; readonly owner: string };
  readonly body: Uint8Array;
  readonly fragment: string;
}

/** The link of a share, for the sealed log. Hexadecimal. */
export interface DeskShare {
  readonly mailbox: string;
  readonly secret: string;
  readonly ownerProof: string;
}

/** What the relay is given of a share's link. Hexadecimal; hashes of proofs. */
export interface DeskShareHashes {
  readonly read: string;
  readonly owner: string;
}

/** The fields with which a vault is created at a relay, and proves itself there. */
export interface DeskHello {
  readonly epoch: number;
  readonly ownerPub: Uint8Array;
  readonly writePub: Uint8Array;
  /** The owner's word for the write key, from the book; null while the book does not hold it: then nothing can be created. */
  readonly ownerSig: Uint8Array | null;
  readonly helloSig: Uint8Array;
}

/** A mailbox at the relay for a recovery record or a pairing. Hexadecimal; `read` and `owner` are hashes of proofs. */
export interface DeskBox {
  readonly mailbox: string;
  readonly read: string;
  readonly owner: string;
  readonly body: Uint8Array;
}

/** The twelve words and the record that they open. */
export interface DeskRecovery {
  readonly words: readonly string[];
  /** `ownerProof` replaces or closes the record; it is the same for the same words. */
  readonly record: DeskBox & DeskRenewal;
  /** The mailbox of words that were made on another device, to be closed with the same proof; null when there is none. */
  readonly replaces: string | null;
}

/** Where the record of the recovery words lies, and what closes it, hexadecimal. More than one while older words wait to end. */
export interface DeskWords {
  readonly mailboxes: readonly string[];
  readonly ownerProof: string;
}

/** What a new device shows, and how it fetches the answer. Lives for 120 s, in memory alone. */
export interface DeskOffer {
  /** The bytes of the code to be drawn; it holds a secret, so it is shown and never sent. */
  readonly code: Uint8Array;
  readonly digits: string;
  readonly mailbox: string;
  readonly readProof: string;
  readonly ownerProof: string;
}
