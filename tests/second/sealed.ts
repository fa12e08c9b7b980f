/** Envelopes, asks, replies, backups, local boxes and custody, written a second time from docs/protocol.md alone. */
import { join, same } from "../vectors/values.ts";
import {
  big,
  edPublic,
  edSign,
  edVerify,
  equal,
  hpkeOpen,
  hpkeSeal,
  labelled,
  sha256,
  text,
  unbig,
  xOpen,
  xPublic,
  xSeal,
  type Bound,
} from "./primitives.ts";

/** What opening gives back: bytes, or a few words on why not. */
export type Result = { readonly plain: Uint8Array } | { readonly why: string };

const refuse = (why: string): Result => ({ why });
const kib = 1024;

/** Powers of two from 512 bytes to 64 KiB, then its multiples. */
export const bucket = (length: number): number => {
  for (let size = 512; size <= 64 * kib; size *= 2) if (length <= size) return size;
  return 64 * kib * Math.ceil(length / (64 * kib));
};

/** Length, body and zeros. */
export const padded = (body: Uint8Array): Uint8Array => {
  const size = bucket(body.length + 4);
  return join(big(body.length, 4), body, new Uint8Array(size - body.length - 4));
};

/** The body of an opened plaintext, or why not. */
export const unpadded = (plain: Uint8Array | null): Result => {
  if (plain === null) return refuse("tag");
  const length = unbig(plain, 0, 4);
  if (bucket(plain.length) !== plain.length || length > plain.length - 4) return refuse("padding");
  return plain.subarray(4 + length).some((byte) => byte !== 0)
    ? refuse("padding")
    : { plain: plain.subarray(4, 4 + length) };
};

/** The named fields in front of every sealed thing. */
export const begins = (bytes: Uint8Array, magic: string, kind: number): string | null => {
  if (!same(bytes.subarray(0, 4), text(magic))) return "magic";
  if (bytes[4] !== 1) return "version";
  if (bytes[5] !== 1) return "suite";
  if (bytes[6] !== kind) return "kind";
  return bytes[7] === 0 ? null : "flags";
};

/** The three types and their bytes. */
export const types: Readonly<Record<string, number>> = { events: 1, segment: 2, membership: 3 };

/** What an envelope is made of. */
export interface EnvelopeInput {
  readonly type: number;
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly epochKey: Uint8Array;
  readonly deviceId: Uint8Array;
  readonly signSeed: Uint8Array;
  readonly seq: number;
  readonly prevHash: Uint8Array;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
}

/** The 128 header bytes before `ctLen` bytes of ciphertext. */
export const header = (input: EnvelopeInput, ctLen: number): Uint8Array =>
  join(
    text("BLAY"),
    Uint8Array.of(1, 1, input.type, 0),
    input.vaultId,
    big(input.epoch, 4),
    input.deviceId,
    big(input.seq, 8),
    input.prevHash,
    input.salt,
    input.nonce,
    big(ctLen, 4),
  );

/** Key and commitment of one record. */
export const recordKey = async (
  epochKey: Uint8Array,
  deviceId: Uint8Array,
  salt: Uint8Array,
): Promise<readonly [Uint8Array, Uint8Array]> => {
  const both = await labelled(epochKey, "op", 64, deviceId, salt);
  return [both.subarray(0, 32), both.subarray(32)];
};

