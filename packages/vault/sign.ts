/** Signs with Ed25519 and verifies strictly (RFC 8032). */
import { ed25519 } from "@noble/curves/ed25519.js";
import { asSecret, type Secret } from "./secret.ts";

/** A signing key: its 32-byte seed and the public half. */
export interface SigningKey {
  readonly seed: Secret;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The signing key of a 32-byte seed. */
export const signingKey = (seed: Uint8Array): SigningKey => ({
  seed: asSecret(seed),
  publicKey: ed25519.getPublicKey(seed),
});

/** 64 bytes; deterministic. */
export const sign = (key: SigningKey, message: Uint8Array): Uint8Array => ed25519.sign(message, key.seed.expose());

/**
 * Whether `sig` is right. Strict: non-canonical encodings, S out of range and public keys of small order are refused,
 * which the consensus-friendly default (ZIP 215) of the library would let pass. Wrong lengths are refused as well.
 */
export const verify = (publicKey: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean => {
  if (publicKey.length !== 32 || sig.length !== 64) return false;
  try {
    return ed25519.verify(sig, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
