/** The desk behind which every key stays: plaintext and sealed bytes cross it, keys never do. */
import type { Result } from "@belay/basics";
import type { EnvelopeType } from "./envelope.ts";

/** Why the desk could not do what was asked. `detail` is a tag for tests and reports, never content. */
export type DeskFault =
  | { readonly type: "DeskUnreachable" }
  | { readonly type: "KeysMissing" }
  | { readonly type: "KeysUnreadable" }
  | { readonly type: "DoesNotOpen"; readonly detail: string }
  | { readonly type: "BadFile"; readonly detail: string };

/** Who this device is. All ids are lower-case hexadecimal. */
export interface DeskIdentity {
  readonly vault: string;
  readonly device: string;
  readonly epoch: number;
  /** True when the keys were made by this very call: nothing older can be opened with them. */
  readonly fresh: boolean;
}

/** Where an envelope stands in its device's chain. `hash` is what the next one must name. */
export interface Opened {
  readonly device: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly type: EnvelopeType;
  readonly body: Uint8Array;
}

/** A private link, ready for the relay and for the sealed log. Hexadecimal unless said otherwise. */
export interface DeskAsk {
  readonly mailbox: string;
  readonly secret: string;
  readonly replyKey: string;
  readonly ownerProof: string;
  /** SHA-256 of the three proofs: what the relay is given. */
  readonly hashes: { readonly read: string; readonly reply: string; readonly owner: string };
  /** The sealed ask. */
  readonly body: Uint8Array;
  /** The part of the link after `#`, the sign included. */
  readonly fragment: string;
}

/** The fields with which a vault is created at a relay, and proves itself there. */
export interface DeskHello {
  readonly ownerPub: Uint8Array;
  readonly writePub: Uint8Array;
  readonly ownerSig: Uint8Array;
  readonly helloSig: Uint8Array;
}

/** Everything that needs a key. Implemented by the key worker; called through a message port. */
export interface KeyDesk {
  /** Opens the keys of this device; makes them only when `mayCreate` says so. */
  readonly open: (mayCreate: boolean) => Promise<Result<DeskIdentity, DeskFault>>;
  /** Seals one body as the envelope with number `seq` after the one with hash `prev`. */
  readonly seal: (
    body: Uint8Array,
    seq: number,
    prev: Uint8Array,
  ) => Promise<Result<{ readonly envelope: Uint8Array; readonly hash: Uint8Array }, DeskFault>>;
  /** Opens many envelopes, each with its own verdict. Signatures are checked when `received` is true. */
  readonly openMany: (
    envelopes: readonly Uint8Array[],
    received: boolean,
  ) => Promise<Result<readonly Result<Opened, DeskFault>[], DeskFault>>;
  /** Seals bytes for this device's own database, bound to `name`. */
  readonly sealLocal: (name: string, bytes: Uint8Array) => Promise<Result<Uint8Array, DeskFault>>;
  /** Opens what `sealLocal` sealed under the same name. */
  readonly openLocal: (name: string, bytes: Uint8Array) => Promise<Result<Uint8Array, DeskFault>>;
  /** Makes a private link around an ask. `plain` is the ask without its reply key, as JSON bytes. */
  readonly makeAsk: (plain: Uint8Array) => Promise<Result<DeskAsk, DeskFault>>;
  /** The part of a link after `#`, made again from its secret. */
  readonly fragment: (secret: string) => Promise<Result<string, DeskFault>>;
  /** Opens one reply to one ask. */
  readonly openReply: (
    link: { readonly secret: string; readonly replyKey: string },
    replyId: string,
    body: Uint8Array,
  ) => Promise<Result<Uint8Array, DeskFault>>;
  /** Answers a relay's challenge for this origin. */
  readonly hello: (origin: string, nonce: Uint8Array) => Promise<Result<DeskHello, DeskFault>>;
  /** Signs the deletion of this vault at this origin, for this challenge. */
  readonly signDelete: (origin: string, nonce: Uint8Array) => Promise<Result<Uint8Array, DeskFault>>;
  /** Writes one sealed file and the twelve words that open it. */
  readonly sealBackup: (
    items: readonly Uint8Array[],
  ) => Promise<Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, DeskFault>>;
  /** Opens a backup file whole, or not at all. */
  readonly openBackup: (file: Uint8Array, words: string) => Promise<Result<readonly Uint8Array[], DeskFault>>;
  /** Destroys the keys of this device. What they sealed cannot be opened by it again. */
  readonly destroy: () => Promise<Result<null, DeskFault>>;
}
