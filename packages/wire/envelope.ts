/** Lays out the envelope, the only unit of storage and sync, byte for byte (security page 4.3). */
import { concat, err, ok, readU32, readU64, u32, u64, utf8, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import {
  commitBytes,
  envelopeMax,
  envelopeMin,
  headerBytes,
  signatureBytes,
  smallestBucket,
  tagBytes,
} from "./limits.ts";

/** What an envelope holds; the byte on the wire is the place in this list plus one. Only ever added to. */
export const envelopeTypes = ["events", "segment", "membership"] as const;
/** One type of envelope. */
export type EnvelopeType = (typeof envelopeTypes)[number];

/** The only version and the only suite that exist (security page 4.16). */
export const wireVersion = 1;
/** XChaCha20-Poly1305, HKDF-SHA256, Ed25519. */
export const wireSuite = 1;

const magic = utf8("BLAY");

/** The fields of the 128 header bytes that differ between envelopes. */
export interface Header {
  readonly type: EnvelopeType;
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  /** Key epoch, from 1. */
  readonly epoch: number;
  /** 16 bytes. */
  readonly deviceId: Uint8Array;
  /** Place in the device's chain, from 1. */
  readonly seq: number;
  /** 32 bytes: hash of the envelope before it in the device's chain, zeros at the start. */
  readonly prevHash: Uint8Array;
  /** 16 bytes, fresh for each envelope. */
  readonly salt: Uint8Array;
  /** 24 bytes, fresh for each envelope. */
  readonly nonce: Uint8Array;
  /** Bytes of ciphertext with its tag. */
  readonly ctLen: number;
}

/** An envelope taken apart; every array is a view onto the given bytes. */
export interface EnvelopeParts {
  readonly header: Header;
  readonly headerBytes: Uint8Array;
  readonly commit: Uint8Array;
  /** Ciphertext and tag. */
  readonly ct: Uint8Array;
  readonly sig: Uint8Array;
}

/** The 128 header bytes. A field of another size is our bug and throws. */
export const encodeHeader = (header: Header): Uint8Array => {
  const bytes = concat(
    magic,
    Uint8Array.of(wireVersion, wireSuite, envelopeTypes.indexOf(header.type) + 1, 0),
    header.vaultId,
    u32(header.epoch),
    header.deviceId,
    u64(header.seq),
    header.prevHash,
    header.salt,
    header.nonce,
    u32(header.ctLen),
  );
  const sizes = [header.vaultId.length, header.deviceId.length, header.prevHash.length, header.salt.length];
  if (bytes.length !== headerBytes || sizes.join() !== "16,16,32,16") throw new Error("header field of wrong size");
  return bytes;
};

/**
 * The header in the first 128 bytes. Refuses, in this order: a short input, another magic, version, suite, type or
 * flag, and numbers out of range. Byte fields are views onto the given bytes.
 */
export const decodeHeader = (bytes: Uint8Array): Result<Header, WireFault> => {
  if (bytes.length < headerBytes) return err({ type: "TooShort", min: headerBytes, got: bytes.length });
  const at = (offset: number): number => bytes[offset] ?? 0;
  if (!magic.every((byte, i) => byte === at(i))) return err({ type: "BadMagic" });
  if (at(4) !== wireVersion) return err({ type: "UnknownVersion", got: at(4) });
  if (at(5) !== wireSuite) return err({ type: "UnknownSuite", got: at(5) });
  const type = envelopeTypes[at(6) - 1];
  if (type === undefined) return err({ type: "UnknownType", got: at(6) });
  if (at(7) !== 0) return err({ type: "UnknownFlags", got: at(7) });
  const epoch = readU32(bytes, 24);
  if (epoch < 1) return err({ type: "BadNumber", field: "epoch" });
  const seq = readU64(bytes, 44);
  if (!seq.ok || seq.value < 1) return err({ type: "BadNumber", field: "seq" });
  return ok({
    type,
    vaultId: bytes.subarray(8, 24),
    epoch,
    deviceId: bytes.subarray(28, 44),
    seq: seq.value,
    prevHash: bytes.subarray(52, 84),
    salt: bytes.subarray(84, 100),
    nonce: bytes.subarray(100, 124),
    ctLen: readU32(bytes, 124),
  });
};

/** One whole envelope of its parts, in wire order. */
export const joinEnvelope = (header: Uint8Array, commit: Uint8Array, ct: Uint8Array, sig: Uint8Array): Uint8Array =>
  concat(header, commit, ct, sig);

/** Takes an envelope apart: length bounds first, then the header, then that the lengths agree exactly. */
export const splitEnvelope = (bytes: Uint8Array): Result<EnvelopeParts, WireFault> => {
  if (bytes.length < envelopeMin) return err({ type: "TooShort", min: envelopeMin, got: bytes.length });
  if (bytes.length > envelopeMax) return err({ type: "TooLong", max: envelopeMax, got: bytes.length });
  const header = decodeHeader(bytes);
  if (!header.ok) return header;
  const { ctLen } = header.value;
  const ctAt = headerBytes + commitBytes;
  const got = bytes.length - ctAt - signatureBytes;
  if (ctLen !== got || ctLen < smallestBucket + tagBytes) return err({ type: "BadLength", said: ctLen, got });
  return ok({
    header: header.value,
    headerBytes: bytes.subarray(0, headerBytes),
    commit: bytes.subarray(headerBytes, ctAt),
    ct: bytes.subarray(ctAt, ctAt + ctLen),
    sig: bytes.subarray(ctAt + ctLen),
  });
};
