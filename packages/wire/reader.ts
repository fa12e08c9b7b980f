/** Reads fixed fields one after another and remembers if the bytes ever ran out. */
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
  /** Where the next `length` bytes begin, or null when they run out. */
  const take = (length: number): number | null => {
    failed ||= length > source.length - at;
    if (failed) return null;
    at += length;
    return at - length;
  };
  const bytes = (length: number): Uint8Array => {
    const start = take(length);
    // Never allocate what a hostile length asks for: callers compare the length they need.
    return start === null ? new Uint8Array(Math.min(length, 64)) : source.subarray(start, at);
  };
  /** A big-endian number. Read in place: a frame holds up to four a thousand times. */
  const number = (length: number): number => {
    const start = take(length);
    if (start === null) return 0;
    let value = 0;
    for (let i = start; i < at; i += 1) value = value * 256 + (source[i] ?? 0);
    return value;
  };
  const u64 = (): number => {
    const value = number(8);
    // Rounding cannot bring a larger one below this: it is a power of two.
    failed ||= value >= 2 ** 53;
    return failed ? 0 : value;
  };
  return {
    bytes,
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    u64,
    failed: () => failed,
    done: () => !failed && at === source.length,
  };
};
