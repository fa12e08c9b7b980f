/** Says what the relay needs kept, whichever technology keeps it. */
import type { Brand, Result } from "@belay/basics";
import { splitEnvelope, type BoxKind, type ChainHead, type PageEntry } from "@belay/wire";

/** A vault's id: 32 hexadecimal digits. */
export type VaultId = string & Brand<"VaultId">;
/** A mailbox's id: 32 hexadecimal digits. */
export type MailId = string & Brand<"MailId">;
/** Whole hours since 1970, by the relay's clock. The store never learns a finer time. */
export type Hour = number & Brand<"Hour">;

const isId = /^[0-9a-f]{32}$/;

/** The vault id in a text, or null when it is none. */
export const toVaultId = (text: string): VaultId | null => (isId.test(text) ? (text as VaultId) : null);
/** The mailbox id in a text, or null when it is none. */
export const toMailId = (text: string): MailId | null => (isId.test(text) ? (text as MailId) : null);
/** Whole hours as an hour; a fraction is our bug. */
export const toHour = (hours: number): Hour => {
  if (!Number.isSafeInteger(hours)) throw new Error("not a whole hour");
  return hours as Hour;
};
/** The hour that a time in ms lies in. */
export const hourOf = (ms: number): Hour => toHour(Math.floor(ms / 3_600_000));
/** The first whole hour that is not before a time in ms. */
export const hourFrom = (ms: number): Hour => toHour(Math.ceil(ms / 3_600_000));

/** Whether an envelope holds an act about devices. What is no envelope holds none. */
export const isAct = (envelope: Uint8Array): boolean => {
  const parts = splitEnvelope(envelope);
  return parts.ok && parts.value.header.type === "membership";
};

/** Nothing of the request was kept. `Full`: no room now. `Broken`: the disk failed, the relay must stop. */
export type StoreFault = { readonly type: "Full" } | { readonly type: "Broken" };

/** What devices prove themselves against. */
export interface VaultKeys {
  /** 32 bytes; the vault's id is a hash of it. */
  readonly ownerPub: Uint8Array;
  /** From 1. */
  readonly epoch: number;
  /** 32 bytes: the public write key of that epoch. */
  readonly writePub: Uint8Array;
}

/** What is known under a vault's id. */
export type Found =
  | { readonly kind: "none" }
  /** Deleted for good; only the last write key is left, to tell it to no one else. */
  | { readonly kind: "gone"; readonly writePub: Uint8Array }
  | { readonly kind: "live"; readonly keys: VaultKeys; readonly head: number; readonly chains: readonly ChainHead[] };

/** One envelope with the fields of its header that the store orders by. */
export interface Sealed {
  /** 32 hexadecimal digits. */
  readonly device: string;
  /** From 1, without gaps in each device. */
  readonly seq: number;
  readonly envelope: Uint8Array;
}

/** Envelopes to keep together or not at all. */
export interface Append {
  readonly vault: VaultId;
  /** The epoch the sender proved; another current one refuses the whole. */
  readonly epoch: number;
  readonly items: readonly Sealed[];
}

/** Envelopes of one device to take away for good; their numbers stay taken. */
export interface Erase {
  readonly vault: VaultId;
  /** The epoch the sender proved; another current one refuses the whole. */
  readonly epoch: number;
  /** 32 hexadecimal digits. */
  readonly device: string;
  /** From 1. */
  readonly from: number;
  /** Included; not below `from`. Beyond the end of the chain it moves that end: the numbers between were never here. */
  readonly to: number;
}

/** What came of an append: the newest place, and what was new (a repeat adds nothing). */
export interface Appended {
  readonly head: number;
  readonly added: readonly PageEntry[];
}

/** Why an append was refused whole. */
export type AppendFault =
  | StoreFault
  | { readonly type: "NoVault" }
  | { readonly type: "Gone" }
  | { readonly type: "StaleEpoch" }
  /** `expected` is the next number of that device. */
  | { readonly type: "Gap"; readonly device: string; readonly expected: number }
  /** The same device and number is kept already, with other bytes. */
  | { readonly type: "Conflict" }
  | { readonly type: "OverQuota" };

