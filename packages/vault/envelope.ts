/** Seals and opens the envelope, the only unit of storage and sync (security page 4.3). */
import { concat, equalBytes, err, ok, utf8, type Result } from "@belay/basics";
import {
  bodyMax,
  encodeHeader,
  joinEnvelope,
  signatureBytes,
  splitEnvelope,
  tagBytes,
  type EnvelopeParts,
  type EnvelopeType,
  type Header,
} from "@belay/wire";
import { onceKey, openCommitted, sealPadded, type OnceKey } from "./aead.ts";
import { derive, sha256 } from "./derive.ts";
import type { EnvelopeFault, TooLong } from "./fault.ts";
import type { Device, VaultKeys } from "./keys.ts";
import { labels } from "./labels.ts";
import { bucketFor } from "./padding.ts";
import type { Random } from "./secret.ts";
import { sign, verify } from "./sign.ts";

/** A place in a device's chain and the hash of the envelope there. */
export interface ChainLink {
  readonly seq: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/** Where every chain starts: before its first envelope. */
export const chainStart: ChainLink = { seq: 0, hash: new Uint8Array(32) };

/** What is sealed, and where in which chain it stands. */
export interface SealInput {
  readonly type: EnvelopeType;
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly device: Device;
  /** One more than the envelope before it. */
  readonly seq: number;
  /** 32 bytes: the hash of the envelope before it; zeros for seq 1. */
  readonly prevHash: Uint8Array;
  /** At most `bodyMax` bytes. */
  readonly body: Uint8Array;
}

/** A sealed envelope and its link in the chain. */
export interface SealedEnvelope {
  readonly envelope: Uint8Array;
  /** 32 bytes; the next envelope's `prevHash`. */
  readonly hash: Uint8Array;
}

/** What an envelope is checked against. */
export interface OpenInput {
  readonly vaultId: Uint8Array;
  /** The keys of an epoch, or null when this device does not have them. */
  readonly keyOfEpoch: (epoch: number) => VaultKeys | null;
  /** The writing device's Ed25519 public key, learnt from the membership log, never from the relay. */
  readonly devicePub: Uint8Array | null;
  /** True on receipt, false on a cold open of what was verified before. */
  readonly verifySignature: boolean;
  /** The link before it; without one the chain rule is left to the caller. */
  readonly prev?: ChainLink;
  /** The link, where the caller worked `linkedBytes` out already by a faster way than ours. */
  readonly hash?: Uint8Array;
  /** Where this device's right to write ended: nothing of that epoch or an older one counts after that seq. */
  readonly cut?: { readonly epoch: number; readonly seq: number };
}

/** An opened envelope. */
export interface OpenedEnvelope {
  readonly header: Header;
  readonly body: Uint8Array;
  readonly hash: Uint8Array;
}

const recordKey = (keys: VaultKeys, deviceId: Uint8Array, salt: Uint8Array): OnceKey =>
  onceKey(derive(keys.root, labels.record, 64, deviceId, salt));

const hashOf = (header: Uint8Array, commit: Uint8Array, ct: Uint8Array): Uint8Array =>
  sha256(concat(utf8("op"), header, commit, ct));

/** What the SHA-256 of a link is taken of: `"op"` and everything before the signature. */
export const linkedBytes = (envelope: Uint8Array): Uint8Array =>
  concat(utf8("op"), envelope.subarray(0, Math.max(0, envelope.length - signatureBytes)));

/** The link of whole envelope bytes: `SHA-256("op" || header || commit || ct)`; the signature is not in it. */
export const envelopeHash = (envelope: Uint8Array): Result<Uint8Array, EnvelopeFault> => {
  const parts = splitEnvelope(envelope);
  return parts.ok ? ok(hashOf(parts.value.headerBytes, parts.value.commit, parts.value.ct)) : parts;
};

/** Seals a body. Takes 16 then 24 random bytes: salt and nonce. */
export const sealEnvelope = (input: SealInput, keys: VaultKeys, random: Random): Result<SealedEnvelope, TooLong> => {
  const { type, vaultId, epoch, device, seq, prevHash, body } = input;
  if (body.length > bodyMax) return err({ type: "TooLong", max: bodyMax, got: body.length });
  const salt = random(16);
  const nonce = random(24);
  const ctLen = bucketFor(body.length + 4) + tagBytes;
  const header = encodeHeader({ type, vaultId, epoch, deviceId: device.id, seq, prevHash, salt, nonce, ctLen });
  const once = recordKey(keys, device.id, salt);
  const ct = sealPadded(once.key, nonce, header, body);
  const sig = sign(device.sign, concat(header, once.commit, ct));
  return ok({ envelope: joinEnvelope(header, once.commit, ct, sig), hash: hashOf(header, once.commit, ct) });
};

/** The seq and prevHash rule, against the link before it when there is one. */
const chainFault = (header: Header, prev: ChainLink | undefined): EnvelopeFault | null => {
  const start = header.seq === 1;
  if (start !== equalBytes(header.prevHash, chainStart.hash)) return { type: "BrokenChain" };
  if (prev === undefined) return null;
  if (header.seq <= prev.seq) return { type: "Replayed", seq: header.seq };
  if (header.seq > prev.seq + 1) return { type: "Gap", expected: prev.seq + 1, got: header.seq };
  return equalBytes(header.prevHash, prev.hash) ? null : { type: "BrokenChain" };
};

const signatureFault = (parts: EnvelopeParts, input: OpenInput): EnvelopeFault | null => {
  if (!input.verifySignature) return null;
  if (input.devicePub === null) return { type: "UnknownDevice" };
  const signed = concat(parts.headerBytes, parts.commit, parts.ct);
  return verify(input.devicePub, signed, parts.sig) ? null : { type: "BadSignature" };
};

const beyondCut = (header: Header, cut: OpenInput["cut"]): boolean =>
  cut !== undefined && header.epoch <= cut.epoch && header.seq > cut.seq;

/**
 * Opens an envelope. Checks in this order: length bounds, magic, version, suite, type, flags, numbers, lengths, vault,
 * epoch, cut, chain, signature, commitment, tag, padding. What the body means is the caller's to check.
 */
export const openEnvelope = (envelope: Uint8Array, input: OpenInput): Result<OpenedEnvelope, EnvelopeFault> => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return split;
  const { header, headerBytes, commit, ct } = split.value;
  if (!equalBytes(header.vaultId, input.vaultId)) return err({ type: "OtherVault" });
  const keys = input.keyOfEpoch(header.epoch);
  if (keys === null) return err({ type: "UnknownEpoch", epoch: header.epoch });
  if (beyondCut(header, input.cut)) return err({ type: "BeyondCut" });
  const fault = chainFault(header, input.prev) ?? signatureFault(split.value, input);
  if (fault !== null) return err(fault);
  const once = recordKey(keys, header.deviceId, header.salt);
  const body = openCommitted(once, { commit, nonce: header.nonce, aad: headerBytes, ct });
  return body.ok ? ok({ header, body: body.value, hash: input.hash ?? hashOf(headerBytes, commit, ct) }) : body;
};
