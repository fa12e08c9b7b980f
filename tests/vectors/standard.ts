/** Runs every published case against the shipped primitives, or against a planted mutant of one of them. */
import { chacha20poly1305, hchacha } from "@noble/ciphers/chacha.js";
import { argon2id } from "@noble/hashes/argon2.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeedSync } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import {
  agree,
  asSecret,
  deriveKeyPair,
  hpkeExport,
  hpkeOpen,
  hpkeSeal,
  open,
  receiverContext,
  seal,
  senderContext,
  sign,
  signingKey,
  verify,
  type HpkeContext,
  type PskInput,
} from "@belay/vault";
import type { StandardCase, StandardFile } from "./standard-files.ts";
import { bytesFrom, join, same } from "./values.ts";

type Bytes = Uint8Array;

/** The primitives as the project ships them; a refusal is null. */
export interface Primitives {
  readonly hkdf: (ikm: Bytes, salt: Bytes, info: Bytes, size: number) => Bytes | null;
  readonly seal: (key: Bytes, nonce: Bytes, aad: Bytes, plain: Bytes) => Bytes | null;
  readonly open: (key: Bytes, nonce: Bytes, aad: Bytes, ct: Bytes) => Bytes | null;
  /** The short-nonce cipher that HPKE uses. */
  readonly sealShort: (key: Bytes, nonce: Bytes, aad: Bytes, plain: Bytes) => Bytes | null;
  readonly openShort: (key: Bytes, nonce: Bytes, aad: Bytes, ct: Bytes) => Bytes | null;
  readonly sign: (seed: Bytes, message: Bytes) => Bytes;
  readonly verify: (publicKey: Bytes, message: Bytes, sig: Bytes) => boolean;
  readonly agree: (scalar: Bytes, publicKey: Bytes) => Bytes | null;
  readonly sender: (
    receiver: Bytes,
    input: PskInput,
    ikm: Bytes,
  ) => { readonly enc: Bytes; readonly context: HpkeContext } | null;
}

/** The libraries throw on what they refuse; this is their edge. */
const orNull = (run: () => Bytes): Bytes | null => {
  try {
    return run();
  } catch {
    return null;
  }
};

/** What is really shipped. */
export const shippedPrimitives: Primitives = {
  hkdf: (ikm, salt, info, size) => orNull(() => expand(sha256, extract(sha256, ikm, salt), info, size)),
  seal: (key, nonce, aad, plain) => orNull(() => seal(key, nonce, aad, plain)),
  open,
  sealShort: (key, nonce, aad, plain) => orNull(() => chacha20poly1305(key, nonce, aad).encrypt(plain)),
  openShort: (key, nonce, aad, ct) => orNull(() => chacha20poly1305(key, nonce, aad).decrypt(ct)),
  sign: (seed, message) => sign(signingKey(seed), message),
  verify,
  agree: (scalar, publicKey) => agree(asSecret(scalar), publicKey),
  sender: (receiver, input, ikm) => {
    const made = senderContext(receiver, input, ikm);
    return made.ok ? made.value : null;
  },
};

const hex = (one: StandardCase, field: string): Bytes => bytesFrom(`0x${String(one[field])}`);
const is = (bytes: Bytes | null, expected: Bytes): boolean => bytes !== null && same(bytes, expected);

const aeadHolds = (one: StandardCase, sealing: Primitives["seal"], opening: Primitives["open"]): boolean => {
  const [key, nonce, aad, plain] = [hex(one, "key"), hex(one, "iv"), hex(one, "aad"), hex(one, "msg")];
  const ct = join(hex(one, "ct"), hex(one, "tag"));
  const opened = opening(key, nonce, aad, ct);
  if (one.result === "valid") return is(sealing(key, nonce, aad, plain), ct) && is(opened, plain);
  return opened === null && (!one.flags.includes("InvalidNonceSize") || sealing(key, nonce, aad, plain) === null);
};

const signatureHolds = (one: StandardCase, with_: Primitives): boolean => {
  const [publicKey, message, sig] = [hex(one, "publicKey"), hex(one, "msg"), hex(one, "sig")];
  if (typeof one["seed"] === "string" && !is(with_.sign(hex(one, "seed"), message), sig)) return false;
  return with_.verify(publicKey, message, sig) === (one.result === "valid");
};

const agreementHolds = (one: StandardCase, with_: Primitives): boolean => {
  if (one.flags.includes("ZeroSharedSecret")) return with_.agree(hex(one, "private"), hex(one, "public")) === null;
  let [scalar, point] = [hex(one, "private"), hex(one, "public")];
  for (let i = 0; i < Number(one["iterations"] ?? 1); i += 1) {
    const next = with_.agree(scalar, point);
    if (next === null) return false;
    [scalar, point] = [next, scalar];
  }
  return is(scalar, hex(one, "shared"));
};

