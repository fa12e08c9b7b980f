import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { utf8 } from "@belay/basics";
import { bodyMax, segmentEventsMax } from "./limits.ts";
import { decodeSegment, encodeSegment, type Segment, type SegmentRange } from "./segment.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "0");
const range = (n: number, from: number, to: number): SegmentRange => ({
  device: device(n),
  from,
  to,
  before: hash(from === 1 ? 0 : from),
  hash: hash(to + 1_000),
});
const event = { device: device(3), event: { id: "abc", k: "checkin/noted@1", t: [1, 0], d: "2026-01-02", b: {} } };
const segment: Segment = {
  replaces: [range(1, 1, 9), range(1, 11, 11), range(2, 4, 7)],
  part: 1,
  parts: 2,
  id: device(77),
  events: [event, { ...event, device: device(4) }],
};

const encoded = (of: Segment): Uint8Array => {
  const bytes = encodeSegment(of);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return bytes.value;
};
const read = (value: unknown) => decodeSegment(utf8(JSON.stringify(value)));
const badField = (field: string) => ({ ok: false, error: { type: "BadShape", field } });

describe("the body of a segment", () => {
  it("comes back as it was", () => {
    expect(decodeSegment(encoded(segment))).toEqual({ ok: true, value: segment });
  });

  it("may hold nothing, where everything in its range was erased", () => {
    const empty = { ...segment, events: [] };
    expect(decodeSegment(encoded(empty))).toEqual({ ok: true, value: empty });
  });

  it("keeps every field of an event that nobody here understands", () => {
    const strange = { device: device(3), event: { z: null, deep: { a: [1, { b: "x" }] } } };
    expect(read({ ...segment, events: [strange] })).toEqual({ ok: true, value: { ...segment, events: [strange] } });
  });

  it("holds 500 events and no more", () => {
    const many = (n: number): Segment => ({ ...segment, events: Array.from({ length: n }, () => event) });
    expect(decodeSegment(encoded(many(segmentEventsMax))).ok).toBe(true);
    expect(encodeSegment(many(segmentEventsMax + 1))).toEqual(badField("events"));
  });

  it("is refused when it would not fit into an envelope", () => {
    const long = { ...segment, events: [{ device: device(3), event: { b: "x".repeat(bodyMax) } }] };
    expect(encodeSegment(long)).toMatchObject({ ok: false, error: { type: "TooLong" } });
    expect(decodeSegment(new Uint8Array(bodyMax + 1))).toMatchObject({ ok: false, error: { type: "TooLong" } });
  });

  test.each<readonly [string, unknown, string]>([
    ["a part beyond the last", { ...segment, part: 3 }, "part"],
    ["a part before the first", { ...segment, part: 0 }, "part"],
    ["no parts", { ...segment, parts: 0 }, "parts"],
    ["nothing replaced", { ...segment, replaces: [] }, "replaces"],
    ["a range that ends before it begins", { ...segment, replaces: [range(1, 5, 4)] }, "replaces"],
    ["a range from nothing", { ...segment, replaces: [range(1, 0, 4)] }, "replaces"],
    ["ranges over each other", { ...segment, replaces: [range(1, 2, 5), range(1, 5, 9)] }, "replaces"],
    ["ranges in another order", { ...segment, replaces: [range(1, 7, 9), range(1, 2, 5)] }, "replaces"],
    ["devices in another order", { ...segment, replaces: [range(2, 2, 5), range(1, 7, 9)] }, "replaces"],
    [
      "a beginning with something before it",
      { ...segment, replaces: [{ ...range(1, 1, 5), before: hash(4) }] },
      "replaces",
    ],
    ["a middle with nothing before it", { ...segment, replaces: [{ ...range(1, 2, 5), before: hash(0) }] }, "replaces"],
    [
      "capital letters in a device",
      { ...segment, replaces: [{ ...range(1, 2, 5), device: "A".repeat(32) }] },
      "replaces",
    ],
    ["one field more in a range", { ...segment, replaces: [{ ...range(1, 2, 5), more: 1 }] }, "replaces"],
    ["another id", { ...segment, id: "abc" }, "id"],
    ["an event without its device", { ...segment, events: [{ event: {} }] }, "events"],
    ["an event that is a list", { ...segment, events: [{ device: device(3), event: [] }] }, "events"],
    ["one field more in an event", { ...segment, events: [{ ...event, more: 1 }] }, "events"],
    ["one field more", { ...segment, more: 1 }, "segment"],
    ["no object at all", 7, "segment"],
  ])("is refused with %s", (_, value, field) => {
    expect(read(value)).toEqual(badField(field));
  });

  it("nested too deep, or no text, is refused unread", () => {
    expect(decodeSegment(utf8("[".repeat(33)))).toMatchObject({ ok: false, error: { type: "TooDeep" } });
    expect(decodeSegment(Uint8Array.of(0xff))).toMatchObject({ ok: false, error: { type: "BadText" } });
  });

  it("never throws, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat(255), (bytes, at, to) => {
        expect(typeof decodeSegment(bytes).ok).toBe("boolean");
        const whole = encoded(segment);
        expect(typeof decodeSegment(whole.with(at % whole.length, to)).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});
