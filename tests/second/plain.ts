/** Batches, frames, words and fragments, written a second time from docs/protocol.md alone. */
import sodium from "libsodium-wrappers-sumo";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { join, same } from "../vectors/values.ts";
import { big, sha256, text, unbig } from "./primitives.ts";

/** A decoded value, or why there is none. */
export type Read<T> = { readonly value: T } | { readonly why: string };

const plainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The vector as rows in the order of device ids. */
export const sortedSeen = (seen: Record<string, unknown>): readonly (readonly [string, number, string])[] =>
  Object.keys(seen)
    .sort()
    .map((device) => {
      const link = seen[device];
      const [seq, hash] = Array.isArray(link) ? link : [];
      return [device, Number(seq), String(hash)] as const;
    });

/** The JSON of a batch. */
export const makeBatch = (seen: Record<string, unknown>, events: unknown): Uint8Array => {
  const rows = sortedSeen(seen).map(([device, seq, hash]) => `"${device}":[${seq},"${hash}"]`);
  return text(`{"seen":{${rows.join(",")}},"events":${JSON.stringify(events)}}`);
};

const nesting = (json: string): number => {
  const bare = json.replace(/"(?:[^"\\]|\\.)*"/g, "");
  let [depth, deepest] = [0, 0];
  for (const letter of bare) {
    if (letter === "[" || letter === "{") depth += 1;
    if (letter === "]" || letter === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const seenFits = (seen: unknown): boolean =>
  plainObject(seen) &&
  Object.keys(seen).length <= 256 &&
  Object.entries(seen).every(
    ([device, link]) =>
      /^[0-9a-f]{32}$/.test(device) &&
      Array.isArray(link) &&
      link.length === 2 &&
      Number.isSafeInteger(link[0]) &&
      link[0] >= 1 &&
      typeof link[1] === "string" &&
      /^[0-9a-f]{64}$/.test(link[1]),
  );

/** The batch in a body. */
export const readBatch = (bytes: Uint8Array): Read<{ readonly seen: unknown; readonly events: unknown }> => {
  if (bytes.length > 262_140) return { why: "length" };
  try {
    const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (nesting(json) > 32) return { why: "depth" };
    const value: unknown = JSON.parse(json);
    if (!plainObject(value) || Object.keys(value).sort().join() !== "events,seen") return { why: "fields" };
    const { seen, events } = value;
    const fits = Array.isArray(events) && events.length >= 1 && events.length <= 64 && events.every(plainObject);
    return fits && seenFits(seen) ? { value: { seen, events } } : { why: "shape" };
  } catch {
    return { why: "text" };
  }
};

const unhex = (digits: string): Uint8Array => sodium.from_hex(digits);

/** The vector hash and its six words. */
export const vectorHash = async (
  vaultId: Uint8Array,
  seen: Record<string, unknown>,
): Promise<{ readonly hash: Uint8Array; readonly words: string }> => {
  await sodium.ready;
  const rows = sortedSeen(seen).map(([device, seq, hash]) => join(unhex(device), big(seq, 8), unhex(hash)));
  const hash = await sha256(join(text("vector/1"), vaultId, big(rows.length, 4), ...rows));
  return { hash, words: wordsFrom(hash, 6) };
};

const bits = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
/** One word for each 11 bits. */
export const wordsFrom = (bytes: Uint8Array, count: number): string =>
  Array.from({ length: count }, (_, i) => wordlist[Number.parseInt(bits(bytes).slice(i * 11, i * 11 + 11), 2)]).join(
    " ",
  );

/** BIP-39: 16 bytes and the first four bits of their hash as twelve words. */
export const makeWords = async (entropy: Uint8Array): Promise<string> =>
  wordsFrom(join(entropy, await sha256(entropy)), 12);

/** The 16 bytes of twelve words. */
export const readWords = async (words: string): Promise<Read<Uint8Array>> => {
  const places = words.split(" ").map((word) => wordlist.indexOf(word));
  if (places.length !== 12) return { why: "count" };
  if (places.some((place) => place < 0)) return { why: "word" };
  const all = places.map((place) => place.toString(2).padStart(11, "0")).join("");
  const entropy = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(all.slice(i * 8, i * 8 + 8), 2));
  return bits(await sha256(entropy)).slice(0, 4) === all.slice(128) ? { value: entropy } : { why: "checksum" };
};

/** The fragment of a link. */
export const makeFragment = async (secret: Uint8Array): Promise<string> => {
  await sodium.ready;
  return `#1${sodium.to_base64(secret, sodium.base64_variants.URLSAFE_NO_PADDING)}`;
};

/** The secret in a fragment. */
export const readFragment = async (fragment: string): Promise<Read<Uint8Array>> => {
  await sodium.ready;
  const match = /^#?1([A-Za-z0-9_-]{43})$/.exec(fragment);
  if (match === null) return { why: "form" };
  try {
    const secret = sodium.from_base64(match[1] ?? "", sodium.base64_variants.URLSAFE_NO_PADDING);
    return secret.length === 32 && (await makeFragment(secret)).endsWith(match[1] ?? "-")
      ? { value: secret }
      : { why: "form" };
  } catch {
    return { why: "form" };
  }
};

/** The fields of each frame: a number of bytes for a number, `bytes` for bytes of fixed length. */
type Part = readonly [field: string, size: number, as: "number" | "bytes"];
const frames: Readonly<Record<string, readonly [byte: number, parts: readonly Part[]]>> = {
  challenge: [0x01, [["nonce", 32, "bytes"]]],
  hello: [
    0x11,
    [
      ["epoch", 4, "number"],
      ["sig", 64, "bytes"],
    ],
  ],
  pull: [
    0x13,
    [
      ["after", 8, "number"],
      ["maxBytes", 4, "number"],
    ],
  ],
  delete: [0x14, [["ownerSig", 64, "bytes"]]],
  rotate: [
    0x15,
    [
      ["epoch", 4, "number"],
      ["writePub", 32, "bytes"],
      ["ownerSig", 64, "bytes"],
    ],
  ],
  create: [
    0x16,
    [
      ["ownerPub", 32, "bytes"],
      ["epoch", 4, "number"],
      ["writePub", 32, "bytes"],
      ["ownerSig", 64, "bytes"],
      ["helloSig", 64, "bytes"],
    ],
  ],
  erase: [
    0x17,
    [
      ["deviceId", 16, "bytes"],
      ["from", 8, "number"],
      ["to", 8, "number"],
    ],
  ],
  ack: [0x22, [["head", 8, "number"]]],
  watch: [
    0x31,
    [
      ["id", 16, "bytes"],
      ["proof", 32, "bytes"],
    ],
  ],
  notice: [0x32, [["count", 2, "number"]]],
};
const lists: Readonly<Record<string, number>> = { append: 0x12, welcome: 0x21, page: 0x23, news: 0x24, refused: 0x2f };
const codes = ["gone", "quota", "slow-down", "gap", "malformed", "unauthorised", "too-large", "stale-epoch"];

const bytesIn = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array(0));
const sized = (bytes: Uint8Array): Uint8Array => join(big(bytes.length, 4), bytes);
const each = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(plainObject) : [];

