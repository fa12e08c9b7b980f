import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "@belay/basics";
import { segmentPartsMax, segmentRangesMax, segmentSpanMax } from "./limits.ts";
import { decodeSegment, encodeSegment, type Segment, type SegmentRange } from "./segment.ts";

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, "0");
const rangeAt = (n: number, from: number, to: number): SegmentRange => ({
  device: hex(n, 32),
  from,
  to,
  before: hex(from === 1 ? 0 : from, 64),
  hash: hex(to + 1, 64),
});
const segment: Segment = { replaces: [rangeAt(1, 1, 4)], part: 1, parts: 1, id: hex(9, 32), events: [] };
const read = (value: unknown) => decodeSegment(utf8(JSON.stringify(value)));
const refused = (field: string) => ({ ok: false, error: { type: "BadShape", field } });

describe("the edges of a segment", () => {
  it("are 256 ranges, and no more", () => {
    const many = (n: number): Segment => ({
      ...segment,
      replaces: Array.from({ length: n }, (_, i) => rangeAt(i + 1, 2, 3)),
    });
    expect(encodeSegment(many(segmentRangesMax)).ok).toBe(true);
    expect(encodeSegment(many(segmentRangesMax + 1))).toEqual(refused("replaces"));
  });

  it("are 1,024 parts, and the last of them is the last", () => {
    const last = { ...segment, part: segmentPartsMax, parts: segmentPartsMax };
    expect(encodeSegment(last).ok).toBe(true);
    expect(encodeSegment({ ...last, parts: segmentPartsMax + 1 })).toEqual(refused("parts"));
    expect(encodeSegment({ ...last, part: segmentPartsMax + 1 })).toEqual(refused("part"));
  });

  it("are 16,777,216 places in one range, wherever it lies", () => {
    for (const from of [1, 2, 1_000, Number.MAX_SAFE_INTEGER - segmentSpanMax]) {
      const of = (places: number) => read({ ...segment, replaces: [rangeAt(1, from, from + places - 1)] });
      expect(of(segmentSpanMax).ok).toBe(true);
      expect(of(segmentSpanMax + 1)).toEqual(refused("replaces"));
    }
    expect(read({ ...segment, replaces: [rangeAt(1, 1, Number.MAX_SAFE_INTEGER)] })).toEqual(refused("replaces"));
  });

  it("are the greatest number that is counted exactly", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(encodeSegment({ ...segment, replaces: [rangeAt(1, most, most)] }).ok).toBe(true);
    expect(encodeSegment({ ...segment, replaces: [{ ...rangeAt(1, 2, 3), to: most + 1 }] })).toEqual(
      refused("replaces"),
    );
  });

  it.each(Object.keys(segment))("lack nothing: without %s it is none", (field) => {
    expect(read(Object.fromEntries(Object.entries(segment).filter(([name]) => name !== field)))).toEqual(
      refused(field),
    );
  });

  it.each(["device", "from", "to", "before", "hash"])("lack nothing in a range either: not %s", (field) => {
    const range = Object.fromEntries(Object.entries(rangeAt(1, 2, 3)).filter(([name]) => name !== field));
    expect(read({ ...segment, replaces: [range] })).toEqual(refused("replaces"));
  });

  it("may touch, and never lie over each other", () => {
    const numbers = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(numbers, ([a = 2, b = 2, c = 2, d = 2]) => {
        const fits = a <= b && b < c && c <= d;
        expect(read({ ...segment, replaces: [rangeAt(1, a, b), rangeAt(1, c, d)] }).ok).toBe(fits);
      }),
      { numRuns: 300 },
    );
  });
});
