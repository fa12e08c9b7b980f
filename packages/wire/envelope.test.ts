import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, u32, u64 } from "@belay/basics";
import {
  decodeHeader,
  encodeHeader,
  envelopeTypes,
  joinEnvelope,
  splitEnvelope,
  type EnvelopeParts,
  type Header,
} from "./envelope.ts";
import type { WireFault } from "./fault.ts";
import { envelopeMax, envelopeMin, headerBytes, opCap, smallestBucket } from "./limits.ts";

const run = (length: number, from: number): Uint8Array => Uint8Array.from({ length }, (_, i) => from + i);

const header: Header = {
  type: "events",
  vaultId: run(16, 0x10),
  epoch: 1,
  deviceId: run(16, 0x30),
  seq: 2,
  prevHash: run(32, 0x50),
  salt: run(16, 0x80),
  nonce: run(24, 0xa0),
  ctLen: smallestBucket + 16,
};
const whole = (of: Header = header): Uint8Array =>
  joinEnvelope(
    encodeHeader(of),
    new Uint8Array(32).fill(1),
    new Uint8Array(of.ctLen).fill(2),
    new Uint8Array(64).fill(3),
  );

const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
};
const faultOf = (bytes: Uint8Array): WireFault | null => {
  const split = splitEnvelope(bytes);
  return split.ok ? null : split.error;
};
const parts = (bytes: Uint8Array): EnvelopeParts => {
  const split = splitEnvelope(bytes);
  if (!split.ok) throw new Error(split.error.type);
  return split.value;
};

describe("the header", () => {
  it("has its fields at the published offsets", () => {
    expect(toHex(encodeHeader(header))).toBe(
      [
        "424c4159",
        "01",
        "01",
        "01",
        "00",
        "101112131415161718191a1b1c1d1e1f",
        "00000001",
        "303132333435363738393a3b3c3d3e3f",
        "0000000000000002",
        "505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f",
        "808182838485868788898a8b8c8d8e8f",
        "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7",
        "00000210",
      ].join(""),
    );
  });

  it("is 128 bytes long and comes back as it was, for any field values", () => {
    const some = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    const any = fc.record({
      type: fc.constantFrom(...envelopeTypes),
      vaultId: some(16),
      epoch: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
      deviceId: some(16),
      seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      prevHash: some(32),
      salt: some(16),
      nonce: some(24),
      ctLen: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    });
    fc.assert(
      fc.property(any, (fields) => {
        const bytes = encodeHeader(fields);
        expect(bytes).toHaveLength(headerBytes);
        expect(decodeHeader(bytes)).toEqual({ ok: true, value: fields });
      }),
    );
  });

  it("a field of another size is our bug and throws, even when the sum is right", () => {
    expect(() => encodeHeader({ ...header, salt: run(15, 0) })).toThrow();
    expect(() => encodeHeader({ ...header, salt: run(15, 0), nonce: run(25, 0) })).toThrow();
    expect(() => encodeHeader({ ...header, vaultId: run(15, 0), deviceId: run(17, 0) })).toThrow();
  });

  it.each(["events", "segment", "membership"] as const)("%s has its own byte", (type) => {
    expect(encodeHeader({ ...header, type })[6]).toBe(envelopeTypes.indexOf(type) + 1);
  });

  it.each([
    [0, 0x43, { type: "BadMagic" }],
    [3, 0, { type: "BadMagic" }],
    [4, 2, { type: "UnknownVersion", got: 2 }],
    [4, 0, { type: "UnknownVersion", got: 0 }],
    [5, 2, { type: "UnknownSuite", got: 2 }],
    [6, 0, { type: "UnknownType", got: 0 }],
    [6, 4, { type: "UnknownType", got: 4 }],
    [7, 1, { type: "UnknownFlags", got: 1 }],
    [7, 128, { type: "UnknownFlags", got: 128 }],
  ] as const)("byte %i as %i is refused by name", (at, value, fault) => {
    expect(faultOf(changed(whole(), at, value))).toEqual(fault);
  });

  it("every other version and suite byte is refused", () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte === 1) continue;
      expect(faultOf(changed(whole(), 4, byte))).toEqual({ type: "UnknownVersion", got: byte });
      expect(faultOf(changed(whole(), 5, byte))).toEqual({ type: "UnknownSuite", got: byte });
    }
  });

  it("what is wrong first is named first", () => {
    const bytes = [4, 5, 6, 7].reduce((some, at) => changed(some, at, 9), whole());
    expect(faultOf(bytes)).toEqual({ type: "UnknownVersion", got: 9 });
    expect(faultOf(changed(bytes, 0, 0))).toEqual({ type: "BadMagic" });
  });

  it("epoch 0, seq 0 and a seq above 2^53 - 1 are refused", () => {
    expect(faultOf(changed(whole(), 27, 0))).toEqual({ type: "BadNumber", field: "epoch" });
    expect(faultOf(changed(whole(), 51, 0))).toEqual({ type: "BadNumber", field: "seq" });
    expect(faultOf(changed(whole(), 44, 255))).toEqual({ type: "BadNumber", field: "seq" });
  });

  it("fewer than 128 bytes are too short", () => {
    expect(decodeHeader(run(127, 0))).toEqual({ ok: false, error: { type: "TooShort", min: 128, got: 127 } });
  });
});