/** Why nothing, or only the beginning, was erased. A gap: the chain ends before the range begins. */
export type EraseFault = Exclude<AppendFault, { readonly type: "Conflict" }>;

/** Why a vault was not made: deleted for good, or there under other keys. */
export type CreateFault = StoreFault | { readonly type: "Gone" } | { readonly type: "Taken" };
/** Why a write key was not set: no such vault, or not the next epoch. */
export type RotateFault = StoreFault | { readonly type: "NoVault" } | { readonly type: "StaleEpoch" };

/** The newest place of a vault, and the epoch of its write key. */
export interface VaultHead {
  readonly head: number;
  readonly epoch: number;
}

/** A part of the log; `more` says that entries follow. */
export interface Page {
  readonly entries: readonly PageEntry[];
  readonly more: boolean;
}

/** A mailbox as it is put: hashes, never proofs. All hashes 32 bytes. */
export interface NewMail {
  readonly id: MailId;
  readonly kind: "ask";
  readonly readHash: Uint8Array;
  readonly replyHash: Uint8Array;
  readonly ownerHash: Uint8Array;
  readonly body: Uint8Array;
  /** The first hour in which it is over. */
  readonly expires: Hour;
  /** Replies it takes, from 1. */
  readonly cap: number;
}

/** An answer as it is handed in. */
export interface NewReply {
  /** 32 hexadecimal digits. */
  readonly replyId: string;
  readonly body: Uint8Array;
}

/** Unknown, over, closed and wrong proof, which are one. */
export type NotFound = { readonly type: "NotFound" };

/** The mailboxes. They join to no vault. Every `proofHash` is the SHA-256 of what the caller holds, 32 bytes. */
export interface MailStore {
  /** The same put again succeeds; another one under a kept id is refused. */
  readonly put: (mail: NewMail, now: Hour) => Promise<Result<null, StoreFault | { readonly type: "Taken" }>>;
  /** Reading consumes nothing. */
  readonly read: (
    id: MailId,
    proofHash: Uint8Array,
    now: Hour,
  ) => Promise<Result<{ readonly body: Uint8Array; readonly expires: Hour }, StoreFault | NotFound>>;
  /** The same reply id again succeeds and counts once. Answers with how many replies wait. */
  readonly reply: (
    id: MailId,
    proofHash: Uint8Array,
    reply: NewReply,
    now: Hour,
  ) => Promise<Result<{ readonly waiting: number }, StoreFault | NotFound | { readonly type: "Filled" }>>;
  /** The replies that wait, oldest first, also after the end. */
  readonly waiting: (id: MailId, ownerHash: Uint8Array) => Promise<Result<readonly NewReply[], StoreFault | NotFound>>;
  /** Erases replies that the asker's device has. */
  readonly taken: (
    id: MailId,
    ownerHash: Uint8Array,
    replyIds: readonly string[],
    now: Hour,
  ) => Promise<Result<null, StoreFault | NotFound>>;
  /** Deletes the mailbox with all replies. */
  readonly close: (id: MailId, ownerHash: Uint8Array) => Promise<Result<null, StoreFault | NotFound>>;
  /** The same by the host’s word, without a proof: for an ask or a share that somebody reported. Boxes are not reached. */
  readonly takeDown: (id: MailId) => Promise<Result<null, StoreFault | NotFound>>;
}

/** A box as it is put: hashes, never proofs. Both hashes 32 bytes. */
export interface NewBox {
  readonly id: MailId;
  readonly kind: BoxKind | "share";
  readonly readHash: Uint8Array;
  readonly ownerHash: Uint8Array;
  readonly body: Uint8Array;
  /** The first hour in which it is over. */
  readonly expires: Hour;
}

/**
 * The boxes of pairings and recovery records, or the shares: mailboxes without replies. No call for asks reaches them,
 * and none for boxes reaches a share.
 */
