/** Seals to a public key and a shared secret at once: HPKE mode_psk, one suite (RFC 9180). */
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, err, ok, utf8, type Result } from "@belay/basics";
import { agree, agreementKey, type AgreementKey } from "./agree.ts";
import type { Secret } from "./secret.ts";

// DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, ChaCha20Poly1305 0x0003 (RFC 9180, section 7).
const kemSuite = concat(utf8("KEM"), Uint8Array.of(0, 0x20));
const suite = concat(utf8("HPKE"), Uint8Array.of(0, 0x20, 0, 0x01, 0, 0x03));
const modePsk = Uint8Array.of(0x01);
const empty = new Uint8Array(0);

/** LabeledExtract of section 4. */
const labeledExtract = (id: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Uint8Array =>
  extract(sha256, concat(utf8("HPKE-v1"), id, utf8(label), ikm), salt);

/** LabeledExpand of section 4. */
const labeledExpand = (id: Uint8Array, prk: Uint8Array, label: string, info: Uint8Array, length: number): Uint8Array =>
  expand(sha256, prk, concat(Uint8Array.of(0, length), utf8("HPKE-v1"), id, utf8(label), info), length);

/** DeriveKeyPair of section 7.1.3: the key pair of 32 or more secret bytes. */
export const deriveKeyPair = (ikm: Uint8Array): AgreementKey =>
  agreementKey(labeledExpand(kemSuite, labeledExtract(kemSuite, empty, "dkp_prk", ikm), "sk", empty, 32));

/** ExtractAndExpand of section 4.1: `dh` to the KEM's shared secret. */
const sharedSecret = (dh: Uint8Array, enc: Uint8Array, receiver: Uint8Array): Uint8Array => {
  const prk = labeledExtract(kemSuite, empty, "eae_prk", dh);
  return labeledExpand(kemSuite, prk, "shared_secret", concat(enc, receiver), 32);
};

/** What both sides bind into the keys besides the key agreement. */
export interface PskInput {
  /** At least 32 bytes (section 9.5). */
  readonly psk: Secret;
  /** Not empty. */
  readonly pskId: Uint8Array;
  readonly info: Uint8Array;
}

/** The keys of one context. */
export interface HpkeContext {
  readonly key: Uint8Array;
  readonly baseNonce: Uint8Array;
  readonly exporterSecret: Uint8Array;
}

/** KeySchedule of section 5.1 for mode_psk. */
const keySchedule = (shared: Uint8Array, input: PskInput): HpkeContext => {
  const pskIdHash = labeledExtract(suite, empty, "psk_id_hash", input.pskId);
  const infoHash = labeledExtract(suite, empty, "info_hash", input.info);
  const context = concat(modePsk, pskIdHash, infoHash);
  const secret = labeledExtract(suite, shared, "secret", input.psk.expose());
  return {
    key: labeledExpand(suite, secret, "key", context, 32),
    baseNonce: labeledExpand(suite, secret, "base_nonce", context, 12),
    exporterSecret: labeledExpand(suite, secret, "exp", context, 32),
  };
};

/** A public key of low order: the shared secret would be known to everybody. */
export type BadKey = { readonly type: "BadKey" };

/** SetupPSKS: the sender's context, and `enc` to send along. `ikm` is 32 fresh random bytes. */
export const senderContext = (
  receiver: Uint8Array,
  input: PskInput,
  ikm: Uint8Array,
): Result<{ readonly enc: Uint8Array; readonly context: HpkeContext }, BadKey> => {
  const ephemeral = deriveKeyPair(ikm);
  const enc = ephemeral.publicKey;
  const dh = agree(ephemeral.secret, receiver);
  ephemeral.secret.wipe();
  return dh === null
    ? err({ type: "BadKey" })
    : ok({ enc, context: keySchedule(sharedSecret(dh, enc, receiver), input) });
};

/** SetupPSKR: the receiver's context. */
export const receiverContext = (own: AgreementKey, enc: Uint8Array, input: PskInput): Result<HpkeContext, BadKey> => {
  const dh = agree(own.secret, enc);
  return dh === null ? err({ type: "BadKey" }) : ok(keySchedule(sharedSecret(dh, enc, own.publicKey), input));
};

/** The nonce of message `seq`, from 0 (section 5.2); every context of ours seals one message, number 0. */
export const nonceOf = (context: HpkeContext, seq: number): Uint8Array => {
  const nonce = Uint8Array.from(context.baseNonce);
  let rest = seq;
  for (let i = nonce.length - 1; rest > 0; i -= 1) {
    nonce[i] = (nonce[i] ?? 0) ^ (rest & 255);
    rest = Math.floor(rest / 256);
  }
  return nonce;
};

/** ContextS.Seal of message `seq`. */
export const hpkeSeal = (context: HpkeContext, seq: number, aad: Uint8Array, plain: Uint8Array): Uint8Array =>
  chacha20poly1305(context.key, nonceOf(context, seq), aad).encrypt(plain);

/** ContextR.Open of message `seq`, or null when anything was changed. The library throws; this is its edge. */
export const hpkeOpen = (context: HpkeContext, seq: number, aad: Uint8Array, ct: Uint8Array): Uint8Array | null => {
  try {
    return chacha20poly1305(context.key, nonceOf(context, seq), aad).decrypt(ct);
  } catch {
    return null;
  }
};

/** Context.Export of section 5.3. */
export const hpkeExport = (context: HpkeContext, exporter: Uint8Array, length: number): Uint8Array =>
  labeledExpand(suite, context.exporterSecret, "sec", exporter, length);
