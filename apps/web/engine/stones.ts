/** Finds the way along a chain over what segments stand for. */
import { fromHex, toHex } from "@belay/basics";
import type { SegmentRange } from "@belay/wire";
import type { Place } from "./chains.ts";

/** The range that stands for what comes after a place; its own word for what is before it is checked where it says one. */
const stoneAt = (stones: readonly SegmentRange[], device: string, at: Place | number): SegmentRange | undefined => {
  const seq = typeof at === "number" ? at : at.seq;
  return stones.find(
    (stone) =>
      stone.device === device &&
      stone.from <= seq + 1 &&
      stone.to > seq &&
      (typeof at === "number" || stone.from !== seq + 1 || stone.before === toHex(at.hash)),
  );
};

/** How far one gets from `at` on the way to `seq` by what segments stand for: right before it, short of it, or past it. */
export const reachOf = (stones: readonly SegmentRange[], device: string, at: number, seq: number): number => {
  let reached = at;
  while (reached + 1 < seq) {
    const next = stoneAt(stones, device, reached);
    if (next === undefined) return reached;
    reached = next.to;
  }
  return reached;
};

/** The place right before number `seq`, over ranges that segments stand for: those, cut to what is stepped over. */
export const stepTo = (
  stones: readonly SegmentRange[],
  device: string,
  from: Place,
  seq: number,
): { readonly place: Place; readonly over: readonly SegmentRange[] } | null => {
  let place = from;
  const over: SegmentRange[] = [];
  while (place.seq + 1 < seq) {
    const next = stoneAt(stones, device, place);
    const hash = next === undefined ? null : fromHex(next.hash);
    if (next === undefined || hash?.ok !== true) return null;
    over.push({ ...next, from: place.seq + 1, before: toHex(place.hash) });
    place = { seq: next.to, hash: hash.value };
  }
  return place.seq + 1 === seq ? { place, over } : null;
};

/** Whether the way to a place of the own chain leads on from within what a segment stands for, and nothing says that it is the same chain. */
export const isMidway = (stones: readonly SegmentRange[], device: string, { seq }: Place, sure: number): boolean =>
  seq > sure && stones.some((stone) => stone.device === device && stone.from <= seq && stone.to > seq);
