import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, u32, u64 } from "@belay/basics";
import { reader } from "./reader.ts";
import { written } from "./writer.ts";

describe("laying fields into bytes", () => {
  it("gives the fields in their order, big-endian", () => {
    const part = Uint8Array.of(9, 8);
    const bytes = written((to) => {
      to.number(1, 1);
      to.number(0x0203, 2);
      to.bytes(part);
      to.number(0x04050607, 4);
    });
    expect([...bytes]).toEqual([1, 2, 3, 9, 8, 4, 5, 6, 7]);
  });

  it("gives nothing for nothing", () => {
    expect(written(() => undefined)).toHaveLength(0);
  });

  it("is read back as what was laid, up to the largest whole number", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(0xffffffff), fc.uint8Array(), (large, small, part) => {
        const bytes = written((to) => {
          to.number(large, 8);
          to.bytes(part);
          to.number(small, 4);
        });
        expect(bytes).toEqual(concat(u64(large), part, u32(small)));
        const source = reader(bytes);
        expect([source.u64(), source.bytes(part.length), source.u32()]).toEqual([large, part, small]);
        expect(source.done()).toBe(true);
      }),
    );
  });

  it("a number beyond 2^53 - 1 counts as an overrun, whatever its last digits", () => {
    for (const first of [Uint8Array.of(0, 32, 0, 0, 0, 0, 0, 0), new Uint8Array(8).fill(255)]) {
      const source = reader(first);
      expect(source.u64()).toBe(0);
      expect(source.failed()).toBe(true);
    }
    const last = reader(Uint8Array.of(0, 31, 255, 255, 255, 255, 255, 255));
    expect(last.u64()).toBe(Number.MAX_SAFE_INTEGER);
    expect(last.done()).toBe(true);
  });
});
