/** Tests how ranges are put together, and events into parts that fit. */
import { encodeSegment, type Segment, type SegmentRange } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { joined, partsOf } from "./segment-parts.ts";
import { isWithin } from "./segments.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "0");
const range = (n: number, from: number, to: number): SegmentRange => ({
  device: device(n),
  from,
  to,
  before: hash(from === 1 ? 0 : from),
  hash: hash(to + 1),
});
const event = (text: string) => ({ device: device(1), event: { id: text } });

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
