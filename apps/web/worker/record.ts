/** Lays out what the keystore keeps: the slot in use, the one being made, and how guessing stands. */
import { concat, equalBytes, err, ok, readU32, readU64, u32, u64, utf8, type Result } from "@belay/basics";
import { custodyVaultId, recoveryCoverBytes, unpackCustody } from "@belay/vault";
import type { DeskFault } from "@belay/wire";
import { noGuesses, type Guesses } from "./back-off.ts";

/** The keys of one vault on this device, each tier in a wrap of its own. */
export interface Slot {
  /** 16 bytes; readable without the passphrase, so that a crash half-way can be told from the end. */
  readonly vaultId: Uint8Array;
  /** Whether the two tiers are wrapped under a passphrase, or bare inside the platform's wrap. */
  readonly lock: boolean;
  /** True when the vault was founded on another device: this one never founds it again. */
  readonly foreign: boolean;
  /** Packed daily custody, or the lock around it. */
  readonly daily: Uint8Array;
  /** Packed owner custody with the 16 bytes of the recovery words behind it, or the lock around both. */
  readonly owner: Uint8Array;
  readonly passkey: { readonly credential: Uint8Array; readonly wrap: Uint8Array } | null;
  /**
   * Once there are words: where their record lies (16 bytes), and on a device that does not have the words the cover that
   * renews it (136 bytes). `before` (16 bytes) is the place of another device's words, which new ones made here replace: it
   * stays, so that those are ended even where the relay was not reached at first.
   */
  readonly recovery: {
    readonly id: Uint8Array;
    readonly cover: Uint8Array | null;
    readonly before?: Uint8Array;
  } | null;
}

/** Everything that is kept, written whole or not at all. */
export interface KeyRecord extends Guesses {
  readonly current: Slot;
  /** A new vault that is being filled. */
  readonly next: Slot | null;
}

/** Tells this layout from the first one, which began with a length. */
const magic = utf8("BKEY");
const version = 1;
const headBytes = 24;
const idBytes = 16;
const unreadable = { type: "KeysUnreadable" } as const;

/** Bytes behind their length in four bytes. */
const part = (bytes: Uint8Array): Uint8Array => concat(u32(bytes.length), bytes);

const none = new Uint8Array(0);

/** Two flags, then every part in its fixed place; what is not there has length 0. */
const encodeSlot = (slot: Slot): Uint8Array =>
  concat(
    Uint8Array.of(slot.lock ? 1 : 0, slot.foreign ? 1 : 0),
    ...[
      slot.vaultId,
      slot.daily,
      slot.owner,
      slot.passkey?.credential ?? none,
      slot.passkey?.wrap ?? none,
      concat(slot.recovery?.id ?? none, slot.recovery?.cover ?? slot.recovery?.before ?? none),
    ].map(part),
  );

/**
 * `"BKEY" version(1) 0 0 0 | failures(4) notBefore(8) | len(4) | current next?`. A slot is `lock(1) foreign(1)` and six
 * parts behind their lengths: vault id, daily, owner, passkey id, passkey wrap, recovery id with its cover or with the id
 * before it. The caller wipes it.
 */
export const encodeRecord = ({ current, next, failures, notBefore }: KeyRecord): Uint8Array => {
  const first = encodeSlot(current);
  const head = concat(magic, Uint8Array.of(version, 0, 0, 0), u32(failures), u64(notBefore), u32(first.length));
  return concat(head, first, next === null ? none : encodeSlot(next));
};

/** The length-prefixed parts that fill `bytes` exactly, copied; null when they do not. */
const partsOf = (bytes: Uint8Array): readonly Uint8Array[] | null => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes.length - at < 4) return null;
    const length = readU32(bytes, at);
    if (length > bytes.length - at - 4) return null;
    parts.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
};

/** The id of a recovery record, and what stands behind it, if anything does: its length says what it is. */
const recoveryOf = (bytes: Uint8Array): Slot["recovery"] => {
  const [id, rest] = [bytes.slice(0, idBytes), bytes.slice(idBytes)];
  if (rest.length === idBytes) return { id, cover: null, before: rest };
  return id.length === 0 ? null : { id, cover: rest.length === 0 ? null : rest };
};

/** A slot whose every part has a size that can be, or null. What a part means is for whoever opens it. */
const decodeSlot = (bytes: Uint8Array): Slot | null => {
  const [lock = 2, foreign = 2] = bytes;
  const [vaultId, daily, owner, credential, wrap, recovery, ...rest] = partsOf(bytes.subarray(2)) ?? [];
  if (lock > 1 || foreign > 1 || rest.length > 0 || vaultId?.length !== 16) return null;
  if (daily === undefined || owner === undefined || credential === undefined || wrap === undefined) return null;
  if (recovery === undefined || ![0, idBytes, 2 * idBytes, idBytes + recoveryCoverBytes].includes(recovery.length))
    return null;
  if ((credential.length === 0) !== (wrap.length === 0)) return null;
  return {
    vaultId,
    lock: lock === 1,
    foreign: foreign === 1,
    daily,
    owner,
    passkey: wrap.length === 0 ? null : { credential, wrap },
    recovery: recoveryOf(recovery),
  };
};

/** What the first version of the app kept: `len(4) daily owner`, both bare. It opens for ever. */
const decodeFirst = (bytes: Uint8Array): Result<KeyRecord, DeskFault> => {
  const split = 4 + (bytes.length < 4 ? 0 : readU32(bytes, 0));
  const [daily, owner] = [bytes.slice(4, split), bytes.slice(split)];
  const opened = unpackCustody(daily);
  if (!opened.ok || opened.value.kind !== "daily" || owner.length === 0) return err(unreadable);
  const vaultId = custodyVaultId(opened.value);
  const current: Slot = { vaultId, lock: false, foreign: false, daily, owner, passkey: null, recovery: null };
  return ok({ ...noGuesses, current, next: null });
};

/** The record in unwrapped bytes, of this version or the first; nothing in it points into `bytes`. */
export const decodeRecord = (bytes: Uint8Array): Result<KeyRecord, DeskFault> => {
  if (!equalBytes(bytes.subarray(0, 4), magic)) return decodeFirst(bytes);
  const [known = 0, ...flags] = bytes.subarray(4, 8);
  if (bytes.length < headBytes || known !== version || flags.some((flag) => flag !== 0)) return err(unreadable);
  const notBefore = readU64(bytes, 12);
  const split = headBytes + readU32(bytes, 20);
  const current = decodeSlot(bytes.subarray(headBytes, split));
  const next = split === bytes.length ? null : decodeSlot(bytes.subarray(split));
  if (!notBefore.ok || current === null || split > bytes.length) return err(unreadable);
  if (next === null && split !== bytes.length) return err(unreadable);
  return ok({ current, next, failures: readU32(bytes, 8), notBefore: notBefore.value });
};
