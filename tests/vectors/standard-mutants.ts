/** Plants one fault in each primitive, to see that the published cases would notice it. */
import { chacha20 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { asSecret } from "@belay/vault";
import type { StandardFile } from "./standard-files.ts";
import { runStandard, shippedPrimitives, type Primitives } from "./standard.ts";
import { join } from "./values.ts";

const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The signature with S brought below the group order, as a verifier that skips that check would read it. */
const reduced = (sig: Uint8Array): Uint8Array => {
  if (sig.length !== 64) return sig;
  const s = sig.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) % order;
  return join(
    sig.subarray(0, 32),
    Uint8Array.from({ length: 32 }, (_, i) => Number((s >> BigInt(8 * i)) & 255n)),
  );
};

/** Agreement that hands on the zeros a low-order key forces. */
const lowOrderAllowed = (scalar: Uint8Array, publicKey: Uint8Array): Uint8Array => {
  try {
    return x25519.getSharedSecret(scalar, publicKey);
  } catch {
    return new Uint8Array(32);
  }
};

/** A fault in one primitive, and the operation whose cases must show it. */
export interface Mutant {
  readonly name: string;
  readonly operation: string;
  readonly primitives: Primitives;
}

const mutant = (name: string, operation: string, fault: Partial<Primitives>): Mutant => ({
  name,
  operation,
  primitives: { ...shippedPrimitives, ...fault },
});

/** Every one of them must fail at least one published case. */
export const mutants: readonly Mutant[] = [
  mutant("opens without looking at the tag", "chacha20-poly1305", {
    openShort: (key, nonce, aad, ct) =>
      shippedPrimitives.openShort(key, nonce, aad, ct) ??
      (nonce.length === 12 ? chacha20(key, nonce, ct.subarray(0, -16), undefined, 1) : null),
  }),
  mutant("opens without looking at the nonce's length", "xchacha20-poly1305", {
    open: (key, nonce, aad, ct) =>
      shippedPrimitives.open(key, nonce, aad, ct) ?? (nonce.length === 24 ? null : ct.subarray(0, -16)),
  }),
  mutant("agrees with keys of low order", "x25519", { agree: lowOrderAllowed }),
  mutant("takes an S above the group order", "ed25519", {
    verify: (publicKey, message, sig) => shippedPrimitives.verify(publicKey, message, reduced(sig)),
  }),
  mutant("leaves out the salt", "hkdf-sha256", {
    hkdf: (ikm, _salt, info, size) => shippedPrimitives.hkdf(ikm, new Uint8Array(0), info, size),
  }),
  mutant("leaves out the pre-shared key", "hpke-psk", {
    sender: (receiver, input, ikm) =>
      shippedPrimitives.sender(receiver, { ...input, psk: asSecret(new Uint8Array(32)) }, ikm),
  }),
];

/** Whether a mutant is caught: its operation's cases hold with the shipped primitives and do not with the mutant's. */
export const caught = (files: readonly StandardFile[], one: Mutant): boolean => {
  const touched = files.filter((file) => file.operation === one.operation && file.name !== "x25519-rfc7748");
  return touched.length > 0 && runStandard(touched, one.primitives).failures.length > 0;
};