/** Signs what is given, whether it makes sense or not. */
export const signed = async (signSeed: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  join(...parts, await edSign(signSeed, join(...parts)));

/** A sealed envelope, its link in the chain and the device's public key. */
export const makeEnvelope = async (input: EnvelopeInput, body: Uint8Array) => {
  const plain = padded(body);
  const head = header(input, plain.length + 16);
  const [key, commit] = await recordKey(input.epochKey, input.deviceId, input.salt);
  const ct = await xSeal(key, input.nonce, head, plain);
  return {
    envelope: await signed(input.signSeed, head, commit, ct),
    hash: await sha256(join(text("op"), head, commit, ct)),
    devicePub: await edPublic(input.signSeed),
  };
};

/** What an envelope is held against. */
export interface EnvelopeRule {
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly epochKey: Uint8Array;
  readonly devicePub: Uint8Array;
  readonly prev: { readonly seq: number; readonly hash: Uint8Array };
  readonly cut: { readonly epoch: number; readonly seq: number } | null;
}

const envelopeRefusal = (bytes: Uint8Array, rule: EnvelopeRule): string | null => {
  if (bytes.length < 752 || bytes.length > 262_384) return "length";
  const type = bytes[6] ?? 0;
  const wrong = begins(bytes, "BLAY", type);
  if (wrong !== null) return wrong;
  if (type < 1 || type > 3) return "kind";
  const [epoch, seq, ctLen] = [unbig(bytes, 24, 28), unbig(bytes, 44, 52), unbig(bytes, 124, 128)];
  if (epoch < 1 || seq < 1 || ctLen !== bytes.length - 224) return "numbers";
  if (!same(bytes.subarray(8, 24), rule.vaultId)) return "vault";
  if (epoch !== rule.epoch) return "epoch";
  if (rule.cut !== null && epoch <= rule.cut.epoch && seq > rule.cut.seq) return "cut";
  const prev = bytes.subarray(52, 84);
  if ((seq === 1) !== same(prev, new Uint8Array(32)) || seq !== rule.prev.seq + 1 || !same(prev, rule.prev.hash))
    return "chain";
  return null;
};

/** The body of an envelope, by the published order of checks. */
export const openEnvelope = async (bytes: Uint8Array, rule: EnvelopeRule): Promise<Result> => {
  const wrong = envelopeRefusal(bytes, rule);
  if (wrong !== null) return refuse(wrong);
  if (!(await edVerify(rule.devicePub, bytes.subarray(0, -64), bytes.subarray(-64)))) return refuse("signature");
  const [key, commit] = await recordKey(rule.epochKey, bytes.subarray(28, 44), bytes.subarray(84, 100));
  if (!equal(commit, bytes.subarray(128, 160))) return refuse("commitment");
  return unpadded(await xOpen(key, bytes.subarray(100, 124), bytes.subarray(0, 128), bytes.subarray(160, -64)));
};

/** Everything that follows from a link's secret. */
export const askParts = async (secret: Uint8Array) => {
  const id = await labelled(secret, "ask/id", 16);
  const readProof = await labelled(secret, "ask/read", 32);
  const replyProof = await labelled(secret, "ask/reply", 32);
  return {
    id,
    readProof,
    replyProof,
    psk: await labelled(secret, "ask/psk", 32),
    content: await labelled(secret, "ask/content", 32),
  };
};

/** A sealed ask. */
export const makeAsk = async (
  secret: Uint8Array,
  salt: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const { id, content } = await askParts(secret);
  const inner = padded(plain);
  const head = join(text("BASK"), Uint8Array.of(1, 1, 1, 0), id, salt, nonce, big(inner.length + 16, 4));
  const both = await labelled(content, "ask/record", 64, id, salt);
  return join(head, both.subarray(32), await xSeal(both.subarray(0, 32), nonce, head, inner));
};

/** The plaintext of a sealed ask. */
export const openAsk = async (secret: Uint8Array, bytes: Uint8Array): Promise<Result> => {
  if (bytes.length < 68 + 32 + 528 || bytes.length > 16_512) return refuse("length");
  const wrong = begins(bytes, "BASK", 1);
  if (wrong !== null) return refuse(wrong);
  const { id, content } = await askParts(secret);
  if (!same(id, bytes.subarray(8, 24))) return refuse("another ask");
  const ctLen = bytes.length - 100;
  if (unbig(bytes, 64, 68) !== ctLen || bucket(ctLen - 16) !== ctLen - 16) return refuse("length");
  const both = await labelled(content, "ask/record", 64, id, bytes.subarray(24, 40));
  if (!equal(both.subarray(32), bytes.subarray(68, 100))) return refuse("commitment");
  return unpadded(
    await xOpen(both.subarray(0, 32), bytes.subarray(40, 64), bytes.subarray(0, 68), bytes.subarray(100)),
  );
};

/** Everything that follows from the secret of a share's link. */
export const shareParts = async (secret: Uint8Array) => ({
  id: await labelled(secret, "share/id", 16),
  readProof: await labelled(secret, "share/read", 32),
  content: await labelled(secret, "share/content", 32),
  words: await labelled(secret, "share/words", 32),
});

/** A sealed share. */
export const makeShare = async (
  secret: Uint8Array,
  salt: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const { id, content } = await shareParts(secret);
  const inner = padded(plain);
  const head = join(text("BASK"), Uint8Array.of(1, 1, 3, 0), id, salt, nonce, big(inner.length + 16, 4));
  const both = await labelled(content, "share/record", 64, id, salt);
  return join(head, both.subarray(32), await xSeal(both.subarray(0, 32), nonce, head, inner));
};

/** The plaintext of a sealed share. */
export const openShare = async (secret: Uint8Array, bytes: Uint8Array): Promise<Result> => {
  if (bytes.length < 68 + 32 + 528 || bytes.length > 131_200) return refuse("length");
  const wrong = begins(bytes, "BASK", 3);
  if (wrong !== null) return refuse(wrong);
  const { id, content } = await shareParts(secret);
  if (!same(id, bytes.subarray(8, 24))) return refuse("another share");
  const ctLen = bytes.length - 100;
  if (unbig(bytes, 64, 68) !== ctLen || bucket(ctLen - 16) !== ctLen - 16) return refuse("length");
  const both = await labelled(content, "share/record", 64, id, bytes.subarray(24, 40));
  if (!equal(both.subarray(32), bytes.subarray(68, 100))) return refuse("commitment");
  return unpadded(
    await xOpen(both.subarray(0, 32), bytes.subarray(40, 64), bytes.subarray(0, 68), bytes.subarray(100)),
  );
};

const replyBound = async (secret: Uint8Array, replyPub: Uint8Array, replyId: Uint8Array): Promise<Bound> => {
  const { id, psk } = await askParts(secret);
  return { psk, pskId: text("ask/psk/1"), info: join(text("ask/reply/1"), id, replyPub), aad: join(id, replyId) };
};

/** A sealed reply, or null when the key is refused. */
export const makeReply = async (
  secret: Uint8Array,
  replyPub: Uint8Array,
  replyId: Uint8Array,
  ikm: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array | null> => {
  const sealed = await hpkeSeal(replyPub, await replyBound(secret, replyPub, replyId), ikm, padded(plain));
  return sealed === null ? null : join(text("BASK"), Uint8Array.of(1, 1, 2, 0), sealed);
};

/** The plaintext of a sealed reply. */
export const openReply = async (
  secret: Uint8Array,
  scalar: Uint8Array,
  replyId: Uint8Array,
  bytes: Uint8Array,
): Promise<Result> => {
  const size = bytes.length - 56;
  if (size < 512 || bytes.length > 16_512 || bucket(size) !== size) return refuse("length");
  const wrong = begins(bytes, "BASK", 2);
  if (wrong !== null) return refuse(wrong);
  const bound = await replyBound(secret, await xPublic(scalar), replyId);
  return unpadded(await hpkeOpen(scalar, bound, bytes.subarray(8, 40), bytes.subarray(40)));
};

/** A box of the local store. */
export const makeLocal = async (
  epochKey: Uint8Array,
  store: string,
  name: string,
  nonce: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const head = join(text("BLOC"), Uint8Array.of(1, 1, 1, 0), nonce);
  return join(
    head,
    await xSeal(await labelled(epochKey, "local", 32, text(store)), nonce, join(head, text(name)), padded(plain)),
  );
};

/** What is in a box of the local store. */
export const openLocal = async (
  epochKey: Uint8Array,
  store: string,
  name: string,
  box: Uint8Array,
): Promise<Result> => {
  const wrong = begins(box, "BLOC", 1);
  if (wrong !== null || box.length < 32 + 528) return refuse(wrong ?? "length");
  const key = await labelled(epochKey, "local", 32, text(store));
  return unpadded(await xOpen(key, box.subarray(8, 32), join(box.subarray(0, 32), text(name)), box.subarray(32)));
};
