/** Wraps a device's keys under a stretched passphrase or a passkey's answer (security page 4.2, 4.7). */
import { concat, err, ok, utf8, type Result } from "@belay/basics";
import { commitBytes, opCap, smallestBucket, tagBytes, wireSuite, wireVersion, type WireFault } from "@belay/wire";
import { onceKey, openCommitted, sealPadded, type OnceKey } from "./aead.ts";
import { derive, rootOf } from "./derive.ts";
import type { SealFault, TooLong } from "./fault.ts";
import { encodeKdf, kdfInRange, readKdf, type KdfFault, type KdfParams } from "./kdf.ts";
import { labels, type Label } from "./labels.ts";
import { isBucket } from "./padding.ts";
import type { Random } from "./secret.ts";

/** What a wrap holds: daily keys under the passphrase, the owner secret under it, or daily keys under a passkey. */
export const lockKinds = ["daily", "owner", "prf"] as const;

/** One of the three wraps. */
export type LockKind = (typeof lockKinds)[number];

/** What can be read of a wrap before any secret is known. */
export interface LockHead {
  readonly kind: LockKind;
  /** How the passphrase is stretched; null for a passkey, whose answer is a key already. */
  readonly params: KdfParams | null;
  /** 16 bytes: Argon2id's salt, or the input of the passkey's PRF; mixed into the key either way. */
  readonly salt: Uint8Array;
}

/** What a wrap is sealed with: its head and the secret behind it. */
export interface LockSeal extends LockHead {
  /** 32 bytes: Argon2id's output or the passkey's PRF output. The caller wipes it. */
  readonly stretched: Uint8Array;
}

/** Why a wrap was refused. A wrong passphrase is `BadCommitment`, and nothing else is. */
export type LockFault = WireFault | KdfFault | SealFault;

const magic = utf8("BLCK");
const labelOf: Readonly<Record<LockKind, Label>> = {
  daily: labels.lockDaily,
  owner: labels.lockOwner,
  prf: labels.lockPrf,
};
// prefix(8) memoryKiB(4) passes(4) lanes(4) salt(16) nonce(24)
const headBytes = 60;
const frontBytes = headBytes + commitBytes;
const lockMin = frontBytes + smallestBucket + tagBytes;
const lockMax = frontBytes + opCap + tagBytes;
const noKdf = new Uint8Array(12);

const lockKey = (kind: LockKind, stretched: Uint8Array, salt: Uint8Array): OnceKey => {
  const root = rootOf(stretched);
  const once = onceKey(derive(root, labelOf[kind], 64, salt));
  root.wipe();
  return once;
};

const rangeFits = ({ kind, params }: LockHead): boolean =>
  kind === "prf" ? params === null : params !== null && kdfInRange(params);

/**
 * Seals the packed keys (`packCustody`), padded, under a fresh key; the head is bound. Takes 24 random bytes. The salt
 * is the caller's: it was needed to stretch. Refuses settings below the floor: a lock is never weaker by accident.
 */
export const sealLock = (
  lock: LockSeal,
  plain: Uint8Array,
  random: Random,
): Result<Uint8Array, TooLong | KdfFault | WireFault> => {
  const { kind, params, salt, stretched } = lock;
  const max = opCap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  if (!rangeFits(lock)) return err({ type: "KdfOutOfRange" });
  if (salt.length !== 16) return err({ type: "BadShape", field: "salt" });
  if (stretched.length !== 32) return err({ type: "BadShape", field: "stretched" });
  const prefix = concat(magic, Uint8Array.of(wireVersion, wireSuite, lockKinds.indexOf(kind) + 1, 0));
  const nonce = random(24);
  const head = concat(prefix, params === null ? noKdf : encodeKdf(params), salt, nonce);
  const once = lockKey(kind, stretched, salt);
  const blob = concat(head, once.commit, sealPadded(once.key, nonce, head, plain));
  once.key.fill(0);
  return ok(blob);
};

/**
 * What is needed to stretch the passphrase for a wrap. Every bound is checked here, before memory is taken for the
 * stretching: size, magic, version, suite, kind, flags, the range of the settings. Views onto `bytes`.
 */
export const readLock = (bytes: Uint8Array): Result<LockHead, WireFault | KdfFault> => {
  if (bytes.length < lockMin) return err({ type: "TooShort", min: lockMin, got: bytes.length });
  if (bytes.length > lockMax) return err({ type: "TooLong", max: lockMax, got: bytes.length });
  const [version = 0, suite = 0, kindByte = 0, flags = 0] = bytes.subarray(4, 8);
  if (!magic.every((byte, i) => byte === bytes[i])) return err({ type: "BadMagic" });
  if (version !== wireVersion) return err({ type: "UnknownVersion", got: version });
  if (suite !== wireSuite) return err({ type: "UnknownSuite", got: suite });
  const kind = lockKinds[kindByte - 1];
  if (kind === undefined) return err({ type: "UnknownType", got: kindByte });
  if (flags !== 0) return err({ type: "UnknownFlags", got: flags });
  const padded = bytes.length - frontBytes - tagBytes;
  if (!isBucket(padded)) return err({ type: "BadLength", said: padded, got: bytes.length });
  const salt = bytes.subarray(20, 36);
  if (kind === "prf") {
    const none = bytes.subarray(8, 20).every((byte) => byte === 0);
    return none ? ok({ kind, params: null, salt }) : err({ type: "KdfOutOfRange" });
  }
  const params = readKdf(bytes, 8);
  return params.ok ? ok({ kind, params: params.value, salt }) : params;
};

/**
 * The packed keys in a wrap, by the 32 stretched bytes. There is no stored verifier: that it opens is the proof that
 * the passphrase was right. The caller wipes what it gets.
 */
export const openLock = (bytes: Uint8Array, stretched: Uint8Array): Result<Uint8Array, LockFault> => {
  const head = readLock(bytes);
  if (!head.ok) return head;
  const once = lockKey(head.value.kind, stretched, head.value.salt);
  const plain = openCommitted(once, {
    aad: bytes.subarray(0, headBytes),
    nonce: bytes.subarray(36, headBytes),
    commit: bytes.subarray(headBytes, frontBytes),
    ct: bytes.subarray(frontBytes),
  });
  once.key.fill(0);
  return plain;
};
