/** Lays out the first 36 bytes of a backup file and checks every limit before any work. */
import { concat, err, ok, u32, utf8, type Result } from "@belay/basics";
import { backupMax, smallestBucket, wireSuite, wireVersion } from "@belay/wire";
import type { BackupFault } from "./fault.ts";
import { readKdf } from "./kdf.ts";

const magic = utf8("BBAK");

/** magic(4) version(1) suite(1) wrap(1) flags(1) memoryKiB(4) passes(4) lanes(4) salt(16). */
export const backupHeaderBytes = 36;
// commitment(32), then at least one chunk: nonce(24), the smallest bucket, tag(16)
const fileMin = backupHeaderBytes + 32 + 24 + smallestBucket + 16;

/** How the file's key is wrapped. A passphrase (byte 2) is settled here and built with the lock. */
export interface BackupHeader {
  readonly wrap: "words";
  /** 16 bytes, fresh for each file. */
  readonly salt: Uint8Array;
}

/** The header of a file wrapped by words: no passphrase, so its three parameters are zero. */
export const encodeBackupHeader = (header: BackupHeader): Uint8Array =>
  concat(magic, Uint8Array.of(wireVersion, wireSuite, 1, 0), u32(0), u32(0), u32(0), header.salt);

/** The header of a file, after its size. Refuses everything that is out of range before a key is derived. */
export const readBackupHeader = (bytes: Uint8Array): Result<BackupHeader, BackupFault> => {
  if (bytes.length < fileMin) return err({ type: "TooShort", min: fileMin, got: bytes.length });
  if (bytes.length > backupMax) return err({ type: "TooLong", max: backupMax, got: bytes.length });
  const at = (offset: number): number => bytes[offset] ?? 0;
  if (!magic.every((byte, i) => byte === at(i))) return err({ type: "BadMagic" });
  if (at(4) !== wireVersion) return err({ type: "UnknownVersion", got: at(4) });
  if (at(5) !== wireSuite) return err({ type: "UnknownSuite", got: at(5) });
  if (at(7) !== 0) return err({ type: "UnknownFlags", got: at(7) });
  const kdf = readKdf(bytes, 8);
  if (at(6) === 2 && !kdf.ok) return kdf;
  if (at(6) !== 1) return err({ type: "UnknownWrap", got: at(6) });
  if (bytes.subarray(8, 20).some((value) => value !== 0)) return err({ type: "KdfOutOfRange" });
  return ok({ wrap: "words", salt: bytes.subarray(20, 36) });
};
