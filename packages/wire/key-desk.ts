/** The desk behind which every key stays: plaintext and sealed bytes cross it, keys never do. */
import type { Result } from "@belay/basics";
import type { Seen } from "./batch.ts";
import type {
  DeskFault,
  DeskIdentity,
  DeskStatus,
  Judgement,
  Opened,
  DeskSealed,
  DeskCut,
  DeskMember,
  DeskCredential,
  DeskTurn,
  DeskAsk,
  DeskShare,
  DeskShareHashes,
  DeskHello,
  DeskBox,
  DeskRecovery,
  DeskWords,
  DeskOffer,
} from "./desk-answers.ts";
import type { EnvelopeType } from "./envelope.ts";
import type { FileDesk } from "./file-desk.ts";

type Answer<T> = Promise<Result<T, DeskFault>>;

/** Opening, sealing, and what stays on this device. */
export interface SealingDesk {
  readonly status: () => Answer<DeskStatus>;
  /** Makes keys only when `mayCreate` says so. `Locked` where a passphrase is needed. */
  readonly open: (mayCreate: boolean) => Answer<DeskIdentity>;
  /** Seals one body as the envelope with number `seq` after the one with hash `prev`; `events` unless said. */
  readonly seal: (body: Uint8Array, seq: number, prev: Uint8Array, type?: EnvelopeType) => Answer<DeskSealed>;
  /**
   * Opens many envelopes, each with its own verdict. With `received` the device's signature is checked against the
   * book of members: `DoesNotOpen` with `UnknownDevice` for one that is not in it (hold it and ask again), with
   * `AfterCut` for what a removed device wrote after its end. The cut counts without `received` too, as far as the book
   * is known by then. Membership envelopes are folded into the book by the way, both times.
   */
  readonly openMany: (
    envelopes: readonly Uint8Array[],
    received: boolean,
  ) => Answer<readonly Result<Opened, DeskFault>[]>;
  /** Seals bytes for this device's own database, bound to `name`. */
  readonly sealLocal: (name: string, bytes: Uint8Array) => Answer<Uint8Array>;
  readonly openLocal: (name: string, bytes: Uint8Array) => Answer<Uint8Array>;
}

/** Shares with a therapist: `plain` is a document as JSON bytes. */
export interface ShareDesk {
  /** A new link; nothing is sealed yet. */
  readonly makeShare: () => Answer<DeskShare>;
  /** Seals a document under a share's link, for its first put or its next replace. */
  readonly sealShare: (
    link: Pick<DeskShare, "secret" | "ownerProof">,
    plain: Uint8Array,
  ) => Answer<DeskShareHashes & { readonly body: Uint8Array }>;
  /** The six words that both ends read to each other. */
  readonly shareWords: (secret: string) => Answer<readonly string[]>;
}

/** Private links. `plain` is an ask without its reply key, as JSON bytes; a fragment is the part of a link after `#`. */
export interface LinkDesk {
  readonly makeAsk: (plain: Uint8Array) => Answer<DeskAsk>;
  readonly fragment: (secret: string) => Answer<string>;
  readonly openReply: (
    link: { readonly secret: string; readonly replyKey: string },
    replyId: string,
    body: Uint8Array,
  ) => Answer<Uint8Array>;
}

/**
 * The lock. `pass` is the passphrase said again: null only where there is no lock. With a lock, none or a wrong one
 * fails with `WrongPassphrase`, found out by unwrapping the owner secret and never by a flag; a wrong one counts.
 */
export interface LockDesk {
  readonly unlock: (passphrase: string) => Answer<DeskIdentity>;
  /** Whether this is the passphrase. Says how the record of the recovery words is closed; null where there are none. */
  readonly confirm: (pass: string | null) => Answer<DeskWords | null>;
  readonly judge: (text: string) => Answer<Judgement>;
  readonly propose: () => Answer<string>;
  /** Wraps the same keys under another passphrase. `Refused` with `NoLock` where there is none: that needs a new vault. */
  readonly changeLock: (pass: string | null, next: string) => Answer<null>;
  /** What the page asks a passkey with: its id and the 16 bytes to evaluate; null where none was set. */
  readonly passkeySalt: () => Answer<{ readonly credential: Uint8Array; readonly salt: Uint8Array } | null>;
  /**
   * Wraps the daily keys, never the owner secret, under what a passkey gave for `salt` (16 random bytes of the page's
   * choice; `prf` 32 bytes). `Refused` with `NoLock` or `NoRecovery` until there are a passphrase and recovery words.
   */
  readonly setPasskey: (pass: string | null, credential: Uint8Array, salt: Uint8Array, prf: Uint8Array) => Answer<null>;
  readonly dropPasskey: (pass: string | null) => Answer<null>;
  /** Opens the daily keys with what the passkey gave. `Refused` with `Passkey` when it is another. */
  readonly unlockByPasskey: (prf: Uint8Array) => Answer<DeskIdentity>;
}

