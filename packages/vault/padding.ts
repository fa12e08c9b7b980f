/** Hides how long a text is: plaintexts come in a few sizes only (security page 4.4). */
import { concat, readU32, u32 } from "@belay/basics";
import { smallestBucket } from "@belay/wire";

/** Above this size buckets are its multiples; below, powers of two. */
const step = 64 * 1024;

/** The smallest bucket that holds `length` bytes: 512 B, doubling to 64 KiB, then multiples of 64 KiB. */
export const bucketFor = (length: number): number => {
  if (length > step) return Math.ceil(length / step) * step;
  let bucket = smallestBucket;
  while (bucket < length) bucket *= 2;
  return bucket;
};

/** Whether `length` is a bucket's size. */
export const isBucket = (length: number): boolean => bucketFor(length) === length;

/** `len(4) || body || zeros` to the next bucket. The caller has checked the cap. */
export const pad = (body: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(bucketFor(body.length + 4));
  padded.set(concat(u32(body.length), body));
  return padded;
};

/** The body of a padded plaintext, or null when the length lies or a pad byte is not zero. A view, not a copy. */
export const unpad = (padded: Uint8Array): Uint8Array | null => {
  if (!isBucket(padded.length)) return null;
  const length = readU32(padded, 0);
  if (length > padded.length - 4) return null;
  let stray = 0;
  for (let i = 4 + length; i < padded.length; i += 1) stray |= padded[i] ?? 0;
  return stray === 0 ? padded.subarray(4, 4 + length) : null;
};
