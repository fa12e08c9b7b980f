import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, u32, u64 } from "@belay/basics";
import { decodeFrame, encodeFrame } from "./frame-codec.ts";
import { frameKinds, refusals, type Frame } from "./frames.ts";
import { envelopeMax, envelopeMin, frameMax } from "./limits.ts";

const fill = (length: number, value = 7): Uint8Array => new Uint8Array(length).fill(value);
const envelope = fill(envelopeMin);

const examples: readonly Frame[] = [
  { kind: "challenge", ref: 0, nonce: fill(32) },
  { kind: "welcome", ref: 1, head: 9, devices: [] },
  {
    kind: "welcome",
    ref: 1,
    head: 2 ** 53 - 1,
    devices: [
      { deviceId: fill(16), seq: 3 },
      { deviceId: fill(16, 8), seq: 1 },
    ],
  },
  { kind: "ack", ref: 2 ** 32 - 1, head: 12 },
  {
    kind: "page",
    ref: 4,
    more: true,
    entries: [
      { at: 5, envelope },
      { at: 7, envelope: fill(envelopeMin + 1) },
    ],
  },
  { kind: "page", ref: 4, more: false, entries: [] },
  { kind: "news", ref: 0, more: false, entries: [{ at: 8, envelope }] },
  ...refusals.map((code): Frame => ({ kind: "refused", ref: 5, code, retryAfterMs: 1500 })),
  { kind: "hello", ref: 6, epoch: 1, sig: fill(64) },
  { kind: "append", ref: 7, envelopes: [envelope, envelope] },
  { kind: "pull", ref: 8, after: 0, maxBytes: 65_536 },
  { kind: "delete", ref: 9, ownerSig: fill(64) },
  { kind: "rotate", ref: 10, epoch: 2, writePub: fill(32), ownerSig: fill(64) },
  {
    kind: "create",
    ref: 11,
    ownerPub: fill(32),
    epoch: 1,
    writePub: fill(32, 2),
    ownerSig: fill(64, 3),
    helloSig: fill(64, 4),
  },
  { kind: "erase", ref: 13, deviceId: fill(16), from: 3, to: 9 },
  { kind: "erase", ref: 13, deviceId: fill(16), from: 1, to: 1 },
  { kind: "erase", ref: 13, deviceId: fill(16), from: 1, to: 2 ** 53 - 1 },
  { kind: "watch", ref: 12, id: fill(16), proof: fill(32) },
  { kind: "notice", ref: 12, count: 3 },
];

const valueOf = (bytes: Uint8Array): Frame => {
  const read = decodeFrame(bytes);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

describe("frames", () => {
  it.each(examples.map((frame) => [frame.kind, frame] as const))("%s comes back as it was sent", (_, frame) => {
    expect(valueOf(encodeFrame(frame))).toEqual(frame);
  });

  it("every kind has an example above", () => {
    expect(new Set(examples.map((frame) => frame.kind))).toEqual(new Set(Object.keys(frameKinds)));
  });

  it("a frame starts with version, kind and the reference", () => {
    expect(toHex(encodeFrame({ kind: "ack", ref: 258, head: 3 }))).toBe("0122000001020000000000000003");
  });

  it("a refusal carries its code as its place in the list", () => {
    expect(toHex(encodeFrame({ kind: "refused", ref: 0, code: "stale-epoch", retryAfterMs: 255 }))).toBe(
      "012f0000000008000000ff",
    );
  });

  it.each(examples.map((frame) => [frame.kind, frame] as const))(
    "%s cut short or with a byte left over is refused",
    (_, frame) => {
      const bytes = encodeFrame(frame);
      expect(decodeFrame(bytes.subarray(0, -1)).ok).toBe(false);
      expect(decodeFrame(concat(bytes, fill(1, 0))).ok).toBe(false);
    },
  );

  it.each([0, 2, 255])("version %i is refused", (version) => {
    const bytes = encodeFrame({ kind: "ack", ref: 0, head: 0 });
    bytes[0] = version;
    expect(decodeFrame(bytes)).toEqual({ ok: false, error: { type: "UnknownVersion", got: version } });
  });

  it("every byte that is no kind is refused", () => {
    const known = new Set<number>(Object.values(frameKinds));
    for (let byte = 0; byte < 256; byte += 1) {
      if (known.has(byte)) continue;
      expect(decodeFrame(Uint8Array.of(1, byte, 0, 0, 0, 0))).toEqual({
        ok: false,
        error: { type: "UnknownKind", got: byte },
      });
    }
  });

  it("an append of nothing is refused", () => {
    expect(decodeFrame(Uint8Array.of(1, frameKinds.append, 0, 0, 0, 1, 0, 0)).ok).toBe(false);
  });

  it.each([0, envelopeMin - 1, envelopeMax + 1, 2 ** 32 - 1])(
    "an envelope said to be %i bytes long is refused",
    (length) => {
      const head = Uint8Array.of(1, frameKinds.append, 0, 0, 0, 1, 0, 1);
      expect(decodeFrame(concat(head, u32(length), envelope)).ok).toBe(false);
    },
  );

  it("a count far above what follows is refused at once", () => {
    const started = performance.now();
    expect(decodeFrame(Uint8Array.of(1, frameKinds.page, 0, 0, 0, 1, 0, 255, 255)).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("places above 2^53 - 1 are refused", () => {
    const bytes = concat(Uint8Array.of(1, frameKinds.ack, 0, 0, 0, 0), u64(0));
    bytes[6] = 255;
    expect(decodeFrame(bytes).ok).toBe(false);
  });

  it.each([
    ["from before the first number", 0, 4],
    ["to before the first number", 0, 0],
    ["upside down", 5, 4],
  ])("an erasure %s is refused", (_, from, to) => {
    const bytes = concat(Uint8Array.of(1, frameKinds.erase, 0, 0, 0, 1), fill(16), u64(from), u64(to));
    expect(decodeFrame(bytes)).toEqual({ ok: false, error: { type: "BadShape", field: "erase" } });
  });

  it("a page flag other than 0 and 1 is refused", () => {
    expect(decodeFrame(Uint8Array.of(1, frameKinds.page, 0, 0, 0, 1, 2, 0, 0)).ok).toBe(false);
  });

  it.each([0, 9, 255])("refusal code %i is refused", (code) => {
    expect(decodeFrame(concat(Uint8Array.of(1, frameKinds.refused, 0, 0, 0, 0, code), u32(0))).ok).toBe(false);
  });

  it("a message above the cap is refused before it is read, and never written", () => {
    expect(decodeFrame(new Uint8Array(frameMax + 1))).toEqual({
      ok: false,
      error: { type: "TooLong", max: frameMax, got: frameMax + 1 },
    });
    const big = fill(envelopeMax);
    expect(() => encodeFrame({ kind: "append", ref: 0, envelopes: [big, big, big, big, big] })).toThrow();
  });

  it("random bytes never throw, and what is accepted is written back byte for byte", () => {
    const kind = fc.constantFrom(...Object.values(frameKinds));
    fc.assert(
      fc.property(kind, fc.uint8Array({ maxLength: 400 }), (byte, rest) => {
        const bytes = concat(Uint8Array.of(1, byte), rest);
        const read = decodeFrame(bytes);
        if (read.ok) expect(encodeFrame(read.value)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        decodeFrame(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
