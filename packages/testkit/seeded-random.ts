/** Gives repeatable bytes from a seed, where shipped code would ask the platform for chance. */
import { concat, u32, utf8 } from "@belay/basics";
import { sha256, type Random } from "@belay/vault";

/**
 * SHA-256 in counter mode over the seed: well spread and the same everywhere and for ever, so that frozen vectors can
 * be made again. Never for anything real.
 */
export const seededRandom = (seed: string | number): Random => {
  const start = utf8(`belay/testkit/${seed}`);
  let counter = 0;
  let pool: Uint8Array = new Uint8Array(0);
  return (length) => {
    while (pool.length < length) {
      pool = concat(pool, sha256(concat(start, u32(counter))));
      counter += 1;
    }
    const bytes = pool.slice(0, length);
    pool = pool.slice(length);
    return bytes;
  };
};

/** A whole number from 0 to `below` - 1, taken from four bytes; the small bias does not matter in tests. */
export const pickBelow = (random: Random, below: number): number => {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % below;
};
