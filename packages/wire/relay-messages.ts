/** The exact bytes that a client signs for the relay, so that both ends build the same ones. */
import { concat, u32, utf8 } from "@belay/basics";

/** A text with its UTF-8 length in four bytes before it, so that no two fields can be confused. */
const lengthPrefixed = (text: string): Uint8Array => {
  const bytes = utf8(text);
  return concat(u32(bytes.length), bytes);
};

/**
 * What the write key signs on each connection: `"relay-auth/1" || len(4) || origin || vaultId(16) || nonce(32)`.
 * `origin` is the relay's public origin as browsers write it, such as `https://host` without a trailing slash.
 */
export const helloMessage = (origin: string, vaultId: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concat(utf8("relay-auth/1"), lengthPrefixed(origin), vaultId, nonce);

/** What the owner key signs to set the write key of an epoch: `"rotate/1" || vaultId(16) || epoch(4) || writePub(32)`. */
export const rotateMessage = (vaultId: Uint8Array, epoch: number, writePub: Uint8Array): Uint8Array =>
  concat(utf8("rotate/1"), vaultId, u32(epoch), writePub);

/** What the owner key signs to delete a vault: `"delete/1" || len(4) || origin || vaultId(16) || nonce(32)`. */
export const deleteMessage = (origin: string, vaultId: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concat(utf8("delete/1"), lengthPrefixed(origin), vaultId, nonce);

/** What is hashed for a vault's id: `"vault-id/1" || ownerPub(32)`; the id is the first 16 bytes of its SHA-256. */
export const vaultIdInput = (ownerPub: Uint8Array): Uint8Array => concat(utf8("vault-id/1"), ownerPub);
