import type { Segment, SegmentRange } from "@belay/wire";
import { encodeSegment } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { createSegments, isWithin, joined, partsOf, type Part } from "./segments.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "0");
const range = (n: number, from: number, to: number): SegmentRange => ({
  device: device(n),
  from,
  to,
  before: hash(from === 1 ? 0 : from),
  hash: hash(to + 1),
});
const part = (id: number, at: number, of: number, seq: number, replaces = [range(1, 2, 5)]): Part => ({
  place: { device: device(9), seq },
  segment: { replaces, part: at, parts: of, id: device(id), events: [] },
});
const event = (text: string) => ({ device: device(1), event: { id: text } });

describe("segments", () => {
  it("are whole when all their parts are there, in whatever order", () => {
    const segments = createSegments();
    expect(segments.note([part(1, 2, 3, 11), part(1, 3, 3, 12)])).toEqual([]);
    expect(segments.whole()).toEqual([]);
    const [whole] = segments.note([part(1, 1, 3, 10)]);
    expect(whole).toMatchObject({ device: device(9), numbers: [10, 11, 12], replaces: [range(1, 2, 5)] });
    expect(segments.whole()).toEqual([whole]);
  });

  it("can be looked at before they are taken in", () => {
    const segments = createSegments();
    segments.note([part(1, 1, 2, 10)]);
    expect(segments.peek([part(1, 2, 2, 11)])).toHaveLength(1);
    expect(segments.whole()).toEqual([]);
  });

  it("are not made whole by parts of another writer, or parts that replace something else", () => {
    const segments = createSegments();
    segments.note([part(1, 1, 2, 10)]);
    const stranger = { ...part(1, 2, 2, 11), place: { device: device(8), seq: 11 } };
    expect(segments.note([stranger, part(1, 2, 2, 11, [range(1, 2, 6)])])).toEqual([]);
  });

  it("give way to one that replaces them", () => {
    const segments = createSegments();
    segments.note([part(1, 1, 1, 10), part(2, 1, 1, 20, [range(9, 10, 10)])]);
    expect(segments.whole().map(({ id }) => id)).toEqual([device(2)]);
  });
});

describe("ranges", () => {
  it("that touch or overlap become one", () => {
    expect(joined([range(1, 8, 9), range(2, 1, 1), range(1, 2, 5), range(1, 6, 7), range(1, 3, 4)])).toEqual([
      { ...range(1, 2, 9) },
      range(2, 1, 1),
    ]);
  });

  it("with something between them stay two, and hold what is in them alone", () => {
    const two = joined([range(1, 5, 6), range(1, 2, 3)]);
    expect(two).toEqual([range(1, 2, 3), range(1, 5, 6)]);
    expect([1, 2, 3, 4, 5, 6, 7].filter((seq) => isWithin(two, { device: device(1), seq }))).toEqual([2, 3, 5, 6]);
    expect(isWithin(two, { device: device(2), seq: 2 })).toBe(false);
  });
});

describe("the parts of a segment", () => {
  const idsOf = (parts: readonly Segment[]) => parts.flatMap(({ events }) => events.map((one) => one.event["id"]));

  it("hold 500 events at most, and all of them in order", () => {
    const events = Array.from({ length: 1_201 }, (_, at) => event(`event-${at}`));
    const parts = partsOf(device(5), [range(1, 2, 5)], events);
    expect(parts.map((one) => one.events.length)).toEqual([500, 500, 201]);
    expect(parts.map((one) => [one.part, one.parts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(idsOf(parts)).toEqual(events.map((one) => one.event.id));
  });

  it("each fit into an envelope", () => {
    const parts = partsOf(
      device(5),
      [range(1, 2, 5)],
      Array.from({ length: 9 }, () => event("ü".repeat(50_000))),
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const one of parts) expect(encodeSegment(one).ok).toBe(true);
  });

  it("are one even where nothing is left", () => {
    expect(partsOf(device(5), [range(1, 2, 5)], [])).toHaveLength(1);
  });
});
