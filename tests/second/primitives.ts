/** The second implementation's primitives: the platform's WebCrypto, libsodium and an HPKE package; nothing of ours. */
import { Chacha20Poly1305 } from "@hpke/chacha20poly1305";
import { CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import sodium from "libsodium-wrappers-sumo";

const subtle = globalThis.crypto.subtle;
/** A copy with memory of its own, as WebCrypto's types ask for. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** UTF-8. */
export const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A number in `size` bytes, highest first. */
export const big = (value: number, size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let rest = BigInt(value);
  for (let i = size - 1; i >= 0; i -= 1) {
    bytes[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
};

/** The number in the bytes from `from` to `to`, or -1 when it is above 2^53 - 1. */
export const unbig = (bytes: Uint8Array, from: number, to: number): number => {
  let value = 0n;
  for (let i = from; i < to; i += 1) value = value * 256n + BigInt(bytes[i] ?? 0);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(value);
};

/** SHA-256 by WebCrypto. */
export const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest("SHA-256", own(bytes)));

/** HKDF-SHA256 by WebCrypto, with an empty salt and the project's info string. */
export const labelled = async (
  secret: Uint8Array,
  label: string,
  length: number,
  ...context: readonly Uint8Array[]
): Promise<Uint8Array> => {
  const info: number[] = [...text("belay/1/"), ...text(label), 0];
  for (const part of context) info.push(...big(part.length, 4), ...part);
  const key = await subtle.importKey("raw", own(secret), "HKDF", false, ["deriveBits"]);
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: Uint8Array.from(info) };
  return new Uint8Array(await subtle.deriveBits(params, key, length * 8));
};

/** XChaCha20-Poly1305 by libsodium: ciphertext and tag. */
export const xSeal = async (
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  await sodium.ready;
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, null, nonce, key);
};

/** The plaintext, or null. libsodium throws on a wrong tag. */
export const xOpen = async (
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  ct: Uint8Array,
): Promise<Uint8Array | null> => {
  await sodium.ready;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ct, aad, nonce, key);
  } catch {
    return null;
  }
};

/** The public half of an Ed25519 seed, by libsodium. */
export const edPublic = async (seed: Uint8Array): Promise<Uint8Array> => {
  await sodium.ready;
  return sodium.crypto_sign_seed_keypair(seed).publicKey;
};

/** PKCS 8 around a raw Ed25519 seed (RFC 8410, section 7). */
const pkcs8 = (seed: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    0x30,
    0x2e,
    0x02,
    0x01,
    0x00,
    0x30,
    0x05,
    0x06,
    0x03,
    0x2b,
    0x65,
    0x70,
    0x04,
    0x22,
    0x04,
    0x20,
    ...seed,
  ]);

/** Ed25519 by WebCrypto. */
export const edSign = async (seed: Uint8Array, message: Uint8Array): Promise<Uint8Array> => {
  const key = await subtle.importKey("pkcs8", pkcs8(seed), "Ed25519", false, ["sign"]);
  return new Uint8Array(await subtle.sign("Ed25519", key, own(message)));
};

/** Ed25519 by libsodium, which refuses keys of small order and encodings that are not canonical. */
export const edVerify = async (publicKey: Uint8Array, message: Uint8Array, sig: Uint8Array): Promise<boolean> => {
  await sodium.ready;
  return publicKey.length === 32 && sig.length === 64 && sodium.crypto_sign_verify_detached(sig, message, publicKey);
};

/** The public half of an X25519 scalar, by libsodium. */
export const xPublic = async (scalar: Uint8Array): Promise<Uint8Array> => {
  await sodium.ready;
  return sodium.crypto_scalarmult_base(scalar);
};

/** Equality in constant time, by libsodium. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && sodium.memcmp(a, b);

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Chacha20Poly1305(),
});

/** What both sides of a reply bind. */
export interface Bound {
  readonly psk: Uint8Array;
  readonly pskId: Uint8Array;
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

/** HPKE mode_psk by the package: `enc || ct`, with the ephemeral key derived from `ikm`; null when it refuses. */
export const hpkeSeal = async (
  publicKey: Uint8Array,
  bound: Bound,
  ikm: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array | null> => {
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(own(publicKey).buffer);
    const sender = await suite.createSenderContext({
      recipientPublicKey,
      info: own(bound.info).buffer,
      psk: { id: own(bound.pskId).buffer, key: own(bound.psk).buffer },
      ekm: own(ikm).buffer,
    });
    const ct = new Uint8Array(await sender.seal(own(plain).buffer, own(bound.aad).buffer));
    return Uint8Array.from([...new Uint8Array(sender.enc), ...ct]);
  } catch {
    return null;
  }
};

/** The plaintext of `enc || ct`, or null when anything was changed. */
export const hpkeOpen = async (
  scalar: Uint8Array,
  bound: Bound,
  enc: Uint8Array,
  ct: Uint8Array,
): Promise<Uint8Array | null> => {
  try {
    const recipientKey = await suite.kem.importKey("raw", own(scalar).buffer, false);
    const receiver = await suite.createRecipientContext({
      recipientKey,
      enc: own(enc).buffer,
      info: own(bound.info).buffer,
      psk: { id: own(bound.pskId).buffer, key: own(bound.psk).buffer },
    });
    return new Uint8Array(await receiver.open(own(ct).buffer, own(bound.aad).buffer));
  } catch {
    return null;
  }
};

/** Argon2id v1.3 by libsodium, one lane, 32 bytes. */
export const argon = async (
  password: Uint8Array,
  salt: Uint8Array,
  memoryKiB: number,
  passes: number,
): Promise<Uint8Array> => {
  await sodium.ready;
  return sodium.crypto_pwhash(32, password, salt, passes, memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
};
