import { describe, expect, it } from "vitest";
import { concat, u32, u64 } from "@belay/basics";
import { reader } from "./reader.ts";

describe("a reader", () => {
  it("reads fields one after another, highest byte first", () => {
    const source = reader(concat(Uint8Array.of(1, 2, 3), u32(4), u64(5), Uint8Array.of(6, 7)));
    expect([source.u8(), source.u16(), source.u32(), source.u64()]).toEqual([1, 0x0203, 4, 5]);
    expect(source.done()).toBe(false);
    expect(source.bytes(2)).toEqual(Uint8Array.of(6, 7));
    expect(source.done()).toBe(true);
  });

  it("starts where it is told", () => {
    expect(reader(Uint8Array.of(1, 2), 1).u8()).toBe(2);
    expect(reader(Uint8Array.of(1, 2), 3).failed()).toBe(true);
  });

  it("remembers an overrun even when later reads would fit", () => {
    const source = reader(Uint8Array.of(1, 2));
    expect(source.u32()).toBe(0);
    expect(source.u8()).toBe(0);
    expect(source.failed()).toBe(true);
    expect(source.done()).toBe(false);
  });

  it("never takes memory for a length that is not there", () => {
    expect(reader(Uint8Array.of(1)).bytes(2 ** 31).length).toBeLessThanOrEqual(64);
  });

  it("counts a number above 2^53 - 1 as an overrun", () => {
    const source = reader(new Uint8Array(8).fill(255));
    expect(source.u64()).toBe(0);
    expect(source.done()).toBe(false);
  });

  it("what is left over is not done", () => {
    const source = reader(Uint8Array.of(1, 2));
    source.u8();
    expect([source.failed(), source.done()]).toEqual([false, false]);
  });

  it.each([
    ["u8", 1],
    ["u16", 2],
    ["u32", 4],
    ["u64", 8],
  ] as const)("%s takes all of its bytes or none: one too few is an overrun that reads as zero", (field, width) => {
    const whole = reader(concat(new Uint8Array(width - 1), Uint8Array.of(7)));
    expect(whole[field]()).toBe(7);
    expect(whole.done()).toBe(true);
    const short = reader(new Uint8Array(width - 1).fill(1));
    expect(short[field]()).toBe(0);
    expect([short.failed(), short.done()]).toEqual([true, false]);
  });
});
