/** Places numbers on a line: scales, round ticks, even spacing. */

/** A straight scale from numbers to places; `from` and `to` may run either way, as on a vertical axis. */
export interface Scale {
  /** Smallest and largest number that is shown. */
  readonly low: number;
  readonly high: number;
  /** Where `low` and `high` lie, in whatever unit the drawing has. */
  readonly from: number;
  readonly to: number;
}

/** Keeps a number between two others; what is no number counts as the lower one. */
export const within = (value: number, low: number, high: number): number =>
  Number.isNaN(value) ? low : Math.min(high, Math.max(low, value));

/** The place of `value`; numbers beyond the scale lie at its ends, and a scale without width puts all at `from`. */
export const placeOn = (scale: Scale, value: number): number => {
  const { low, high, from, to } = scale;
  if (!(high > low)) return from;
  return from + ((within(value, low, high) - low) / (high - low)) * (to - from);
};

/** Mantissas that read as round, with the geometric means between them (Heckbert, Graphics Gems 1990, "nice numbers"). */
const roundSteps = [
  { below: Math.SQRT2, step: 1 },
  { below: Math.sqrt(10), step: 2 },
  { below: Math.sqrt(50), step: 5 },
  { below: Number.POSITIVE_INFINITY, step: 10 },
] as const;

/** The round step (1, 2 or 5 times a power of ten) that cuts `span` into about `about` pieces. */
const roundStep = (span: number, about: number): number => {
  const raw = span / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = roundSteps.find(({ below }) => raw / power < below)?.step ?? 10;
  return step * power;
};

/** Round numbers from `low` to `high`, both ends only where they are round; empty without a span. */
export const ticks = (low: number, high: number, about: number): readonly number[] => {
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const step = roundStep(high - low, about);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
};

/**
 * `count` places from 0 to `length`, each in the middle of its own share; with `widest`, no share is wider than that,
 * so that a few things stand together at the start instead of far apart.
 */
export const evenly = (count: number, length: number, widest: number = length): readonly number[] => {
  const share = Math.min(widest, length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => (index + 0.5) * share);
};

/** A share (0 to 1) as the percentage that a drawing understands, rounded to a hundredth. */
export const percent = (share: number): string => `${Math.round(within(share, 0, 1) * 10_000) / 100}%`;
