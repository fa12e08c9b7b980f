/** Seals and opens with a key that is used once and committed to (XChaCha20-Poly1305). */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { equalBytes, err, ok, type Result } from "@belay/basics";
import type { SealFault } from "./fault.ts";
import { pad, unpad } from "./padding.ts";

/** 64 derived bytes: the first half is the key, the second half is shown and names the key. */
export interface OnceKey {
  readonly key: Uint8Array;
  readonly commit: Uint8Array;
}

/** Splits 64 derived bytes. Both halves come from one expansion, so a commitment fits one key alone. */
export const onceKey = (derived: Uint8Array): OnceKey => ({
  key: derived.subarray(0, 32),
  commit: derived.subarray(32),
});

/** Ciphertext and tag of `plain` under a fresh 24-byte nonce, bound to `aad`. */
export const seal = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array =>
  xchacha20poly1305(key, nonce, aad).encrypt(plain);

/** The plaintext, or null when anything was changed. The library throws on a wrong tag; this is its edge. */
export const open = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, ct: Uint8Array): Uint8Array | null => {
  try {
    return xchacha20poly1305(key, nonce, aad).decrypt(ct);
  } catch {
    return null;
  }
};

/** Pads, then seals. */
export const sealPadded = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, body: Uint8Array): Uint8Array =>
  seal(key, nonce, aad, pad(body));

/** What `openCommitted` needs besides the key. */
export interface Sealed {
  readonly commit: Uint8Array;
  readonly nonce: Uint8Array;
  readonly aad: Uint8Array;
  readonly ct: Uint8Array;
}

/** Commitment in constant time, then tag, then padding; the body is a view onto fresh memory. */
export const openCommitted = (once: OnceKey, sealed: Sealed): Result<Uint8Array, SealFault> => {
  if (!equalBytes(once.commit, sealed.commit)) return err({ type: "BadCommitment" });
  const padded = open(once.key, sealed.nonce, sealed.aad, sealed.ct);
  if (padded === null) return err({ type: "BadTag" });
  const body = unpad(padded);
  return body === null ? err({ type: "BadPadding" }) : ok(body);
};
