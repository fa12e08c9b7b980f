/** Opens a backup file piece by piece: all of it is checked first, and only then does it give anything. */
import { concat, equalBytes, err, ok, readU32, type Result } from "@belay/basics";
import { backupItemsMax, opCap } from "@belay/wire";
import { open, type OnceKey } from "./aead.ts";
import { chunkAad, chunkBytes, chunkNonceBytes, chunkOverhead, chunksAt, fileKey } from "./backup-chunk.ts";
import { backupHeaderBytes, readBackupHeader } from "./backup-header.ts";
import type { BackupFault } from "./fault.ts";
import { isBucket } from "./padding.ts";
import { wordsEntropy } from "./words.ts";

/** A file that is being read. It is gone through twice: to check it, then to give its items. */
export interface BackupReading {
  readonly file: Uint8Array;
  readonly once: OnceKey;
  /** How many chunks the file has, from its size. */
  readonly chunks: number;
  readonly pass: "check" | "give";
  /** The next chunk's number. */
  readonly index: number;
  /** Items still to come; null before their count was read. */
  readonly left: number | null;
  /** The beginning of an item that the next chunk goes on with: 256 KiB at most. */
  readonly rest: Uint8Array;
}

/** How far the reading is, and what it gave. `share` goes from 0 to 1 over both passes; at 1 it is over. */
export interface BackupRead {
  readonly reading: BackupReading;
  /** Always empty until the whole file was checked. */
  readonly items: readonly Uint8Array[];
  readonly share: number;
}

/** What came out of one more stretch of the stream; null when a bound is broken or a pad byte is not zero. */
interface Parsed {
  readonly items: readonly Uint8Array[];
  readonly left: number;
  readonly rest: Uint8Array;
}

const none = new Uint8Array(0);
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Reads `[len(4) item]*` as far as it goes. Bounds are checked before anything is kept. */
const parseItems = (stream: Uint8Array, from: number, announced: number, keep: boolean): Parsed | null => {
  const items: Uint8Array[] = [];
  let [at, left] = [from, announced];
  while (left > 0 && stream.length - at >= 4) {
    const length = readU32(stream, at);
    if (length > opCap) return null;
    if (length > stream.length - at - 4) break;
    if (keep) items.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
    left -= 1;
  }
  if (left > 0) return { items, left, rest: stream.slice(at) };
  return isZero(stream.subarray(at)) ? { items, left, rest: none } : null;
};

/** The next stretch, the first of which begins with the count. */
const parseOn = ({ left, rest, pass, chunks }: BackupReading, plain: Uint8Array): Parsed | null => {
  const keep = pass === "give";
  if (left !== null) return parseItems(left === 0 ? plain : concat(rest, plain), 0, left, keep);
  const count = readU32(plain, 0);
  if (count > backupItemsMax || count * 4 > chunks * chunkBytes) return null;
  return parseItems(plain, 4, count, keep);
};

/** One chunk, opened in its own place; null when it does not open there. */
const openChunk = ({ file, once, chunks, index }: BackupReading): Uint8Array | null => {
  const whole = chunkBytes + chunkOverhead;
  const chunk = file.subarray(chunksAt + index * whole, chunksAt + (index + 1) * whole);
  const aad = chunkAad(file.subarray(0, backupHeaderBytes), index, index === chunks - 1);
  return open(once.key, chunk.subarray(0, chunkNonceBytes), aad, chunk.subarray(chunkNonceBytes));
};

/**
 * Begins to read a file. Checks in this order, before any chunk is opened: size, magic, version, suite, wrap,
 * parameters, words, commitment, and that the rest is as long as a file's can be.
 */
export const beginReading = (file: Uint8Array, words: readonly string[]): Result<BackupReading, BackupFault> => {
  const read = readBackupHeader(file);
  if (!read.ok) return read;
  const entropy = wordsEntropy(words);
  if (entropy === null) return err({ type: "BadWords" });
  const once = fileKey(entropy, read.value.salt);
  if (!equalBytes(once.commit, file.subarray(backupHeaderBytes, chunksAt))) return err({ type: "WrongWords" });
  const sealed = file.length - chunksAt;
  const chunks = Math.ceil(sealed / (chunkBytes + chunkOverhead));
  const plain = sealed - chunks * chunkOverhead;
  if (plain < 0 || !isBucket(plain)) return err({ type: "Damaged" });
  return ok({ file, once, chunks, pass: "check", index: 0, left: null, rest: none });
};

/**
 * Goes on for at most `chunks` chunks of 64 KiB. The first pass opens everything and gives nothing; the second gives
 * the items, as views onto fresh memory. After a fault nothing of the file may be used: none of it was given before.
 */
export const readOn = (reading: BackupReading, chunks: number): Result<BackupRead, BackupFault> => {
  const items: Uint8Array[] = [];
  let next = reading;
  const until = Math.min(reading.index + chunks, reading.chunks);
  while (next.index < until) {
    const plain = openChunk(next);
    const parsed = plain === null ? null : parseOn(next, plain);
    if (parsed === null) return err({ type: "Damaged" });
    for (const item of parsed.items) items.push(item);
    next = { ...next, index: next.index + 1, left: parsed.left, rest: parsed.rest };
  }
  const ended = next.index === next.chunks;
  if (ended && next.left !== 0) return err({ type: "Damaged" });
  if (ended && next.pass === "check") next = { ...next, pass: "give", index: 0, left: null, rest: none };
  const passed = next.index + (next.pass === "give" ? next.chunks : 0);
  return ok({ reading: next, items, share: passed / (2 * next.chunks) });
};
