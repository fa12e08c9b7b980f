/** Reads fixed fields one after another and remembers if the bytes ever ran out. */
import { readU32, readU64 } from "@belay/basics";

/** A cursor over bytes. After the first overrun everything reads as zero and `done()` is false. */
export interface Reader {
  /** The next `length` bytes, as a view onto the given bytes. */
  readonly bytes: (length: number) => Uint8Array;
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u32: () => number;
  /** A whole number up to 2^53 - 1; a larger one counts as an overrun. */
  readonly u64: () => number;
  /** Whether anything ran out or was out of range so far. */
  readonly failed: () => boolean;
  /** Whether every read succeeded and nothing is left over. */
  readonly done: () => boolean;
}

/** Starts reading `source` at `from`. */
export const reader = (source: Uint8Array, from = 0): Reader => {
  let at = from;
  let failed = from > source.length;
  const bytes = (length: number): Uint8Array => {
    if (failed || length > source.length - at) {
      failed = true;
      // Never allocate what a hostile length asks for: callers compare the length they need.
      return new Uint8Array(Math.min(length, 64));
    }
    const part = source.subarray(at, at + length);
    at += length;
    return part;
  };
  const u8 = (): number => bytes(1)[0] ?? 0;
  const u64 = (): number => {
    const value = readU64(bytes(8), 0);
    if (!value.ok) failed = true;
    return value.ok ? value.value : 0;
  };
  return {
    bytes,
    u8,
    u16: () => u8() * 256 + u8(),
    u32: () => readU32(bytes(4), 0),
    u64,
    failed: () => failed,
    done: () => !failed && at === source.length,
  };
};