export interface BoxStore {
  /** The same put again succeeds and moves no end; another one under a kept id is refused. */
  readonly put: (box: NewBox, now: Hour) => Promise<Result<null, StoreFault | { readonly type: "Taken" }>>;
  /** Reading consumes nothing. */
  readonly read: (id: MailId, proofHash: Uint8Array, now: Hour) => Promise<Result<Uint8Array, StoreFault | NotFound>>;
  /** Sets body and end of a recovery box or a share that is not over; no end leaves it. Pairings are not replaced. */
  readonly replace: (
    id: MailId,
    ownerHash: Uint8Array,
    next: { readonly body: Uint8Array; readonly expires?: Hour },
    now: Hour,
  ) => Promise<Result<null, StoreFault | NotFound>>;
  readonly close: (id: MailId, ownerHash: Uint8Array) => Promise<Result<null, StoreFault | NotFound>>;
}

/** Counts for the operator: no ids. */
export interface StoreStats {
  readonly vaults: number;
  readonly mailboxes: number;
}

/**
 * Everything the relay keeps. Every answer to a write comes after the commit that made it durable. Implementations
 * pass `storeContract`.
 */
export interface Store {
  readonly mail: MailStore;
  readonly boxes: BoxStore;
  readonly shares: BoxStore;
  /** Makes the vault, or finds it unchanged under the same keys; refuses a deleted one and other keys. */
  readonly createVault: (id: VaultId, keys: VaultKeys, now: Hour) => Promise<Result<null, CreateFault>>;
  readonly findVault: (id: VaultId) => Promise<Result<Found, StoreFault>>;
  /** Sets the write key of the next epoch; any epoch but the next one is refused. */
  readonly rotate: (
    id: VaultId,
    epoch: number,
    writePub: Uint8Array,
  ) => Promise<Result<{ readonly head: number }, RotateFault>>;
  /** From the answer on the vault is gone for everyone; its rows follow by `sweepExpired`. */
  readonly deleteVault: (id: VaultId, now: Hour) => Promise<Result<null, StoreFault>>;
  /** Each append whole or not at all, in the order given. */
  readonly appendMany: (appends: readonly Append[]) => Promise<readonly Result<Appended, AppendFault>[]>;
  /**
   * Takes envelopes away in steps, each a transaction; answers after the last one. A repeat finds nothing left to do.
   * Their bytes leave the disk by `settle`.
   */
  readonly erase: (erase: Erase) => Promise<Result<{ readonly head: number }, EraseFault>>;
  /** Entries after place `after`: about `maxBytes` of envelopes, and at least one entry if there is any. */
  readonly pull: (id: VaultId, after: number, maxBytes: number) => Promise<Result<Page, StoreFault>>;
  /**
   * As `pull`, of the envelopes of type membership alone, and perhaps some that came together with one: it never takes
   * more work than what it gives.
   */
  readonly pullActs: (id: VaultId, after: number, maxBytes: number) => Promise<Result<Page, StoreFault>>;
  /** How far some vaults are, and under which key: those that are deleted or never were are left out. */
  readonly headsOf: (ids: readonly VaultId[]) => Promise<Result<ReadonlyMap<VaultId, VaultHead>, StoreFault>>;
  /** Deletes at most `limit` rows of what is over; answers with how many, 0 when nothing is left to do. */
  readonly sweepExpired: (now: Hour, limit: number) => Promise<Result<number, StoreFault>>;
  /**
   * One step of joining old rows of vaults that grew, so that a long log is pulled from few; nothing that anybody can
   * see changes. `fewer` rows stand there afterwards; `more` says whether there is another step to do.
   */
  readonly pack: () => Promise<Result<{ readonly fewer: number; readonly more: boolean }, StoreFault>>;
  /** Makes the bytes of deleted rows leave the disk, if any were deleted. */
  readonly settle: () => Promise<Result<null, StoreFault>>;
  readonly stats: () => Promise<Result<StoreStats, StoreFault>>;
  /** Finishes what is queued, then lets go. */
  readonly close: () => Promise<void>;
}

/** What a store is bounded by. */
export interface StoreCaps {
  /** Bytes of envelopes in one vault. */
  readonly vaultBytes: number;
  /** Device chains in one vault. */
  readonly vaultDevices: number;
}

/** Hours that sealed replies are kept after the end of their ask, at most (security page 4.10: 30 days). */
export const keepReplies = 30 * 24;
/** Hours after which a vault without an envelope goes. */
export const keepEmpty = 24;