const listPayload = (frame: Record<string, unknown>): Uint8Array => {
  switch (frame["kind"]) {
    case "append": {
      const envelopes = Array.isArray(frame["envelopes"]) ? frame["envelopes"].map(bytesIn) : [];
      return join(big(envelopes.length, 2), ...envelopes.map(sized));
    }
    case "welcome": {
      const heads = each(frame["devices"]);
      return join(
        big(Number(frame["head"]), 8),
        big(heads.length, 2),
        ...heads.map((one) => join(bytesIn(one["deviceId"]), big(Number(one["seq"]), 8))),
      );
    }
    case "refused":
      return join(Uint8Array.of(codes.indexOf(String(frame["code"])) + 1), big(Number(frame["retryAfterMs"]), 4));
    default: {
      const entries = each(frame["entries"]);
      return join(
        Uint8Array.of(frame["more"] === true ? 1 : 0),
        big(entries.length, 2),
        ...entries.map((one) => join(big(Number(one["at"]), 8), sized(bytesIn(one["envelope"])))),
      );
    }
  }
};

/** The bytes of a frame. */
export const makeFrame = (frame: Record<string, unknown>): Uint8Array => {
  const kind = String(frame["kind"]);
  const fixed = frames[kind];
  const start = join(Uint8Array.of(1, fixed?.[0] ?? lists[kind] ?? 0), big(Number(frame["ref"]), 4));
  if (fixed === undefined) return join(start, listPayload(frame));
  return join(
    start,
    ...fixed[1].map(([field, size, as]) => (as === "bytes" ? bytesIn(frame[field]) : big(Number(frame[field]), size))),
  );
};

