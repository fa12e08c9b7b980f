/** Agrees on a secret with X25519 (RFC 7748) and refuses keys that force a known one. */
import { pow } from "@noble/curves/abstract/modular.js";
import { montgomery } from "@noble/curves/abstract/montgomery.js";
import { asSecret, type Secret } from "./secret.ts";

/** 2^255 - 19 (RFC 7748, section 4.1). */
const prime = 2n ** 255n - 19n;

/** Clamping (RFC 7748, section 5): the three lowest bits and the highest clear, the one below it set. */
const clamp = (bytes: Uint8Array): Uint8Array => {
  bytes[0] = (bytes[0] ?? 0) & 248;
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
  return bytes;
};

/**
 * The library's own ladder with the constants of X25519. Its ready-made `x25519` differs only in a faster way to public
 * keys, which would bring the whole Edwards curve onto the answer page. Inverse: Fermat's, x^(p-2).
 */
const x25519 = /* @__PURE__ */ montgomery({
  P: prime,
  type: "x25519",
  adjustScalarBytes: clamp,
  powPminus2: (x) => pow(x, prime - 2n, prime),
});

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
