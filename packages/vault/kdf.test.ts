import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeKdf, kdfInRange, lockParams, lowMemoryParams, readKdf, type KdfParams } from "./kdf.ts";

const mib = 1024;
const any = fc.record({
  memoryKiB: fc.nat({ max: 300 * mib }),
  passes: fc.nat({ max: 14 }),
  lanes: fc.nat({ max: 3 }),
});

describe("the settings of a stretching", () => {
  it.each([
    ["a lock's", lockParams, 192],
    ["a lock's with half the memory", lowMemoryParams, 192],
    ["the most", { memoryKiB: 256 * mib, passes: 12, lanes: 1 }, 3072],
  ])("are in range: %s", (_, params, work) => {
    expect(kdfInRange(params)).toBe(true);
    expect((params.memoryKiB / mib) * params.passes).toBe(work);
  });

  it.each([
    ["less memory", { memoryKiB: 32 * mib - 1, passes: 12, lanes: 1 }],
    ["more memory", { memoryKiB: 256 * mib + 1, passes: 3, lanes: 1 }],
    ["fewer passes", { memoryKiB: 256 * mib, passes: 2, lanes: 1 }],
    ["more passes", { memoryKiB: 64 * mib, passes: 13, lanes: 1 }],
    ["no lane", { ...lockParams, lanes: 0 }],
    ["two lanes", { ...lockParams, lanes: 2 }],
    ["less work in all", { memoryKiB: 64 * mib - 1, passes: 3, lanes: 1 }],
  ])("are out of range with %s", (_, params: KdfParams) => {
    expect(kdfInRange(params)).toBe(false);
    expect(readKdf(encodeKdf(params), 0)).toEqual({ ok: false, error: { type: "KdfOutOfRange" } });
  });

  it("are read as they were written, and never when they are out of range", () => {
    fc.assert(
      fc.property(any, (params) => {
        const read = readKdf(encodeKdf(params), 0);
        expect(read).toEqual(
          kdfInRange(params) ? { ok: true, value: params } : { ok: false, error: { type: "KdfOutOfRange" } },
        );
      }),
    );
  });

  it("never cost less than 192 MiB-passes nor more than 3 GiB-passes", () => {
    fc.assert(
      fc.property(any.filter(kdfInRange), ({ memoryKiB, passes }) => {
        expect(memoryKiB * passes).toBeGreaterThanOrEqual(192 * mib);
        expect(memoryKiB * passes).toBeLessThanOrEqual(3072 * mib);
      }),
    );
  });
});
