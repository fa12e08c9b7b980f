import { describe, expect, it } from "vitest";
import { toHex } from "@belay/basics";
import { encodeFrame } from "./frame-codec.ts";
import { frameKinds, refusals, type Frame } from "./frames.ts";
import { envelopeMin } from "./limits.ts";

const of = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);
const hex = (byte: string, length: number): string => byte.repeat(length);
const envelope = of(envelopeMin, 0xee);
const envelopeHex = `000002f0${hex("ee", envelopeMin)}`;

/** Each frame and its bytes, written out by hand from the protocol page: payload behind version, kind and reference. */
const layouts: readonly (readonly [frame: Frame, start: string, payload: string])[] = [
  [{ kind: "challenge", ref: 0, nonce: of(32, 0xaa) }, "010100000000", hex("aa", 32)],
  [{ kind: "hello", ref: 1, epoch: 258, sig: of(64, 0xbb) }, "011100000001", `00000102${hex("bb", 64)}`],
  [{ kind: "append", ref: 2, envelopes: [envelope, envelope] }, "011200000002", `0002${envelopeHex}${envelopeHex}`],
  [{ kind: "pull", ref: 3, after: 4_294_967_296, maxBytes: 65_536 }, "011300000003", "000000010000000000010000"],
  [{ kind: "delete", ref: 4, ownerSig: of(64, 0xcc) }, "011400000004", hex("cc", 64)],
  [
    { kind: "rotate", ref: 5, epoch: 2, writePub: of(32, 0xdd), ownerSig: of(64, 0xcc) },
    "011500000005",
    `00000002${hex("dd", 32)}${hex("cc", 64)}`,
  ],
  [
    {
      kind: "create",
      ref: 6,
      ownerPub: of(32, 0x11),
      epoch: 1,
      writePub: of(32, 0x22),
      ownerSig: of(64, 0x33),
      helloSig: of(64, 0x44),
    },
    "011600000006",
    `${hex("11", 32)}00000001${hex("22", 32)}${hex("33", 64)}${hex("44", 64)}`,
  ],
  [
    { kind: "erase", ref: 9, deviceId: of(16, 0x55), from: 258, to: 4_294_967_296 },
    "011700000009",
    `${hex("55", 16)}00000000000001020000000100000000`,
  ],
  [
    { kind: "welcome", ref: 6, head: 9, devices: [{ deviceId: of(16, 0x55), seq: 7 }] },
    "012100000006",
    `00000000000000090001${hex("55", 16)}0000000000000007`,
  ],
  [{ kind: "ack", ref: 2, head: 10 }, "012200000002", "000000000000000a"],
  [
    { kind: "page", ref: 3, more: true, entries: [{ at: 11, envelope }] },
    "012300000003",
    `010001000000000000000b${envelopeHex}`,
  ],
  [{ kind: "page", ref: 3, more: false, entries: [] }, "012300000003", "000000"],
  [
    { kind: "news", ref: 0, more: false, entries: [{ at: 12, envelope }] },
    "012400000000",
    `000001000000000000000c${envelopeHex}`,
  ],
  [{ kind: "refused", ref: 7, code: "gone", retryAfterMs: 0 }, "012f00000007", "0100000000"],
  [{ kind: "refused", ref: 7, code: "slow-down", retryAfterMs: 1500 }, "012f00000007", "03000005dc"],
  [{ kind: "watch", ref: 8, id: of(16, 0x66), proof: of(32, 0x77) }, "013100000008", hex("66", 16) + hex("77", 32)],
  [{ kind: "notice", ref: 8, count: 259 }, "013200000008", "0103"],
];

describe("the bytes of a frame", () => {
  it.each(layouts.map(([frame, start, payload]) => [frame.kind, frame, start, payload] as const))(
    "%s is laid out as the protocol page says",
    (_, frame, start, payload) => {
      expect(toHex(encodeFrame(frame))).toBe(start + payload);
    },
  );

  it("every kind is laid out above", () => {
    expect(new Set(layouts.map(([frame]) => frame.kind))).toEqual(new Set(Object.keys(frameKinds)));
  });

  it("every kind has a byte of its own; who sends it shows in its first digit", () => {
    expect(new Set(Object.values(frameKinds)).size).toBe(Object.keys(frameKinds).length);
    const senders = Object.entries(frameKinds).map(([name, byte]) => `${name} ${byte >> 4}`);
    expect(senders).toEqual([
      "challenge 0",
      "hello 1",
      "append 1",
      "pull 1",
      "delete 1",
      "rotate 1",
      "create 1",
      "erase 1",
      "welcome 2",
      "ack 2",
      "page 2",
      "news 2",
      "refused 2",
      "watch 3",
      "notice 3",
    ]);
  });

  it.each([
    ["gone", 1],
    ["quota", 2],
    ["slow-down", 3],
    ["gap", 4],
    ["malformed", 5],
    ["unauthorised", 6],
    ["too-large", 7],
    ["stale-epoch", 8],
  ] as const)("the reason %s is byte %i for ever", (code, byte) => {
    expect(refusals.indexOf(code) + 1).toBe(byte);
    expect(encodeFrame({ kind: "refused", ref: 0, code, retryAfterMs: 0 })[6]).toBe(byte);
  });
});
