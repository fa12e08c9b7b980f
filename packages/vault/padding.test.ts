import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { u32 } from "@belay/basics";
import { opCap } from "@belay/wire";
import { bucketFor, isBucket, pad, unpad } from "./padding.ts";

const kib = 1024;
const buckets = [512, kib, 2 * kib, 4 * kib, 8 * kib, 16 * kib, 32 * kib, 64 * kib, 128 * kib, 192 * kib, 256 * kib];

describe("buckets", () => {
  it("are exactly these up to the op cap", () => {
    const found = new Set<number>();
    for (let length = 0; length <= opCap; length += 1) found.add(bucketFor(length));
    expect([...found]).toEqual(buckets);
  });

  it.each(buckets)("%i bytes fill a bucket, one more takes the next", (size) => {
    expect(bucketFor(size)).toBe(size);
    expect(bucketFor(size + 1)).toBeGreaterThan(size);
    expect(isBucket(size)).toBe(true);
    expect([size - 1, size + 1].map(isBucket)).toEqual([false, false]);
  });

  it("no length is above its bucket, and short ones at most double", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (length) => {
        const bucket = bucketFor(length);
        expect(bucket).toBeGreaterThanOrEqual(length);
        if (length > 512) expect(bucket).toBeLessThan(Math.max(2 * length, length + 64 * kib));
      }),
    );
  });

  it("nothing at all still takes the smallest", () => {
    expect(bucketFor(0)).toBe(512);
    expect(isBucket(0)).toBe(false);
  });
});

describe("padding", () => {
  it("comes back as it was, in a bucket's size", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (body) => {
        const padded = pad(body);
        expect(isBucket(padded.length)).toBe(true);
        expect(unpad(padded)).toEqual(body);
      }),
    );
  });

  it.each(buckets)("bodies around the edge of %i bytes", (size) => {
    for (const length of [size - 5, size - 4]) expect(pad(new Uint8Array(length))).toHaveLength(size);
    expect(pad(new Uint8Array(size - 3)).length).toBeGreaterThan(size);
  });

  it("a larger bucket than needed is taken, so that writers may hide more", () => {
    const padded = new Uint8Array(kib);
    padded.set(u32(3));
    expect(unpad(padded)).toEqual(new Uint8Array(3));
  });

  it.each([0, 3, 4, 511, 513, 600, 65 * kib])("%i bytes are no bucket and are refused", (length) => {
    expect(unpad(new Uint8Array(length))).toBeNull();
  });

  it("a length that points beyond the end is refused", () => {
    for (const length of [509, 512, 2 ** 31, 2 ** 32 - 1]) {
      const padded = new Uint8Array(512);
      padded.set(u32(length));
      expect(unpad(padded)).toBeNull();
    }
    const full = new Uint8Array(512);
    full.set(u32(508));
    expect(unpad(full)).toHaveLength(508);
  });

  it("any pad byte that is not zero is refused, wherever it stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4 + 10, max: 511 }), fc.integer({ min: 1, max: 255 }), (at, value) => {
        const padded = pad(new Uint8Array(10).fill(7));
        padded[at] = value;
        expect(unpad(padded)).toBeNull();
      }),
    );
  });
});