const readFixed = (bytes: Uint8Array, parts: readonly Part[]): Record<string, unknown> | null => {
  let at = 6;
  const fields: Record<string, unknown> = {};
  for (const [field, size, as] of parts) {
    fields[field] = as === "bytes" ? bytes.slice(at, at + size) : unbig(bytes, at, at + size);
    if (fields[field] === -1) return null;
    at += size;
  }
  return at === bytes.length ? fields : null;
};

/** Reads `n` entries of `head` bytes, each with an envelope behind its length; null when the bytes do not add up. */
const readEntries = (
  bytes: Uint8Array,
  from: number,
  head: number,
): readonly { readonly at: number; readonly envelope: Uint8Array }[] | null => {
  const count = unbig(bytes, from, from + 2);
  const entries = [];
  let at = from + 2;
  for (let i = 0; i < count; i += 1) {
    const length = unbig(bytes, at + head, at + head + 4);
    const end = at + head + 4 + length;
    if (length < 752 || length > 262_384 || end > bytes.length) return null;
    entries.push({ at: unbig(bytes, at, at + head), envelope: bytes.slice(at + head + 4, end) });
    at = end;
  }
  return at === bytes.length ? entries : null;
};

const readList = (kind: string, bytes: Uint8Array): Record<string, unknown> | null => {
  if (kind === "append") {
    const entries = readEntries(bytes, 6, 0);
    return entries === null || entries.length === 0 ? null : { envelopes: entries.map(({ envelope }) => envelope) };
  }
  if (kind === "refused") {
    const code = codes[(bytes[6] ?? 0) - 1];
    return code === undefined || bytes.length !== 11 ? null : { code, retryAfterMs: unbig(bytes, 7, 11) };
  }
  if (kind === "welcome") {
    const count = unbig(bytes, 14, 16);
    if (bytes.length !== 16 + count * 24) return null;
    const devices = Array.from({ length: count }, (_, i) => ({
      deviceId: bytes.slice(16 + i * 24, 32 + i * 24),
      seq: unbig(bytes, 32 + i * 24, 40 + i * 24),
    }));
    return { head: unbig(bytes, 6, 14), devices };
  }
  const more = bytes[6] ?? 2;
  const entries = readEntries(bytes, 7, 8);
  return more > 1 || entries === null ? null : { more: more === 1, entries };
};

/** The frame in a message. */
export const readFrame = (bytes: Uint8Array): Read<Record<string, unknown>> => {
  if (bytes.length < 6 || bytes.length > 1_048_576) return { why: "length" };
  if (bytes[0] !== 1) return { why: "version" };
  const fixed = Object.entries(frames).find(([, [byte]]) => byte === bytes[1]);
  const list = Object.entries(lists).find(([, byte]) => byte === bytes[1]);
  const kind = fixed?.[0] ?? list?.[0];
  if (kind === undefined) return { why: "kind" };
  const fields = fixed === undefined ? readList(kind, bytes) : readFixed(bytes, fixed[1][1]);
  if (fields === null) return { why: "shape" };
  const range: Record<string, unknown> = { ...fields };
  if (kind === "erase" && !(Number(range["from"]) >= 1 && Number(range["to"]) >= Number(range["from"]))) {
    return { why: "shape" };
  }
  const frame = { kind, ref: unbig(bytes, 2, 6), ...fields };
  return same(makeFrame(frame), bytes) ? { value: frame } : { why: "shape" };
};
