/** Finds room for discs on rings around a middle, so that they touch as little as can be. */
import { around, type Point } from "./arcs.ts";

/** The drawing is a square from -200 to 200. Where each ring's discs stand, and where its area ends. */
export const ringRadii = [58, 116, 170] as const;
/** Outer edge of each ring's area. */
export const ringEdges = [92, 144, 196] as const;
/** The disc in the middle. */
export const middleRadius = 24;

/** How many discs a ring can show before they would have to hide each other. */
export const ringRoom = [5, 9, 12] as const;

/** Smallest and largest disc. */
const discSmallest = 19;
const discLargest = 30;

/** Places tried around a ring before the roomiest is taken. */
const tries = 48;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const onRing = (radius: number, count: number, start: number): readonly Point[] =>
  Array.from({ length: count }, (_, index) => around(radius, start + index / count));

const room = (points: readonly Point[], others: readonly Point[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...points.flatMap((point) => others.map((other) => distance(point, other))));

/** The start (in turns) that keeps a ring's discs farthest from those already placed; the first of equals. */
const bestStart = (radius: number, count: number, placed: readonly Point[], first: number): number => {
  let best = first;
  let most = -1;
  for (let index = 0; index < tries; index += 1) {
    const start = first + index / tries / Math.max(1, count);
    const free = room(onRing(radius, count, start), placed);
    if (free > most + 1e-9) [best, most] = [start, free];
  }
  return best;
};

/** Where the first disc of each ring would like to stand: upper right, so that few discs do not line up. */
const firstTurn = [0.12, 0.31, 0.05] as const;

/** The rings' names stand at the lower edge of each area; discs keep away from them where they can. */
export const namePlaces: readonly Point[] = ringEdges.map((edge) => ({ x: 0, y: edge - 10 }));

/**
 * Places for `counts` discs on each ring, from the inside, and the radius that all discs can have. The same counts
 * give the same places. At most `ringRoom` a ring are placed.
 */
export const placeOnRings = (
  counts: readonly number[],
): { readonly rings: readonly (readonly Point[])[]; readonly disc: number } => {
  const placed: Point[] = [];
  const rings = ringRadii.map((radius, index) => {
    const count = Math.min(counts[index] ?? 0, ringRoom[index] ?? 0);
    const start = bestStart(radius, count, [...placed, ...namePlaces], firstTurn[index] ?? 0);
    const points = onRing(radius, count, start);
    placed.push(...points);
    return points;
  });
  const nearest = Math.min(
    Number.POSITIVE_INFINITY,
    ...placed.flatMap((point, index) => placed.slice(index + 1).map((other) => distance(point, other))),
  );
  const besideMiddle = ringRadii[0] - middleRadius - 4;
  const disc = Math.max(discSmallest, Math.min(discLargest, nearest / 2 - 4, besideMiddle));
  return { rings, disc };
};

/** The ring (0 is the innermost) that a point at this distance from the middle belongs to; beyond all, the outermost. */
export const ringAt = (fromMiddle: number): number => {
  const found = ringEdges.findIndex((edge) => fromMiddle <= edge);
  return found < 0 ? ringEdges.length - 1 : found;
};
