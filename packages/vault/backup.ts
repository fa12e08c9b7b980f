/** Seals a whole record into one file that opens with twelve words, or not at all (security page 4.12). */
import { concat, equalBytes, err, ok, readU32, u32, type Result } from "@belay/basics";
import { backupItemsMax, backupMax, opCap, tagBytes } from "@belay/wire";
import { onceKey, open, seal, type OnceKey } from "./aead.ts";
import { backupHeaderBytes, encodeBackupHeader, readBackupHeader } from "./backup-header.ts";
import { derive, rootOf } from "./derive.ts";
import type { BackupFault } from "./fault.ts";
import { labels } from "./labels.ts";
import { bucketFor, isBucket } from "./padding.ts";
import type { Random } from "./secret.ts";
import { wordsEntropy } from "./words.ts";

/** Plaintext bytes of every chunk but the last. */
const chunkBytes = 64 * 1024;
const nonceBytes = 24;
const chunkOverhead = nonceBytes + tagBytes;
const commitBytes = 32;

const fileKey = (entropy: Uint8Array, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(entropy), labels.backupWords, 64, salt));

/** `header || index(4) || last(1)`: a chunk opens in its own place of its own file alone, and the last one is known. */
const chunkAad = (header: Uint8Array, index: number, last: boolean): Uint8Array =>
  concat(header, u32(index), Uint8Array.of(last ? 1 : 0));

/** `count(4) || [len(4) item]* || zeros` to the next bucket, or the reason why it must not be written. */
const packItems = (items: readonly Uint8Array[]): Result<Uint8Array, BackupFault> => {
  if (items.length > backupItemsMax) return err({ type: "TooLong", max: backupItemsMax, got: items.length });
  const parts: Uint8Array[] = [u32(items.length)];
  let length = 4;
  for (const item of items) {
    if (item.length > opCap) return err({ type: "TooLong", max: opCap, got: item.length });
    parts.push(u32(item.length), item);
    length += 4 + item.length;
  }
  const size = bucketFor(length);
  const whole = backupHeaderBytes + commitBytes + size + Math.ceil(size / chunkBytes) * chunkOverhead;
  if (whole > backupMax) return err({ type: "TooLong", max: backupMax, got: whole });
  return ok(concat(...parts, new Uint8Array(size - length)));
};

/** The items again; every bound is checked before anything is kept, and every pad byte must be zero. */
const unpackItems = (stream: Uint8Array): readonly Uint8Array[] | null => {
  const count = readU32(stream, 0);
  if (count > backupItemsMax || count * 4 > stream.length) return null;
  const items: Uint8Array[] = [];
  let at = 4;
  while (items.length < count) {
    if (stream.length - at < 4) return null;
    const length = readU32(stream, at);
    if (length > opCap || length > stream.length - at - 4) return null;
    items.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return stream.subarray(at).every((byte) => byte === 0) ? items : null;
};

/**
 * One file of all items, each at most 256 KiB and opaque here. Takes 16 random bytes for the salt, then 24 for each
 * 64 KiB chunk. Refuses words that are no set, and more than a file may hold (256 MiB, 1,000,000 items).
 */
export const sealBackup = (
  items: readonly Uint8Array[],
  words: readonly string[],
  random: Random,
): Result<Uint8Array, BackupFault> => {
  const entropy = wordsEntropy(words);
  if (entropy === null) return err({ type: "BadWords" });
  const stream = packItems(items);
  if (!stream.ok) return stream;
  const salt = random(16);
  const header = encodeBackupHeader({ wrap: "words", salt });
  const once = fileKey(entropy, salt);
  const parts: Uint8Array[] = [header, once.commit];
  const chunks = Math.ceil(stream.value.length / chunkBytes);
  for (let index = 0; index < chunks; index += 1) {
    const nonce = random(nonceBytes);
    const plain = stream.value.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    parts.push(nonce, seal(once.key, nonce, chunkAad(header, index, index === chunks - 1), plain));
  }
  return ok(concat(...parts));
};

/** Opens every chunk in order, or gives null at the first that does not. */
const openChunks = (key: Uint8Array, header: Uint8Array, sealed: Uint8Array): Uint8Array | null => {
  const whole = chunkBytes + chunkOverhead;
  const chunks = Math.ceil(sealed.length / whole);
  const stream = new Uint8Array(Math.max(0, sealed.length - chunks * chunkOverhead));
  if (!isBucket(stream.length)) return null;
  for (let index = 0; index < chunks; index += 1) {
    const chunk = sealed.subarray(index * whole, (index + 1) * whole);
    const aad = chunkAad(header, index, index === chunks - 1);
    const plain = open(key, chunk.subarray(0, nonceBytes), aad, chunk.subarray(nonceBytes));
    if (plain === null) return null;
    stream.set(plain, index * chunkBytes);
  }
  return stream;
};

/**
 * Every item of a file, or none. Checks in this order: size, magic, version, suite, wrap, parameters, words,
 * commitment, every chunk, every item. Items are views onto one block of fresh memory.
 */
export const openBackup = (bytes: Uint8Array, words: readonly string[]): Result<readonly Uint8Array[], BackupFault> => {
  const read = readBackupHeader(bytes);
  if (!read.ok) return read;
  const entropy = wordsEntropy(words);
  if (entropy === null) return err({ type: "BadWords" });
  const once = fileKey(entropy, read.value.salt);
  const sealedAt = backupHeaderBytes + commitBytes;
  if (!equalBytes(once.commit, bytes.subarray(backupHeaderBytes, sealedAt))) return err({ type: "WrongWords" });
  const stream = openChunks(once.key, bytes.subarray(0, backupHeaderBytes), bytes.subarray(sealedAt));
  const items = stream === null ? null : unpackItems(stream);
  return items === null ? err({ type: "Damaged" }) : ok(items);
};
