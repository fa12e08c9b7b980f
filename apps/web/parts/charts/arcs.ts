/** Draws parts of a circle: one arc for each of a few things. */

/** A point around the middle, x to the right and y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point `turns` (0 to 1, clockwise from the top) around a circle of `radius`. */
export const around = (radius: number, turns: number): Point => {
  const angle = (turns - 0.25) * 2 * Math.PI;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
};

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** `count` equal arcs, clockwise from the top, with a gap of `gap` turns between them; each as start and end in turns. */
export const arcs = (count: number, gap: number): readonly (readonly [from: number, to: number])[] => {
  const share = 1 / Math.max(1, count);
  const half = Math.min(gap, share) / 2;
  return Array.from({ length: count }, (_, index) => [index * share + half, (index + 1) * share - half] as const);
};

/** The path of one arc, clockwise, as SVG 1.1 (8.3.8) writes it. */
export const arcPath = (radius: number, from: number, to: number): string => {
  const start = around(radius, from);
  const end = around(radius, to);
  const large = to - from > 0.5 ? 1 : 0;
  return `M${round(start.x)} ${round(start.y)}A${radius} ${radius} 0 ${large} 1 ${round(end.x)} ${round(end.y)}`;
};
