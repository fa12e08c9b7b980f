/** Every file of published vectors, as data. */
import argon2id from "../../fixtures/standard/argon2id-rfc9106.json";
import bip39 from "../../fixtures/standard/bip39-english.json";
import chacha from "../../fixtures/standard/chacha20-poly1305-rfc8439.json";
import chachaWycheproof from "../../fixtures/standard/chacha20-poly1305-wycheproof.json";
import ed25519 from "../../fixtures/standard/ed25519-rfc8032.json";
import ed25519Wycheproof from "../../fixtures/standard/ed25519-wycheproof.json";
import hchacha from "../../fixtures/standard/hchacha20-draft.json";
import hkdf from "../../fixtures/standard/hkdf-sha256-rfc5869.json";
import hkdfWycheproof from "../../fixtures/standard/hkdf-sha256-wycheproof.json";
import hpke from "../../fixtures/standard/hpke-psk-rfc9180.json";
import x25519 from "../../fixtures/standard/x25519-rfc7748.json";
import x25519Wycheproof from "../../fixtures/standard/x25519-wycheproof.json";
import xchacha from "../../fixtures/standard/xchacha20-poly1305-draft.json";
import xchachaWycheproof from "../../fixtures/standard/xchacha20-poly1305-wycheproof.json";

/** One published case; the fields besides these depend on the file's operation. */
export interface StandardCase {
  readonly id: string;
  readonly flags: readonly string[];
  readonly result: string;
  readonly [field: string]: unknown;
}

/** One file. */
export interface StandardFile {
  readonly name: string;
  readonly operation: string;
  readonly count: number;
  readonly cases: readonly StandardCase[];
}

/** All of them. */
export const standardFiles: readonly StandardFile[] = [
  argon2id,
  bip39,
  chacha,
  chachaWycheproof,
  ed25519,
  ed25519Wycheproof,
  hchacha,
  hkdf,
  hkdfWycheproof,
  hpke,
  x25519,
  x25519Wycheproof,
  xchacha,
  xchachaWycheproof,
];
