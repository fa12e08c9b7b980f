/** Gathers the parts of segments, and says what a whole one stands for. */
import type { Segment, SegmentRange } from "@belay/wire";

/** A place in a chain: device (hex32) and number. */
export interface At {
  readonly device: string;
  readonly seq: number;
}

/** A segment of which all parts are there. */
export interface Whole {
  readonly id: string;
  /** Who wrote it, and the numbers of its parts in that chain, lowest first. */
  readonly device: string;
  readonly numbers: readonly number[];
  readonly replaces: readonly SegmentRange[];
}

/** One part with its place. */
export interface Part {
  readonly place: At;
  readonly segment: Segment;
}

/** The segments that were read so far. */
export interface Segments {
  /** Takes parts in; gives the segments that became whole by them. */
  readonly note: (parts: readonly Part[]) => readonly Whole[];
  /** What `note` would give, without taking anything in. */
  readonly peek: (parts: readonly Part[]) => readonly Whole[];
  /** Every whole segment that no other one replaced, in the order in which they became whole. */
  readonly whole: () => readonly Whole[];
}

interface Gathered {
  /** What all parts say alike. Not their entries: those are in the fold, and a second copy would stay for good. */
  readonly alike: Omit<Whole, "numbers"> & Pick<Segment, "parts">;
  /** Part to number. */
  readonly numbers: Map<number, number>;
}

/** Parts belong together when one device wrote them under one id, and they say the same of what they replace. */
const keyOf = ({ place, segment }: Part): string =>
  JSON.stringify([place.device, segment.id, segment.parts, segment.replaces]);

const alikeOf = ({ place: { device }, segment: { id, parts, replaces } }: Part): Gathered["alike"] => ({
  id,
  device,
  parts,
  replaces,
});

const wholeOf = ({ alike: { parts, ...rest }, numbers }: Gathered): Whole | null =>
  numbers.size < parts ? null : { ...rest, numbers: [...numbers.values()].toSorted((a, b) => a - b) };

/** Whether a place lies in one of the ranges. */
export const isWithin = (ranges: readonly SegmentRange[], { device, seq }: At): boolean =>
  ranges.some((range) => range.device === device && range.from <= seq && seq <= range.to);

/** Segments with nothing in them. */
export const createSegments = (): Segments => {
  const gathered = new Map<string, Gathered>();
  let whole: readonly Whole[] = [];
  const grown = (parts: readonly Part[], into: Map<string, Gathered>): readonly Whole[] => {
    const touched = new Set<string>();
    for (const part of parts) {
      const key = keyOf(part);
      const known = into.get(key) ?? gathered.get(key);
      const numbers = new Map(known?.numbers ?? []).set(part.segment.part, part.place.seq);
      if (known !== undefined && wholeOf(known) !== null) continue;
      into.set(key, { alike: known?.alike ?? alikeOf(part), numbers });
      touched.add(key);
    }
    return [...touched].flatMap((key) => {
      const one = into.get(key);
      return (one === undefined ? null : wholeOf(one)) ?? [];
    });
  };
  return {
    peek: (parts) => grown(parts, new Map()),
    note: (parts) => {
      const found = grown(parts, gathered);
      for (const one of found) {
        whole = [
          ...whole.filter(({ device, numbers }) => !numbers.every((seq) => isWithin(one.replaces, { device, seq }))),
          one,
        ];
      }
      return found;
    },
    whole: () => whole,
  };
};
