/** Lays out what a pairing package holds, before it is padded and sealed. */
import { concat, equalBytes, err, fromHex, ok, readU32, readU64, toHex, u32, u64, type Result } from "@belay/basics";
import { capsuleCap, seenMax, type Seen, type WireFault } from "@belay/wire";
import { packEpochs, unpackEpochs, type EpochKey } from "./custody.ts";
import type { TooLong } from "./fault.ts";
import { ownerFrom } from "./keys.ts";
import { recoveryCoverBytes } from "./recovery.ts";
import { asSecret, type Secret } from "./secret.ts";

/** What the old device hands over. */
export interface PairingPackage {
  /** 32 bytes; the vault's id follows from it. */
  readonly ownerPub: Uint8Array;
  /** Every epoch's key, rising. */
  readonly epochs: readonly EpochKey[];
  /** The newest membership act the old device knows: number and hash (32 bytes). */
  readonly head: { readonly n: number; readonly hash: Uint8Array };
  /** What the old device has seen of every chain: a relay that serves less is found out. */
  readonly heads: Seen;
  /** OS, when the person lets this device manage the vault too; without it, it reads and writes only. */
  readonly owner?: Secret;
  /** The id of the recovery record, 16 bytes, once there is one. */
  readonly recoveryId?: Uint8Array;
  /** With it: what renews that record without the words, 136 bytes. The words themselves are never handed over. */
  readonly recoveryCover?: Uint8Array;
}

/** Bits of the first byte: what else is there. */
const hasOwner = 1;
const hasRecovery = 2;
const hasCover = 4;
// has(1) ownerPub(32) n(4) hash(32) epochs(2) heads(2)
const fixed = 73;
const epochBytes = 36;
const headBytes = 56;
const none = new Uint8Array(0);
const shape = (field: string) => err({ type: "BadShape", field } as const);
const u16 = (value: number): Uint8Array => u32(value).subarray(2);

const packHeads = (heads: Seen): Uint8Array | null => {
  const parts: Uint8Array[] = [];
  for (const [device, [seq, hash]] of Object.entries(heads).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [id, link] = [fromHex(device), fromHex(hash)];
    if (!id.ok || !link.ok || id.value.length !== 16 || link.value.length !== 32) return null;
    if (!Number.isSafeInteger(seq) || seq < 1) return null;
    parts.push(id.value, u64(seq), link.value);
  }
  return concat(...parts);
};

/**
 * `has(1) ownerPub(32) n(4) hash(32) epochs(2) heads(2) | [epoch(4) key(32)]* [deviceId(16) seq(8) hash(32)]*
 * OS(32)? recoveryId(16)? cover(136)?`, heads by rising id. The caller wipes it.
 */
export const packPackage = (inside: PairingPackage): Result<Uint8Array, TooLong | WireFault> => {
  const { ownerPub, epochs, head, heads, owner, recoveryId, recoveryCover: cover } = inside;
  const rows = packHeads(heads);
  const count = Object.keys(heads).length;
  if (rows === null || count > seenMax) return shape("heads");
  const keys = packEpochs(epochs).subarray(4);
  const optional = [owner?.expose() ?? none, recoveryId ?? none, cover ?? none];
  const has = optional.reduce((bits, { length }, at) => bits | (length > 0 ? 1 << at : 0), 0);
  const start = concat(Uint8Array.of(has), ownerPub, u32(head.n), head.hash, u16(epochs.length), u16(count));
  const plain = concat(start, keys, rows, ...optional);
  keys.fill(0);
  const max = capsuleCap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  // Read back before sealing: what the other device could not read must not be sent.
  const read = unpackPackage(plain);
  return read.ok ? ok(plain) : read;
};

const unpackHeads = (bytes: Uint8Array): Seen | null => {
  const rows: (readonly [string, readonly [number, string]])[] = [];
  for (let at = 0; at < bytes.length; at += headBytes) {
    const device = toHex(bytes.subarray(at, at + 16));
    const seq = readU64(bytes, at + 16);
    if (!seq.ok || seq.value < 1 || device <= (rows.at(-1)?.[0] ?? "")) return null;
    rows.push([device, [seq.value, toHex(bytes.subarray(at + 24, at + headBytes))]]);
  }
  return Object.fromEntries(rows);
};

/** The package in opened bytes; nothing in it points into `bytes`, which the caller wipes. */
export const unpackPackage = (bytes: Uint8Array): Result<PairingPackage, WireFault> => {
  if (bytes.length < fixed) return err({ type: "TooShort", min: fixed, got: bytes.length });
  const has = bytes[0] ?? 0;
  const epochCount = readU32(bytes, 67) & 0xffff;
  const headCount = readU32(bytes, 69) & 0xffff;
  const headsAt = fixed + epochCount * epochBytes;
  const ownerAt = headsAt + headCount * headBytes;
  const recoveryAt = ownerAt + (has & hasOwner ? 32 : 0);
  const coverAt = recoveryAt + (has & hasRecovery ? 16 : 0);
  const end = coverAt + (has & hasCover ? recoveryCoverBytes : 0);
  // A cover alone is of no record.
  if (has > 7 || (has & (hasRecovery | hasCover)) === hasCover || headCount > seenMax || bytes.length !== end)
    return shape("package");
  const epochs = unpackEpochs(concat(u32(epochCount), bytes.subarray(fixed, headsAt)));
  if (epochs === null) return shape("epochs");
  const heads = unpackHeads(bytes.subarray(headsAt, ownerAt));
  if (heads === null) return shape("heads");
  const ownerPub = bytes.slice(1, 33);
  const owner = has & hasOwner ? asSecret(bytes.subarray(ownerAt, recoveryAt)) : null;
  // An owner secret of another vault would let the new device sign what nobody can check.
  if (owner !== null && !equalBytes(ownerFrom(owner.expose()).ownerPub, ownerPub)) return shape("owner");
  return ok({
    ownerPub,
    epochs,
    head: { n: readU32(bytes, 33), hash: bytes.slice(37, 69) },
    heads,
    ...(owner === null ? {} : { owner }),
    ...(has & hasRecovery ? { recoveryId: bytes.slice(recoveryAt, coverAt) } : {}),
    ...(has & hasCover ? { recoveryCover: bytes.slice(coverAt, end) } : {}),
  });
};
