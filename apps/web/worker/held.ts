/** What the desk holds in memory while the app is open: daily keys and the book of members, never the owner secret. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import {
  credentials,
  emptyBook,
  unpackCustody,
  vaultIdOf,
  type AgreementKey,
  type Book,
  type DailyCustody,
  type Device,
  type EpochKey,
  type PairingCode,
  type Random,
  type VaultKeys,
} from "@belay/vault";
import type { DeskFault, DeskIdentity } from "@belay/wire";
import { newKeyring, type Keyring } from "./keyring.ts";
import type { Keystore } from "./keystore.ts";
import type { Slot } from "./record.ts";
import type { Stretch } from "./stretch.ts";

/** Everything real that the desk is given. */
export interface DeskPorts {
  readonly keystore: Keystore;
  readonly random: Random;
  readonly stretch: Stretch;
  /** SHA-256, 32 bytes: the platform's own is many times faster than script. Without it the vault does it itself. */
  readonly digest?: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The open keys of one vault. */
export interface Held {
  readonly ownerPub: Uint8Array;
  readonly vaultId: Uint8Array;
  readonly device: Device;
  readonly foreign: boolean;
  readonly lock: boolean;
  /** What stands in the wraps, in rising order; newer epochs come out of the log. */
  wrapped: readonly EpochKey[];
  readonly ring: Keyring;
  book: Book;
  /** Sealed epoch keys that were looked at already, as hex. */
  readonly looked: Set<string>;
  /** Membership envelopes whose act is in the book, by the hex of their link: checking one anew is two signatures. */
  readonly learnt: Set<string>;
}

/** A pairing that this device offers. */
export interface Offer {
  readonly code: PairingCode;
  readonly own: AgreementKey;
  readonly device: Device;
  readonly until: number;
}

/** The desk between calls. */
export interface Room {
  readonly ports: DeskPorts;
  held: Held | null;
  /** True once opening found a lock. */
  locked: boolean;
  /** The vault that is being filled. */
  begun: Held | null;
  offer: Offer | null;
}

/** Holds daily keys; the book is empty until the log was opened. */
export const hold = (daily: DailyCustody, slot: Pick<Slot, "foreign" | "lock">): Held => ({
  ownerPub: daily.ownerPub,
  vaultId: vaultIdOf(daily.ownerPub),
  device: daily.device,
  foreign: slot.foreign,
  lock: slot.lock,
  wrapped: daily.epochs,
  ring: newKeyring(daily.epochs),
  book: emptyBook,
  looked: new Set(),
  learnt: new Set(),
});

/** Holds what stands in opened bytes. */
export const holdBytes = (plain: Uint8Array, slot: Slot): Result<Held, DeskFault> => {
  const daily = unpackCustody(plain);
  if (!daily.ok || daily.value.kind !== "daily") return err({ type: "KeysUnreadable" });
  const held = hold(daily.value, slot);
  return equalBytes(held.vaultId, slot.vaultId) ? ok(held) : err({ type: "KeysUnreadable" });
};

/** Wipes keys that are not needed any more. */
export const letGo = (held: Held | null): void => {
  if (held === null) return;
  held.ring.wipe();
  for (const { key } of held.wrapped) key.wipe();
  held.device.sign.seed.wipe();
  held.device.agree.secret.wipe();
};

/** Takes new keys in place of the ones before. */
export const take = (room: Room, held: Held | null): void => {
  if (room.held !== held) letGo(room.held);
  room.held = held;
  room.locked = false;
};

/** The key of an epoch that the book vouches for; before there is a book, the one in the wraps. */
export const keysOf = ({ book, ring }: Held, epoch: number): VaultKeys | null => {
  const known = ring.of(epoch);
  const named = credentials(book).find((credential) => credential.epoch === epoch);
  if (named === undefined) return known[0] ?? null;
  return known.find(({ write }) => equalBytes(write.publicKey, named.writePub)) ?? null;
};

/** The newest epoch that this device has the key of, and the key. Keys that were opened have at least one epoch. */
export const newest = (held: Held): { readonly epoch: number; readonly keys: VaultKeys } => {
  const last = held.wrapped.at(-1)?.epoch ?? 0;
  const epochs = [...credentials(held.book).map(({ epoch }) => epoch), last].toSorted((a, b) => b - a);
  for (const epoch of epochs) {
    const keys = keysOf(held, epoch);
    if (keys !== null) return { epoch, keys };
  }
  throw new Error("keys without an epoch");
};

/**
 * Every epoch's key, rising: what a new wrap, another device or the recovery record is given. Where two devices began an
 * epoch at once, the key that lost comes second: something may have been sealed under it before that was noticed.
 */
export const everyEpoch = (held: Held): readonly EpochKey[] =>
  Array.from({ length: newest(held).epoch }, (_, i): readonly EpochKey[] => {
    const standing = keysOf(held, i + 1);
    const lost = held.ring.of(i + 1).filter((keys) => keys !== standing);
    return [...(standing === null ? [] : [standing]), ...lost].map(({ epochKey }) => ({ epoch: i + 1, key: epochKey }));
  }).flat();

/** The daily tier as it is wrapped anew. */
export const dailyOf = (held: Held): DailyCustody => ({
  kind: "daily",
  ownerPub: held.ownerPub,
  device: held.device,
  epochs: everyEpoch(held),
});

/** Who this device is. */
export const identityOf = (held: Held, fresh: boolean): DeskIdentity => ({
  vault: toHex(held.vaultId),
  device: toHex(held.device.id),
  epoch: newest(held).epoch,
  fresh,
});

/** The open keys, or why there are none. */
export const heldOf = (room: Room): Result<Held, DeskFault> => {
  if (room.held !== null) return ok(room.held);
  return err(room.locked ? { type: "Locked" } : { type: "KeysMissing" });
};

/** Runs work that needs the daily keys; without them it says so. */
export const withKeys = <T>(room: Room, work: (held: Held) => Result<T, DeskFault>): Promise<Result<T, DeskFault>> => {
  const held = heldOf(room);
  return Promise.resolve(held.ok ? work(held.value) : held);
};

/** A result of the vault as one of the desk's. */
export const opened = <T>(result: Result<T, { readonly type: string }>): Result<T, DeskFault> =>
  result.ok ? result : err({ type: "DoesNotOpen", detail: result.error.type });

/** One of the desk's own refusals. */
export const refused = (detail: string): Result<never, DeskFault> => err({ type: "Refused", detail });
