/** Seals a whole record into one file that opens with twelve words, or not at all (security page 4.12). */
import { concat, ok, type Result } from "@belay/basics";
import { beginReading, readOn, type BackupReading } from "./backup-open.ts";
import { addToBackup, beginBackup, endBackup } from "./backup-seal.ts";
import type { BackupFault } from "./fault.ts";
import type { Random } from "./secret.ts";

/**
 * One file of all items at once, each at most 256 KiB and opaque here. Takes 16 random bytes for the salt, then 24 for
 * each 64 KiB chunk. Refuses words that are no set, and more than a file may hold (256 MiB, 1,000,000 items).
 */
export const sealBackup = (
  items: readonly Uint8Array[],
  words: readonly string[],
  random: Random,
): Result<Uint8Array, BackupFault> => {
  const begun = beginBackup(items.length, words, random);
  if (!begun.ok) return begun;
  const added = addToBackup(begun.value.sealing, items, random);
  if (!added.ok) return added;
  return ok(concat(...begun.value.parts, ...added.value.parts, ...endBackup(added.value.sealing, random)));
};

/** Every item of a file, or none; the same checks in the same order as `beginReading` and `readOn`. */
export const openBackup = (bytes: Uint8Array, words: readonly string[]): Result<readonly Uint8Array[], BackupFault> => {
  const begun = beginReading(bytes, words);
  if (!begun.ok) return begun;
  const items: Uint8Array[] = [];
  let reading: BackupReading = begun.value;
  for (let share = 0; share < 1;) {
    const read = readOn(reading, reading.chunks);
    if (!read.ok) return read;
    for (const item of read.value.items) items.push(item);
    ({ reading, share } = read.value);
  }
  return ok(items);
};
