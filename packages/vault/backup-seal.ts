/** Seals a backup file piece by piece, so that no more than one chunk of it is ever held here. */
import { concat, err, ok, u32, type Result } from "@belay/basics";
import { backupItemsMax, backupMax, opCap } from "@belay/wire";
import { seal, type OnceKey } from "./aead.ts";
import { chunkAad, chunkBytes, chunkNonceBytes, chunkOverhead, chunksAt, fileKey } from "./backup-chunk.ts";
import { encodeBackupHeader } from "./backup-header.ts";
import type { BackupFault } from "./fault.ts";
import { bucketFor } from "./padding.ts";
import type { Random } from "./secret.ts";
import { wordsEntropy } from "./words.ts";

/** A file that is being written. Only the newest one may be gone on with. */
export interface BackupSealing {
  readonly header: Uint8Array;
  readonly once: OnceKey;
  /** The next chunk's number. */
  readonly index: number;
  /** Plaintext that has not filled a chunk yet: 64 KiB at most. */
  readonly rest: Uint8Array;
  /** Items still to come. */
  readonly left: number;
  /** Plaintext bytes so far. */
  readonly length: number;
}

/** How far the file is, and the bytes that come next in it. */
export interface BackupWritten {
  readonly sealing: BackupSealing;
  readonly parts: readonly Uint8Array[];
}

/** Bytes of the whole file around a plaintext of `length` bytes. */
const fileBytes = (length: number): number => {
  const size = bucketFor(length);
  return chunksAt + size + Math.ceil(size / chunkBytes) * chunkOverhead;
};

/** Seals every chunk of `stream` that cannot be the last one; `whole` says that the stream ends here. */
const sealChunks = (sealing: BackupSealing, stream: Uint8Array, whole: boolean, random: Random): BackupWritten => {
  const parts: Uint8Array[] = [];
  let { index } = sealing;
  let at = 0;
  while (stream.length - at > chunkBytes || (whole && at < stream.length)) {
    const plain = stream.subarray(at, at + chunkBytes);
    at += plain.length;
    const nonce = random(chunkNonceBytes);
    const aad = chunkAad(sealing.header, index, whole && at === stream.length);
    parts.push(nonce, seal(sealing.once.key, nonce, aad, plain));
    index += 1;
  }
  return { sealing: { ...sealing, index, rest: stream.slice(at) }, parts };
};

/**
 * Begins a file of exactly `count` items. Takes 16 random bytes for the salt, and later 24 for each chunk. Refuses
 * words that are no set, and more items than a file may hold (1,000,000).
 */
export const beginBackup = (
  count: number,
  words: readonly string[],
  random: Random,
): Result<BackupWritten, BackupFault> => {
  const entropy = wordsEntropy(words);
  if (entropy === null) return err({ type: "BadWords" });
  if (count > backupItemsMax) return err({ type: "TooLong", max: backupItemsMax, got: count });
  const salt = random(16);
  const header = encodeBackupHeader({ wrap: "words", salt });
  const once = fileKey(entropy, salt);
  const sealing = { header, once, index: 0, rest: u32(count), left: count, length: 4 };
  return ok({ sealing, parts: [header, once.commit] });
};

/**
 * Takes the next items, each at most 256 KiB and opaque here. Refuses what would make the file larger than 256 MiB;
 * the file is then given up. More items than were announced are our bug and throw.
 */
export const addToBackup = (
  sealing: BackupSealing,
  items: readonly Uint8Array[],
  random: Random,
): Result<BackupWritten, BackupFault> => {
  if (items.length > sealing.left) throw new Error("more items than the file was begun for");
  let { length } = sealing;
  for (const item of items) {
    if (item.length > opCap) return err({ type: "TooLong", max: opCap, got: item.length });
    length += 4 + item.length;
    if (fileBytes(length) > backupMax) return err({ type: "TooLong", max: backupMax, got: fileBytes(length) });
  }
  const stream = new Uint8Array(sealing.rest.length + length - sealing.length);
  const view = new DataView(stream.buffer);
  stream.set(sealing.rest);
  let at = sealing.rest.length;
  for (const item of items) {
    view.setUint32(at, item.length);
    stream.set(item, at + 4);
    at += 4 + item.length;
  }
  return ok(sealChunks({ ...sealing, length, left: sealing.left - items.length }, stream, false, random));
};

/** The last bytes of the file: what is left over, with zeros to the next bucket. Missing items are our bug and throw. */
export const endBackup = (sealing: BackupSealing, random: Random): readonly Uint8Array[] => {
  if (sealing.left > 0) throw new Error("fewer items than the file was begun for");
  const zeros = new Uint8Array(bucketFor(sealing.length) - sealing.length);
  return sealChunks(sealing, concat(sealing.rest, zeros), true, random).parts;
};
