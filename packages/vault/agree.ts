/** Agrees on a secret with X25519 (RFC 7748) and refuses keys that force a known one. */
import { x25519 } from "@noble/curves/ed25519.js";
import { asSecret, type Secret } from "./secret.ts";

/** An X25519 key pair: a 32-byte scalar and the public half. */
export interface AgreementKey {
  readonly secret: Secret;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The key pair of 32 secret bytes. */
export const agreementKey = (secret: Uint8Array): AgreementKey => ({
  secret: asSecret(secret),
  publicKey: x25519.getPublicKey(secret),
});

/** The 32 shared bytes, or null for a public key of low order or wrong length (RFC 7748, section 6.1). */
export const agree = (secret: Secret, publicKey: Uint8Array): Uint8Array | null => {
  if (publicKey.length !== 32) return null;
  try {
    return x25519.getSharedSecret(secret.expose(), publicKey);
  } catch {
    return null;
  }
};
