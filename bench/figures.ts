/** Sums samples up as the bench's table shows them. */

/** A series of measurements in milliseconds. */
export interface Figure {
  readonly what: string;
  readonly samples: readonly number[];
}

/** The value below which that share of the samples lies (nearest rank, Hyndman & Fan 1996, definition 1). */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** One line a figure: how many, median, p95, and the median as a multiple of the first figure's. */
export const table = (figures: readonly Figure[]): string => {
  const base = quantile(figures[0]?.samples ?? [], 0.5);
  const rows = figures.map(({ what, samples }) => {
    const median = quantile(samples, 0.5);
    return `| ${what} | ${samples.length} | ${ms(median)} | ${ms(quantile(samples, 0.95))} | ${(median / base).toFixed(1)} x |`;
  });
  return ["| what | n | median | p95 | against the first line |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
};
