import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, utf8, type Result } from "@belay/basics";
import { decodeBatch, encodeBatch } from "./batch.ts";
import { decodeHeader, encodeHeader, joinEnvelope, splitEnvelope } from "./envelope.ts";
import type { WireFault } from "./fault.ts";
import { decodeFrame, encodeFrame } from "./frame-codec.ts";
import { parseJson } from "./json.ts";
import { decodeAskPlain, decodeReplyPlain } from "./letters.ts";
import { smallestBucket } from "./limits.ts";
import { decodeShareDoc } from "./share-plain.ts";

const header = encodeHeader({
  type: "events",
  vaultId: new Uint8Array(16).fill(1),
  epoch: 1,
  deviceId: new Uint8Array(16).fill(2),
  seq: 1,
  prevHash: new Uint8Array(32),
  salt: new Uint8Array(16).fill(3),
  nonce: new Uint8Array(24).fill(4),
  ctLen: smallestBucket + 16,
});
const envelope = joinEnvelope(header, new Uint8Array(32), new Uint8Array(smallestBucket + 16), new Uint8Array(64));
const batch = encodeBatch({
  seen: { ["0a".repeat(16)]: [1, "0b".repeat(32)] },
  events: [{ id: "x", b: { list: [1, 2, { deep: null }] } }],
});
const frame = encodeFrame({ kind: "page", ref: 1, more: false, entries: [{ at: 1, envelope }] });
const erasure = encodeFrame({ kind: "erase", ref: 2, deviceId: new Uint8Array(16).fill(5), from: 2, to: 40 });
const ask = utf8(
  JSON.stringify({
    v: 1,
    from: "Mara",
    words: "Could you carry a box?",
    howItWas: false,
    answerBy: null,
    closesOn: "2027-01-01",
    silence: null,
    locale: "en",
    replyPub: "0c".repeat(32),
  }),
);
const reply = utf8(JSON.stringify({ v: 1, answer: "yes", words: "", burden: null, glad: null, notThisMonth: false }));
const share = utf8(
  JSON.stringify({
    v: 1,
    locale: "en",
    from: "Mara",
    to: "Dr Weiss",
    purpose: "",
    madeOn: "2027-01-01",
    until: "2027-01-31",
    sections: [{ id: "own", title: "In my words", sentences: ["A line."], figure: null, table: null }],
  }),
);

/** Every decoder of the room, with something it takes. */
const decoders: readonly (readonly [
  name: string,
  decode: (bytes: Uint8Array) => Result<unknown, WireFault>,
  good: Uint8Array,
])[] = [
  ["header", decodeHeader, header],
  ["envelope", splitEnvelope, envelope],
  ["batch", decodeBatch, batch.ok ? batch.value : new Uint8Array(0)],
  ["frame", decodeFrame, frame],
  ["erasure", decodeFrame, erasure],
  ["JSON", parseJson, utf8(`{"a":[1,{"b":"c"}]}`)],
  ["ask", decodeAskPlain, ask],
  ["reply", decodeReplyPlain, reply],
  ["share", decodeShareDoc, share],
];

/** Faults of the published union; anything else would be a throw or a stray value. */
const faults = new Set([
  "TooShort",
  "TooLong",
  "BadMagic",
  "UnknownVersion",
  "UnknownSuite",
  "UnknownType",
  "UnknownFlags",
  "UnknownKind",
  "BadLength",
  "BadNumber",
  "BadText",
  "TooDeep",
  "BadShape",
]);

/** A change that knows the structure: flips, cuts, repeats, growth, and the numbers that break length fields. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("flip"), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant("cut"), at: fc.nat(), by: fc.nat({ max: 64 }) }),
  fc.record({ kind: fc.constant("repeat"), at: fc.nat(), by: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant("grow"), at: fc.nat(), by: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant("ones"), at: fc.nat(), by: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant("zeros"), at: fc.nat(), by: fc.integer({ min: 1, max: 8 }) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

const mutated = (bytes: Uint8Array, { kind, at, by }: Mutation): Uint8Array => {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const copy = Uint8Array.from(bytes);
  switch (kind) {
    case "flip":
      copy[place] = (copy[place] ?? 0) ^ by;
      return copy;
    case "cut":
      return concat(bytes.subarray(0, place), bytes.subarray(place + by));
    case "repeat":
      return concat(bytes.subarray(0, place + by), bytes.subarray(place));
    case "grow":
      return concat(bytes.subarray(0, place), new Uint8Array(by), bytes.subarray(place));
    default:
      return copy.fill(kind === "ones" ? 255 : 0, place, place + by);
  }
};

describe.each(decoders)("the %s decoder", (_, decode, good) => {
  it("takes the example, so that the changes below start from something right", () => {
    expect(decode(good).ok).toBe(true);
  });

  it("never throws and names a published fault, whatever is done to the example", () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
        const read = decode(changes.reduce(mutated, good));
        if (!read.ok) expect(faults).toContain(read.error.type);
      }),
      { numRuns: 600 },
    );
  });

  it("leaves the given bytes as they were", () => {
    const before = Uint8Array.from(good);
    decode(good);
    expect(good).toEqual(before);
  });

  it("refuses nothing at all, and a great deal of nothing, quickly", () => {
    const started = performance.now();
    expect(decode(new Uint8Array(0)).ok).toBe(false);
    expect(decode(new Uint8Array(2_000_000)).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("never changes what all objects share", () => {
    const names = Object.getOwnPropertyNames(Object.prototype).length;
    for (const text of [`{"__proto__":{"x":1}}`, `{"constructor":{"prototype":{"x":1}}}`, `[{"__proto__":[]}]`]) {
      decode(utf8(text));
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(names);
    expect("x" in {}).toBe(false);
  });
});
