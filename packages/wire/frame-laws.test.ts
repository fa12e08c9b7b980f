/** Laws that hold for every frame there can be, not for examples of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex } from "@belay/basics";
import { decodeFrame, encodeFrame } from "./frame-codec.ts";
import { frameKinds, refusals, type ChainHead, type Frame, type FrameKind, type PageEntry } from "./frames.ts";
import { envelopeMin } from "./limits.ts";

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Uint8Array.from(array));
const u16 = fc.nat(0xffff);
const u32 = fc.nat(0xffff_ffff);
const place = fc.maxSafeNat();
const ref = u32;
/** Envelopes are opaque to a frame: their length is all that it looks at. */
const envelope = fc.tuple(fc.nat(40), fc.nat(255)).map(([more, fill]) => new Uint8Array(envelopeMin + more).fill(fill));
const entries: fc.Arbitrary<readonly PageEntry[]> = fc.array(fc.record({ at: place, envelope }), { maxLength: 4 });
const heads: fc.Arbitrary<readonly ChainHead[]> = fc.array(fc.record({ deviceId: bytes(16), seq: place }), {
  maxLength: 5,
});
const range = fc
  .tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** Any frame of each kind. */
const frames: { readonly [K in FrameKind]: fc.Arbitrary<Frame> } = {
  challenge: fc.record({ kind: fc.constant("challenge"), ref, nonce: bytes(32) }),
  hello: fc.record({ kind: fc.constant("hello"), ref, epoch: u32, sig: bytes(64) }),
  append: fc.record({
    kind: fc.constant("append"),
    ref,
    envelopes: fc.array(envelope, { minLength: 1, maxLength: 4 }),
  }),
  pull: fc.record({ kind: fc.constant("pull"), ref, after: place, maxBytes: u32 }),
  delete: fc.record({ kind: fc.constant("delete"), ref, ownerSig: bytes(64) }),
  rotate: fc.record({ kind: fc.constant("rotate"), ref, epoch: u32, writePub: bytes(32), ownerSig: bytes(64) }),
  create: fc.record({
    kind: fc.constant("create"),
    ref,
    ownerPub: bytes(32),
    epoch: u32,
    writePub: bytes(32),
    ownerSig: bytes(64),
    helloSig: bytes(64),
  }),
  erase: fc
    .tuple(ref, bytes(16), range)
    .map(([number, deviceId, of]): Frame => ({ kind: "erase", ref: number, deviceId, ...of })),
  welcome: fc.record({ kind: fc.constant("welcome"), ref, head: place, devices: heads }),
  ack: fc.record({ kind: fc.constant("ack"), ref, head: place }),
  page: fc.record({ kind: fc.constant("page"), ref, more: fc.boolean(), entries }),
  news: fc.record({ kind: fc.constant("news"), ref, more: fc.boolean(), entries }),
  refused: fc.record({
    kind: fc.constant("refused"),
    ref,
    code: fc.constantFrom(...refusals),
    retryAfterMs: u32,
  }),
  watch: fc.record({ kind: fc.constant("watch"), ref, id: bytes(16), proof: bytes(32) }),
  notice: fc.record({ kind: fc.constant("notice"), ref, count: u16 }),
};
const anyFrame = fc.oneof(...Object.values(frames));

/** How long each kind is behind version, kind and reference; what holds a list is as long as its list says. */
const payloads: { readonly [K in FrameKind]: number | null } = {
  challenge: 32,
  hello: 68,
  append: null,
  pull: 12,
  delete: 64,
  rotate: 100,
  create: 196,
  erase: 32,
  welcome: null,
  ack: 8,
  page: null,
  news: null,
  refused: 5,
  watch: 48,
  notice: 2,
};

describe.each(Object.entries(frames))("every frame of kind %s", (kind, arbitrary) => {
  it("comes back as it was sent", () => {
    fc.assert(
      fc.property(arbitrary, (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
      }),
      { numRuns: 60 },
    );
  });

  it("has one length where nothing in it is a list", () => {
    const expected = Object.entries(payloads).find(([name]) => name === kind)?.[1] ?? null;
    fc.assert(
      fc.property(arbitrary, (frame) => expected === null || encodeFrame(frame).length === 6 + expected),
      { numRuns: 30 },
    );
  });

  it("is refused when it ends anywhere before its end, or goes on after it", () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), bytes(1), (frame, cut, more) => {
        const whole = encodeFrame(frame);
        expect(decodeFrame(whole.subarray(0, cut % whole.length)).ok).toBe(false);
        expect(decodeFrame(concat(whole, more)).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("any two frames", () => {
  it("that differ have different bytes", () => {
    fc.assert(
      fc.property(anyFrame, anyFrame, (one, other) => {
        const same = toHex(encodeFrame(one)) === toHex(encodeFrame(other));
        if (same) expect(one).toEqual(other);
      }),
    );
  });

  it("joined are not one: a message holds one frame", () => {
    fc.assert(
      fc.property(anyFrame, anyFrame, (one, other) => {
        expect(decodeFrame(concat(encodeFrame(one), encodeFrame(other))).ok).toBe(false);
      }),
    );
  });
});

describe("one changed byte", () => {
  it("is refused or read as what it now says, and nothing else of the frame moves", () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), fc.integer({ min: 1, max: 255 }), (frame, at, by) => {
        const bent = encodeFrame(frame);
        const index = at % bent.length;
        bent[index] = (bent[index] ?? 0) ^ by;
        const read = decodeFrame(bent);
        if (read.ok) expect(toHex(encodeFrame(read.value))).toBe(toHex(bent));
      }),
      { numRuns: 400 },
    );
  });

  it("in the version is never taken, in the kind never as the same kind", () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 1, max: 255 }), (frame, by) => {
        const [version, kind] = [encodeFrame(frame), encodeFrame(frame)];
        version[0] = (version[0] ?? 0) ^ by;
        kind[1] = (kind[1] ?? 0) ^ by;
        const read = decodeFrame(kind);
        expect(decodeFrame(version)).toMatchObject({ ok: false, error: { type: "UnknownVersion" } });
        expect(read.ok && read.value.kind === frame.kind).toBe(false);
        expect(frameKinds[frame.kind]).not.toBe(kind[1]);
      }),
    );
  });
});