/** A new vault beside the old one: made, filled, then promoted in one write. A crash at any place leaves one that opens. */
export interface MovingDesk {
  /** Wrapped under `next` (null: no lock) beside the current one; one begun before is dropped. `found` is sealed first. */
  readonly beginVault: (
    pass: string | null,
    next: string | null,
    name: string,
    atMs: number,
  ) => Answer<{ readonly identity: DeskIdentity; readonly found: Uint8Array }>;
  /** Seals for the begun vault. `Refused` with `NoVaultBegun` after a restart: begin again, or drop, or finish. */
  readonly sealNext: (body: Uint8Array, seq: number, prev: Uint8Array, type?: EnvelopeType) => Answer<DeskSealed>;
  /**
   * Promotes the begun vault and destroys the old wraps. Needs no passphrase, so that it can be done after a crash (the
   * store holds the new vault and `status().waiting` names it); then it may answer `Locked`, and has promoted.
   */
  readonly finishVault: () => Answer<DeskIdentity>;
  readonly dropVault: () => Answer<null>;
}

/** Who may write, and under which epoch. The book is what `openMany` has seen, in any order. */
export interface MemberDesk {
  readonly members: () => Answer<readonly DeskMember[]>;
  /** The number and hash of the newest act; number 0 and zeros before the first. */
  readonly membershipHead: () => Answer<{ readonly n: number; readonly hash: Uint8Array }>;
  /** For every epoch, oldest first: to create the vault again where it was lost. */
  readonly credentials: () => Answer<readonly DeskCredential[]>;
  /**
   * The act that makes this device a member: the founding one of a vault without a book, else one more device.
   * `Refused` with `Member` when it is one, with `NoBook` when the vault came from elsewhere and its log was not read yet.
   */
  readonly foundBody: (pass: string | null, name: string, atMs: number) => Answer<Uint8Array>;
  /** Ends a device at `cut` and begins an epoch without it. It is used once its body was opened again by `openMany`. */
  readonly revoke: (pass: string | null, device: string, cut: DeskCut, atMs: number) => Answer<DeskTurn>;
  readonly rotateKeys: (pass: string | null, atMs: number) => Answer<DeskTurn>;
}

/** Coming back with twelve words. */
export interface RecoveryDesk {
  readonly recoveryWords: (pass: string | null) => Answer<DeskRecovery>;
  /** Where the record lies and what fetches it, hexadecimal. `Refused` with `BadWords` when they are no set. */
  readonly recoveryFind: (words: string) => Answer<{ readonly mailbox: string; readonly readProof: string }>;
  /**
   * A new device of the record's vault, wrapped under `next` (null: no lock) in place of what was here. The log is read
   * next, then `foundBody` makes it a member. `Refused` with `KeysOpen` while keys are open under a lock, with `Record`
   * when these words do not open it. What the keys of before sealed on this device cannot be opened any more.
   */
  readonly recoveryTake: (words: string, body: Uint8Array, next: string | null) => Answer<DeskIdentity>;
}

/** Letting in one more device, face to face. What is no code is `Refused` with `Code`. */
export interface PairingDesk {
  readonly pairOffer: () => Answer<DeskOffer>;
  readonly pairRead: (code: Uint8Array) => Answer<{ readonly digits: string }>;
  /**
   * On the old device: every key and `heads` for the new one, sealed to its code, and the membership body to append.
   * The book must be known: `Refused` with `NoBook` before. The same code may be answered again, by a package alone:
   * `addBody` is null for a member with these very keys. One that was removed, or has others, is `Refused` with `Member`.
   */
  readonly pairAnswer: (
    pass: string | null,
    code: Uint8Array,
    name: string,
    heads: Seen,
    atMs: number,
  ) => Answer<DeskBox & { readonly addBody: Uint8Array | null }>;
  /**
   * On the new device: takes the answer and makes it durable under `next` (null: no lock). `Refused` with `Late` after
   * 120 s, with `Package` when it was not sealed for this offer. The offer is spent once it was taken.
   */
  readonly pairTake: (
    body: Uint8Array,
    next: string | null,
  ) => Answer<{ readonly identity: DeskIdentity; readonly heads: Seen }>;
}

/** What is said to a relay and to another screen, and the end. */
export interface ProvingDesk {
  /** Six words of what this device has seen, to be compared by eye; none of what is no vector. */
  readonly checkWords: (seen: Seen) => Answer<readonly string[]>;
  /**
   * Answers a relay's challenge with the write key of `epoch`, the newest unless said. A vault is created with 1. Where
   * devices began an epoch at once, `lost` names a key that lost, from 1; `Refused` with `Epoch` where there is none.
   */
  readonly hello: (origin: string, nonce: Uint8Array, epoch?: number, lost?: number) => Answer<DeskHello>;
  /** Signs the deletion of this vault at this origin, for this challenge. */
  readonly signDelete: (origin: string, nonce: Uint8Array, pass: string | null) => Answer<Uint8Array>;
  /** Destroys this device's keys, both slots. Asks for the passphrase while they are open under a lock, not while locked. */
  readonly destroy: (pass: string | null) => Answer<null>;
}

/** Everything that needs a key. Implemented by the key worker; called through a message port. */
export interface KeyDesk
  extends
    SealingDesk,
    LinkDesk,
    ShareDesk,
    LockDesk,
    MovingDesk,
    MemberDesk,
    RecoveryDesk,
    PairingDesk,
    FileDesk,
    ProvingDesk {}
