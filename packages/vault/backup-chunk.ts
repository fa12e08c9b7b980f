/** Names what sealing and opening a backup file share: the file's key, and the place each chunk is bound to. */
import { concat, u32 } from "@belay/basics";
import { tagBytes } from "@belay/wire";
import { onceKey, type OnceKey } from "./aead.ts";
import { backupHeaderBytes } from "./backup-header.ts";
import { derive, rootOf } from "./derive.ts";
import { labels } from "./labels.ts";

/** Plaintext bytes of every chunk but the last. */
export const chunkBytes = 64 * 1024;
/** Bytes of a chunk's own fresh nonce, which stands before it. */
export const chunkNonceBytes = 24;
/** Bytes that a chunk has in the file beyond its plaintext: nonce and tag. */
export const chunkOverhead = chunkNonceBytes + tagBytes;
/** Where the first chunk begins: behind the header and the 32 bytes of the commitment. */
export const chunksAt = backupHeaderBytes + 32;

/** Key and commitment of one file, from the 16 bytes of its words and its own salt. */
export const fileKey = (entropy: Uint8Array, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(entropy), labels.backupWords, 64, salt));

/** `header || index(4) || last(1)`: a chunk opens in its own place of its own file alone, and the last one is known. */
export const chunkAad = (header: Uint8Array, index: number, last: boolean): Uint8Array =>
  concat(header, u32(index), Uint8Array.of(last ? 1 : 0));
