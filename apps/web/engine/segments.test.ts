/** Tests when a segment is whole, and what it stands for. */
import type { SegmentRange } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { createSegments, type Part } from "./segments.ts";

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
