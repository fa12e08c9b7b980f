/** Opens and closes the two tiers of a slot: daily keys, and the owner secret, which is held for one act alone. */
import { concat, equalBytes, err, ok, type Result } from "@belay/basics";
import {
  lockParams,
  lowMemoryParams,
  packCustody,
  passphraseBytes,
  sealLock,
  unpackCustody,
  type DailyCustody,
  type LockKind,
  type Owner,
} from "@belay/vault";
import type { DeskFault } from "@belay/wire";
import { guess, readRecord, type Unwrapped } from "./guess.ts";
import { refused, type DeskPorts, type Room } from "./held.ts";
import type { KeyRecord, Slot } from "./record.ts";

/** The wrap opened, and what is inside is not what it must be. */
const unreadable = { type: "KeysUnreadable" } as const;
/** Packed owner custody is 8 bytes of prefix and the secret; 16 more where there are recovery words. */
const ownerBytes = 40;
const entropyBytes = 16;

/** The second tier, open for one act. It is wiped when the act ends. */
export interface OwnerTier {
  readonly owner: Owner;
  /** The 16 bytes of the recovery words, once they were made on this device. */
  readonly entropy: Uint8Array | null;
  readonly record: KeyRecord;
  /** The owner wrap again, with these words' bytes behind the secret: under the same passphrase, or bare as before. */
  readonly rewrap: (entropy: Uint8Array) => Result<Uint8Array, DeskFault>;
}

/** Packed owner custody, then the bytes of the recovery words where there are some. The caller wipes it. */
export const packOwner = (owner: Owner, entropy: Uint8Array | null): Uint8Array => {
  const bare = packCustody({ kind: "owner", owner });
  return entropy === null ? bare : concat(bare, entropy);
};

/** What the owner wrap holds, in clear. */
type OpenOwner = Pick<OwnerTier, "owner" | "entropy">;

/** The owner and the words' bytes, copied; null when the content is neither 40 nor 56 bytes or not an owner's. */
const unpackOwner = (plain: Uint8Array): OpenOwner | null => {
  if (plain.length !== ownerBytes && plain.length !== ownerBytes + entropyBytes) return null;
  const custody = unpackCustody(plain.subarray(0, ownerBytes));
  if (!custody.ok || custody.value.kind !== "owner") return null;
  return { owner: custody.value.owner, entropy: plain.length === ownerBytes ? null : plain.slice(ownerBytes) };
};

/** Overwrites every copy that this act had: the secret, the signing seed made of it, the words' bytes. */
const wipeOwner = ({ owner, entropy }: OpenOwner): void => {
  owner.secret.wipe();
  owner.sign.seed.wipe();
  entropy?.fill(0);
};

/** Opens the owner wrap: bare, or by a guess that counts. */
const ownerPlain = async (
  ports: DeskPorts,
  record: KeyRecord,
  pass: string | null,
): Promise<Result<Pick<Unwrapped, "plain" | "record"> & Partial<Unwrapped>, DeskFault>> => {
  const { lock, owner } = record.current;
  return lock ? guess(ports, record, owner, pass) : ok({ plain: Uint8Array.from(owner), record });
};

/**
 * Wraps changed content under the stretched passphrase of this very act, with the same salt and a fresh nonce: a second
 * stretching would cost a second for nothing. Without a lock it stays bare.
 */
const sealAgain = (
  ports: DeskPorts,
  unwrapped: Partial<Unwrapped>,
  plain: Uint8Array,
): Result<Uint8Array, DeskFault> => {
  const { stretched, params, salt } = unwrapped;
  if (stretched === undefined || params === undefined || salt === undefined) return ok(Uint8Array.from(plain));
  const sealed = sealLock({ kind: "owner", params, salt, stretched }, plain, ports.random);
  return sealed.ok ? sealed : err(unreadable);
};

/**
 * Opens the owner secret with the passphrase said again, does one act, and wipes it. Nothing else runs on the keystore
 * meanwhile, in any tab.
 */
export const withOwner = <T>(
  room: Room,
  pass: string | null,
  work: (tier: OwnerTier) => Result<T, DeskFault> | Promise<Result<T, DeskFault>>,
): Promise<Result<T, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    const { ports } = room;
    const record = await readRecord(ports);
    if (!record.ok) return record;
    if (record.value === null) return err({ type: "KeysMissing" });
    // Another tab has put another vault in their place: its second tier and these daily keys must never be mixed.
    if (room.held !== null && !equalBytes(room.held.vaultId, record.value.current.vaultId))
      return err({ type: "KeysMissing" });
    const unwrapped = await ownerPlain(ports, record.value, pass);
    if (!unwrapped.ok) return unwrapped;
    const { plain, stretched } = unwrapped.value;
    const open = unpackOwner(plain);
    plain.fill(0);
    if (open === null) return err(unreadable);
    const rewrap = (entropy: Uint8Array): Result<Uint8Array, DeskFault> => {
      const packed = packOwner(open.owner, entropy);
      const sealed = sealAgain(ports, unwrapped.value, packed);
      packed.fill(0);
      return sealed;
    };
    const result = await work({ ...open, record: unwrapped.value.record, rewrap });
    stretched?.fill(0);
    wipeOwner(open);
    return result;
  });

/** Wraps one tier under a passphrase with a salt of its own; with less memory and more passes where it must be. */
const wrap = async (
  ports: DeskPorts,
  kind: Exclude<LockKind, "prf">,
  plain: Uint8Array,
  given: Uint8Array,
): Promise<Result<Uint8Array, DeskFault>> => {
  for (const params of [lockParams, lowMemoryParams]) {
    const salt = ports.random(16);
    const stretched = await ports.stretch(given, salt, params);
    if (!stretched.ok) continue;
    const sealed = sealLock({ kind, params, salt, stretched: stretched.value }, plain, ports.random);
    stretched.value.fill(0);
    return sealed.ok ? sealed : err(unreadable);
  }
  return refused("NoMemory");
};

/** Both tiers for a slot: bare without a passphrase, else each under its own wrap. Wipes `owner`. */
export const wrapTiers = async (
  ports: DeskPorts,
  daily: DailyCustody,
  owner: Uint8Array,
  pass: string | null,
): Promise<Result<Pick<Slot, "lock" | "daily" | "owner">, DeskFault>> => {
  const packed = packCustody(daily);
  if (pass === null) return ok({ lock: false, daily: packed, owner });
  const given = passphraseBytes(pass);
  const first = await wrap(ports, "daily", packed, given);
  const second = first.ok ? await wrap(ports, "owner", owner, given) : first;
  for (const bytes of [packed, owner, given]) bytes.fill(0);
  if (!first.ok) return first;
  if (!second.ok) return second;
  return ok({ lock: true, daily: first.value, owner: second.value });
};