describe("an envelope taken apart", () => {
  it("gives every part at its place, as views onto the given bytes", () => {
    const bytes = whole();
    const { commit, ct, sig, headerBytes: head } = parts(bytes);
    expect(concat(head, commit, ct, sig)).toEqual(bytes);
    expect([head.length, commit.length, ct.length, sig.length]).toEqual([128, 32, 528, 64]);
    expect(commit.buffer).toBe(bytes.buffer);
  });

  it("the smallest and the largest size pass, one byte beyond does not", () => {
    expect(whole()).toHaveLength(envelopeMin);
    expect(faultOf(whole().subarray(1))).toEqual({ type: "TooShort", min: envelopeMin, got: envelopeMin - 1 });
    const largest = whole({ ...header, ctLen: opCap + 16 });
    expect(largest).toHaveLength(envelopeMax);
    expect(faultOf(largest)).toBeNull();
    expect(faultOf(concat(largest, run(1, 0)))).toEqual({ type: "TooLong", max: envelopeMax, got: envelopeMax + 1 });
  });

  it.each([-1, 1, 512, -528])("a length field that is off by %i is refused", (by) => {
    const bytes = whole();
    bytes.set(u32(header.ctLen + by), 124);
    expect(faultOf(bytes)).toEqual({ type: "BadLength", said: header.ctLen + by, got: header.ctLen });
  });

  it("a byte too many or too few is refused", () => {
    const bytes = whole({ ...header, ctLen: 1024 + 16 });
    expect(faultOf(concat(bytes, run(1, 0)))?.type).toBe("BadLength");
    expect(faultOf(bytes.subarray(0, -1))?.type).toBe("BadLength");
  });

  it("reads from the middle of a larger buffer", () => {
    const bytes = concat(run(7, 0), whole(), run(5, 0)).subarray(7, 7 + envelopeMin);
    expect(parts(bytes).header).toEqual(header);
  });

  it("random bytes never throw, and never pass without the magic", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 2000 }), (bytes) => {
        const split = splitEnvelope(bytes);
        expect(split.ok && bytes[0] !== 0x42).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("a flipped header byte is refused or changes what is read", () => {
    fc.assert(
      fc.property(fc.nat({ max: 127 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = whole();
        bytes[at] = (bytes[at] ?? 0) ^ by;
        const split = splitEnvelope(bytes);
        if (split.ok) expect(toHex(encodeHeader(split.value.header))).not.toBe(toHex(encodeHeader(header)));
      }),
    );
  });

  it("whatever is accepted is written back byte for byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 120, maxLength: 120 }), (rest) => {
        const bytes = concat(encodeHeader(header).subarray(0, 8), rest, u64(0));
        const read = decodeHeader(bytes);
        if (read.ok) expect(encodeHeader(read.value)).toEqual(bytes.subarray(0, 128));
      }),
    );
  });
});
