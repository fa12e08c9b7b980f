/** Seals everything a new device needs under the twelve recovery words, for the relay to keep (security page 4.2). */
import { concat, equalBytes, err, ok, readU32, u32, utf8, type Result } from "@belay/basics";
import { capsuleMax, commitBytes, smallestBucket, tagBytes, wireSuite, wireVersion, type WireFault } from "@belay/wire";
import { onceKey, open, openCommitted, seal, sealPadded, type OnceKey } from "./aead.ts";
import { packEpochs, unpackEpochs, type EpochKey } from "./custody.ts";
import { derive, rootOf } from "./derive.ts";
import type { SealFault, TooLong } from "./fault.ts";
import { ownerFrom, type Owner } from "./keys.ts";
import { labels } from "./labels.ts";
import { bucketFor, isBucket } from "./padding.ts";
import type { Random, Secret } from "./secret.ts";

/** Why a record was refused. Other words than it was sealed with are `BadCommitment`. */
export type RecoveryFault = WireFault | SealFault;

/** Where the record lies, and what fetches it. */
export interface RecoveryPlace {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes; the relay keeps its hash. */
  readonly readProof: Uint8Array;
}

/** What goes into a record. */
export interface RecoveryInput {
  /** R, the 16 bytes of the words. */
  readonly entropy: Uint8Array;
  readonly owner: Owner;
  /** Every epoch's key, rising; the last is the newest. */
  readonly epochs: readonly EpochKey[];
}

/** What comes out of one. */
export interface Recovered {
  readonly owner: Owner;
  readonly epochs: readonly EpochKey[];
}

/** Id and read proof of the 16 bytes of the words. */
export const recoveryPlace = (entropy: Uint8Array): RecoveryPlace => {
  const root = rootOf(entropy);
  const place = { id: derive(root, labels.recoveryId, 16), readProof: derive(root, labels.recoveryAuth, 32) };
  root.wipe();
  return place;
};

/** The proof that replaces or closes the record: from OS, so that the words alone cannot. 32 bytes. */
export const recoveryOwnerProof = (owner: Owner): Uint8Array =>
  derive(rootOf(owner.secret.expose()), labels.ownerRecovery, 32);

const prefix = concat(utf8("BREC"), Uint8Array.of(wireVersion, wireSuite, 1, 0));
// prefix(8) salt(16) nonce(24)
const outerHead = 48;
// OS(32) newest epoch(4)
const outerPlain = 36;
// head, commit(32), ciphertext and tag of OS and the epoch's number
const innerAt = outerHead + commitBytes + outerPlain + tagBytes;
// salt(16) nonce(24) ctLen(4)
const innerHead = 44;
const innerFront = innerAt + innerHead + commitBytes;
const recordMin = innerFront + smallestBucket + tagBytes;
/** Far above any number of rotations, and inside 16 KiB. */
const epochsMax = 400;

const outerKey = (entropy: Uint8Array, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(entropy), labels.recoveryKek, 64, salt));
const innerKey = (secret: Secret, epoch: number, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(secret.expose()), labels.ownerWrap, 64, u32(epoch), salt));

/** A cover is this long: the part of a record before its second half, and the epoch's number in clear. */
export const recoveryCoverBytes = innerAt + 4;

/**
 * OS under R, which does not change while the words do not, and behind it the number in it. Whoever has OS and this
 * renews the record without the words, and cannot read one (security page 4.2). Takes 16 and 24 random bytes.
 */
export const sealCover = (entropy: Uint8Array, owner: Owner, newest: number, random: Random): Uint8Array => {
  const [salt, nonce] = [random(16), random(24)];
  const head = concat(prefix, salt, nonce);
  const once = outerKey(entropy, salt);
  const plain = concat(owner.secret.expose(), u32(newest));
  const cover = concat(head, once.commit, seal(once.key, nonce, head, plain), u32(newest));
  for (const secret of [plain, once.key]) secret.fill(0);
  return cover;
};

/**
 * The record under a cover: the keys of all epochs under OS, padded. Takes 16 and 24 random bytes. Refuses a cover of
 * another length or of a newer epoch, no epoch, and more than 400.
 */
