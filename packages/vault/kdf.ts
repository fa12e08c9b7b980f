/** Says how hard a passphrase is stretched, and which settings of a file or a wrap are refused unread. */
import { concat, err, ok, readU32, u32, type Result } from "@belay/basics";

/** The three settings of Argon2id v1.3 (RFC 9106): memory in KiB, passes, lanes. */
export interface KdfParams {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Settings outside the accepted range: nothing is allocated and nothing derived. */
export type KdfFault = { readonly type: "KdfOutOfRange" };

const mib = 1024;

/** What a lock is made with: 64 MiB, three passes (security page 4.7). */
export const lockParams: KdfParams = { memoryKiB: 64 * mib, passes: 3, lanes: 1 };

/** The same work with half the memory, for devices that cannot give 64 MiB; never less. */
export const lowMemoryParams: KdfParams = { memoryKiB: 32 * mib, passes: 6, lanes: 1 };

/** Argon2id's accepted range (security page 4.7): 32 to 256 MiB, 3 to 12 passes, one lane, memory x passes >= 192 MiB. */
export const kdfInRange = ({ memoryKiB, passes, lanes }: KdfParams): boolean =>
  memoryKiB >= 32 * mib &&
  memoryKiB <= 256 * mib &&
  passes >= 3 &&
  passes <= 12 &&
  lanes === 1 &&
  memoryKiB * passes >= 192 * mib;

/** Twelve bytes: memory, passes, lanes. */
export const encodeKdf = ({ memoryKiB, passes, lanes }: KdfParams): Uint8Array =>
  concat(u32(memoryKiB), u32(passes), u32(lanes));

/** The settings in the twelve bytes at `offset`; the caller has checked the length. */
export const readKdf = (bytes: Uint8Array, offset: number): Result<KdfParams, KdfFault> => {
  const params = {
    memoryKiB: readU32(bytes, offset),
    passes: readU32(bytes, offset + 4),
    lanes: readU32(bytes, offset + 8),
  };
  return kdfInRange(params) ? ok(params) : err({ type: "KdfOutOfRange" });
};
