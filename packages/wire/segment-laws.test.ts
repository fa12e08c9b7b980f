/** Laws of segments: what is replaced is deleted, so a segment that was written must be read for ever, and one way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, utf8 } from "@belay/basics";
import { segmentPartsMax } from "./limits.ts";
import { decodeSegment, encodeSegment, type Segment, type SegmentRange } from "./segment.ts";

const hex = (length: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => toHex(Uint8Array.from(array)));
const zeros = "0".repeat(64);

/** Ranges of a few devices, in order, from gaps and lengths: how many numbers lie between two, and in each. */
const ranges: fc.Arbitrary<readonly SegmentRange[]> = fc
  .uniqueArray(hex(16), { minLength: 1, maxLength: 3 })
  .chain((devices) =>
    fc.tuple(
      ...devices.toSorted().map((device) =>
        fc
          .array(fc.tuple(fc.nat(9), fc.nat(9), hex(32), hex(32)), { minLength: 1, maxLength: 3 })
          .map((steps): readonly SegmentRange[] => {
            let next = 1;
            return steps.map(([gap, more, before, hash]) => {
              const from = next + gap;
              const to = from + more;
              next = to + 1;
              return { device, from, to, before: from === 1 ? zeros : `1${before.slice(1)}`, hash };
            });
          }),
      ),
    ),
  )
  .map((lists) => lists.flat());

const event = fc.record({
  device: hex(16),
  event: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== "__proto__"),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  ),
});

const segments: fc.Arbitrary<Segment> = fc
  .record({
    replaces: ranges,
    counts: fc.tuple(fc.integer({ min: 1, max: segmentPartsMax }), fc.integer({ min: 1, max: segmentPartsMax })),
    id: hex(16),
    events: fc.array(event, { maxLength: 4 }),
  })
  .map(({ counts: [a, b], ...rest }) => ({ ...rest, part: Math.min(a, b), parts: Math.max(a, b) }));

const written = (segment: Segment): Uint8Array => {
  const bytes = encodeSegment(segment);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return bytes.value;
};

describe("every segment", () => {
  it("comes back as it was, whatever its ranges, its place and its entries", () => {
    fc.assert(
      fc.property(segments, (segment) => {
        // What JSON keeps of an entry is what there is: minus nought is nought.
        const sent: Segment = JSON.parse(JSON.stringify(segment));
        expect(decodeSegment(written(sent))).toEqual({ ok: true, value: sent });
      }),
    );
  });

  it("is written in one way, however its fields were ordered", () => {
    fc.assert(
      fc.property(segments, ({ replaces, part, parts, id, events }) => {
        const turned: Segment = { events, id, parts, part, replaces };
        expect(toHex(written(turned))).toBe(toHex(written({ replaces, part, parts, id, events })));
      }),
    );
  });

  it("is refused with its ranges in any other order", () => {
    fc.assert(
      fc.property(segments, fc.nat(), (segment, by) => {
        const { replaces } = segment;
        const turn = by % replaces.length;
        const turned = [...replaces.slice(turn), ...replaces.slice(0, turn)];
        const read = decodeSegment(utf8(JSON.stringify({ ...segment, replaces: turned })));
        expect(read.ok).toBe(turn === 0);
      }),
    );
  });

  it("is refused with a range twice, and with one that begins inside the one before", () => {
    fc.assert(
      fc.property(segments, (segment) => {
        const [first, ...rest] = segment.replaces;
        if (first === undefined) throw new Error("no range");
        const inside = { ...first, from: first.to, to: first.to + 1, before: "1".repeat(64) };
        for (const extra of [first, inside])
          expect(encodeSegment({ ...segment, replaces: [first, extra, ...rest] })).toEqual({
            ok: false,
            error: { type: "BadShape", field: "replaces" },
          });
      }),
    );
  });
});