export const renewRecovery = (
  { cover, owner, epochs }: Omit<RecoveryInput, "entropy"> & { readonly cover: Uint8Array },
  random: Random,
): Result<Uint8Array, TooLong | WireFault> => {
  if (cover.length !== recoveryCoverBytes) return err({ type: "BadShape", field: "cover" });
  const named = readU32(cover, innerAt);
  if ((epochs.at(-1)?.epoch ?? 0) < named) return err({ type: "BadShape", field: "epochs" });
  if (epochs.length > epochsMax) return err({ type: "TooLong", max: epochsMax, got: epochs.length });
  const [salt, nonce] = [random(16), random(24)];
  const inner = innerKey(owner.secret, named, salt);
  const packed = packEpochs(epochs);
  const front = concat(cover.subarray(0, innerAt), salt, nonce, u32(bucketFor(packed.length + 4) + tagBytes));
  const record = concat(front, inner.commit, sealPadded(inner.key, nonce, front, packed));
  for (const secret of [packed, inner.key]) secret.fill(0);
  return ok(record);
};

/**
 * The record: a new cover, then the keys. Takes 16, 24, 16 and 24 random bytes: salt and nonce of either part. Refuses
 * words of another length, no epoch, and more than 400.
 */
export const sealRecovery = (input: RecoveryInput, random: Random): Result<Uint8Array, TooLong | WireFault> => {
  const { entropy, owner, epochs } = input;
  const newest = epochs.at(-1)?.epoch;
  if (entropy.length !== 16) return err({ type: "BadShape", field: "entropy" });
  if (newest === undefined) return err({ type: "BadShape", field: "epochs" });
  return renewRecovery({ cover: sealCover(entropy, owner, newest, random), owner, epochs }, random);
};

const recordFault = (record: Uint8Array): WireFault | null => {
  if (record.length < recordMin) return { type: "TooShort", min: recordMin, got: record.length };
  if (record.length > capsuleMax) return { type: "TooLong", max: capsuleMax, got: record.length };
  const [version = 0, suite = 0, kind = 0, flags = 0] = record.subarray(4, 8);
  if (!equalBytes(record.subarray(0, 4), prefix.subarray(0, 4))) return { type: "BadMagic" };
  if (version !== wireVersion) return { type: "UnknownVersion", got: version };
  if (suite !== wireSuite) return { type: "UnknownSuite", got: suite };
  if (kind !== 1) return { type: "UnknownType", got: kind };
  if (flags !== 0) return { type: "UnknownFlags", got: flags };
  const said = readU32(record, innerAt + 40);
  const got = record.length - innerFront;
  return said === got && isBucket(got - tagBytes) ? null : { type: "BadLength", said, got };
};

/** OS and the newest epoch's number, under R. */
const openOuter = (record: Uint8Array, entropy: Uint8Array): Result<Uint8Array, SealFault> => {
  const once = outerKey(entropy, record.subarray(8, 24));
  if (!equalBytes(once.commit, record.subarray(outerHead, outerHead + commitBytes)))
    return err({ type: "BadCommitment" });
  const ct = record.subarray(outerHead + commitBytes, innerAt);
  const plain = open(once.key, record.subarray(24, outerHead), record.subarray(0, outerHead), ct);
  once.key.fill(0);
  return plain === null ? err({ type: "BadTag" }) : ok(plain);
};

/**
 * The owner and every epoch's key, or nothing. Checks in this order: size, magic, version, suite, kind, flags, length,
 * then commitment and tag of either part, padding, and that the last epoch is not below the one that was named.
 */
export const openRecovery = (record: Uint8Array, entropy: Uint8Array): Result<Recovered, RecoveryFault> => {
  const fault = recordFault(record);
  if (fault !== null) return err(fault);
  const outer = openOuter(record, entropy);
  if (!outer.ok) return outer;
  const owner = ownerFrom(outer.value.subarray(0, 32));
  const named = readU32(outer.value, 32);
  outer.value.fill(0);
  const front = innerAt + innerHead;
  const inner = innerKey(owner.secret, named, record.subarray(innerAt, innerAt + 16));
  const packed = openCommitted(inner, {
    aad: record.subarray(0, front),
    nonce: record.subarray(innerAt + 16, innerAt + 40),
    commit: record.subarray(front, innerFront),
    ct: record.subarray(innerFront),
  });
  inner.key.fill(0);
  if (!packed.ok) return packed;
  const epochs = unpackEpochs(packed.value);
  packed.value.fill(0);
  const right = epochs !== null && (epochs.at(-1)?.epoch ?? 0) >= named;
  return right ? ok({ owner, epochs }) : err({ type: "BadShape", field: "epochs" });
};
