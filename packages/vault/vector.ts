/** Reduces what a device has seen to one hash and six words that two people can compare by eye. */
import { concat, err, fromHex, ok, u32, u64, utf8, type NotBytes, type Result } from "@belay/basics";
import type { Seen } from "@belay/wire";
import { sha256 } from "./derive.ts";
import { wordsOf } from "./words.ts";

/**
 * `SHA-256("vector/1" || vaultId(16) || n(4) || [deviceId(16) seq(8) hash(32)]*)`, sorted by device id. 32 bytes.
 * Refuses ids and hashes that are not hex.
 */
export const vectorHash = (vaultId: Uint8Array, seen: Seen): Result<Uint8Array, NotBytes> => {
  const rows = Object.entries(seen).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts: Uint8Array[] = [utf8("vector/1"), vaultId, u32(rows.length)];
  for (const [device, [seq, hash]] of rows) {
    const id = fromHex(device);
    const link = fromHex(hash);
    if (!id.ok || !link.ok || id.value.length !== 16 || link.value.length !== 32) return err({ type: "NotBytes" });
    parts.push(id.value, u64(seq), link.value);
  }
  return ok(sha256(concat(...parts)));
};

/** Six words of a vector hash: 66 bits, the only defence against two histories kept apart for ever. */
export const checkWords = (hash: Uint8Array): readonly string[] => wordsOf(hash, 6);
