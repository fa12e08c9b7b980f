/** Makes segments: puts ranges together, and events into parts that fit. */
import { utf8 } from "@belay/basics";
import { bodyMax, segmentEventsMax, type Segment, type SegmentEvent, type SegmentRange } from "@belay/wire";

/** Puts ranges in order; those of one device that touch or overlap become one. */
export const joined = (ranges: readonly SegmentRange[]): readonly SegmentRange[] => {
  const out: SegmentRange[] = [];
  const inOrder = ranges.toSorted((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : a.from - b.from));
  for (const next of inOrder) {
    const last = out.at(-1);
    if (last === undefined || last.device !== next.device || next.from > last.to + 1) out.push(next);
    else if (next.to > last.to) out[out.length - 1] = { ...last, to: next.to, hash: next.hash };
  }
  return out;
};

/** Room for what stands around the events of a part. */
const around = 256;

/** Events in parts of at most 500, each of which fits into an envelope with these ranges; at least one part. */
export const partsOf = (
  id: string,
  replaces: readonly SegmentRange[],
  events: readonly SegmentEvent[],
): readonly Segment[] => {
  const room = bodyMax - around - utf8(JSON.stringify(replaces)).length;
  const groups: SegmentEvent[][] = [[]];
  let bytes = 0;
  for (const event of events) {
    const size = utf8(JSON.stringify(event)).length + 1;
    const group = groups.at(-1) ?? [];
    if (group.length > 0 && (group.length >= segmentEventsMax || bytes + size > room)) {
      groups.push([event]);
      bytes = size;
    } else {
      group.push(event);
      bytes += size;
    }
  }
  return groups.map((some, at) => ({ replaces, part: at + 1, parts: groups.length, id, events: some }));
};