const rows = (value: unknown): readonly StandardCase[] => (Array.isArray(value) ? value : []);

const hpkeHolds = (one: StandardCase, with_: Primitives): boolean => {
  const input: PskInput = { psk: asSecret(hex(one, "psk")), pskId: hex(one, "psk_id"), info: hex(one, "info") };
  const sender = with_.sender(hex(one, "pkRm"), input, hex(one, "ikmE"));
  const receiver = receiverContext(deriveKeyPair(hex(one, "ikmR")), hex(one, "enc"), input);
  if (sender === null || !receiver.ok || !is(sender.enc, hex(one, "enc"))) return false;
  const context = sender.context;
  const keys =
    is(context.key, hex(one, "key")) &&
    is(context.baseNonce, hex(one, "base_nonce")) &&
    is(context.exporterSecret, hex(one, "exporter_secret"));
  const [messages, exports] = [rows(one["encryptions"]), rows(one["exports"])];
  return (
    keys &&
    messages.length === 257 &&
    exports.length === 3 &&
    messages.every((row) =>
      is(hpkeSeal(context, Number(row["seq"]), hex(row, "aad"), hex(row, "pt")), hex(row, "ct")),
    ) &&
    messages.every((row) =>
      is(hpkeOpen(receiver.value, Number(row["seq"]), hex(row, "aad"), hex(row, "ct")), hex(row, "pt")),
    ) &&
    exports.every((row) =>
      is(hpkeExport(receiver.value, hex(row, "exporter_context"), Number(row["L"])), hex(row, "exported_value")),
    )
  );
};

const hkdfHolds = (one: StandardCase, with_: Primitives): boolean => {
  const okm = with_.hkdf(hex(one, "ikm"), hex(one, "salt"), hex(one, "info"), Number(one["size"]));
  return one.result === "valid" ? is(okm, hex(one, "okm")) : okm === null;
};

const argonHolds = (one: StandardCase): boolean =>
  is(
    argon2id(hex(one, "password"), hex(one, "salt"), {
      t: Number(one["passes"]),
      m: Number(one["memoryKiB"]),
      p: Number(one["lanes"]),
      version: Number(one["version"]),
      dkLen: Number(one["size"]),
      key: hex(one, "secret"),
      personalization: hex(one, "ad"),
    }),
    hex(one, "tag"),
  );

const wordsHold = (one: StandardCase): boolean => {
  const words = String(one["words"]);
  return (
    entropyToMnemonic(hex(one, "entropy"), wordlist) === words &&
    is(mnemonicToEntropy(words, wordlist), hex(one, "entropy")) &&
    is(mnemonicToSeedSync(words, String(one["passphrase"])), hex(one, "seed"))
  );
};

/** Little-endian words of bytes, as the cipher's core takes them. */
const words32 = (bytes: Bytes): Uint32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
};
const hchachaHolds = (one: StandardCase): boolean => {
  const out = new Uint32Array(8);
  hchacha(
    words32(new TextEncoder().encode("expand 32-byte k")),
    words32(hex(one, "key")),
    words32(hex(one, "input")),
    out,
  );
  return is(
    Uint8Array.from([...out].flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24])),
    hex(one, "output"),
  );
};

const checks: Readonly<Record<string, (one: StandardCase, with_: Primitives) => boolean>> = {
  "hkdf-sha256": hkdfHolds,
  argon2id: argonHolds,
  "chacha20-poly1305": (one, with_) => aeadHolds(one, with_.sealShort, with_.openShort),
  "xchacha20-poly1305": (one, with_) => aeadHolds(one, with_.seal, with_.open),
  hchacha20: hchachaHolds,
  ed25519: signatureHolds,
  x25519: agreementHolds,
  "hpke-psk": hpkeHolds,
  bip39: wordsHold,
};

/** What a run found; `failures` names file and case. */
export interface StandardReport {
  readonly done: number;
  readonly failures: readonly string[];
}

/** Runs the first `limit` cases of all files in order. A file with an unknown operation or another count is a failure. */
export const runStandard = (
  files: readonly StandardFile[],
  primitives: Primitives = shippedPrimitives,
  limit = Infinity,
): StandardReport => {
  const failures: string[] = [];
  let done = 0;
  for (const file of files) {
    const check = checks[file.operation];
    if (check === undefined || file.count !== file.cases.length) failures.push(`${file.name}: cannot be run`);
    for (const one of file.cases) {
      if (check === undefined || done >= limit) break;
      done += 1;
      if (!check(one, primitives)) failures.push(`${file.name} ${one.id}`);
    }
  }
  return { done, failures };
};
