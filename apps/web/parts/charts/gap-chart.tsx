/** Draws a number that may lie on either side of zero, thing by thing, with a mean that runs along and its band. */
import { evenly, percent, placeOn } from "./scale.ts";
import css from "./gap-chart.module.css";

/** One thing, `-reach` to `reach`. `mean` runs over the newest things up to this one; `range` is its band. */
export interface Gap {
  readonly id: string;
  readonly value: number;
  readonly mean: number;
  readonly range: readonly [number, number] | null;
}

interface GapChartProps {
  /** Oldest first, at equal distances. */
  readonly gaps: readonly Gap[];
  readonly reach: number;
  /** Words above and below the line of zero. */
  readonly topText: string;
  readonly bottomText: string;
}

/** Widest share of the drawing that one thing takes. */
const widest = 0.12;

/** Corners of the band on a sheet of 100 by 100, there along the lower ends and back along the upper ones. */
export const bandCorners = (gaps: readonly Gap[], reach: number): string => {
  const xs = evenly(gaps.length, 100, 100 * widest);
  const y = (value: number): number => placeOn({ low: -reach, high: reach, from: 100, to: 0 }, value);
  const known = gaps.flatMap(({ range }, index) => (range === null ? [] : [{ x: xs[index] ?? 0, range }]));
  const corner = (x: number, value: number): string => `${x.toFixed(2)},${y(value).toFixed(2)}`;
  return [
    ...known.map(({ x, range }) => corner(x, range[0])),
    ...known.toReversed().map(({ x, range }) => corner(x, range[1])),
  ].join(" ");
};

/** Above zero a disc, below it a cross: the two are told apart without colour. */
export const GapChart = ({ gaps, reach, topText, bottomText }: GapChartProps) => {
  const xs = evenly(gaps.length, 1, widest);
  const y = (value: number): string => percent(placeOn({ low: -reach, high: reach, from: 1, to: 0 }, value));
  return (
    <div class={css["chart"]}>
      <div class={css["side"]}>
        <span style={{ insetBlockStart: "0%" }}>{topText}</span>
        <span style={{ insetBlockStart: "50%" }}>0</span>
        <span style={{ insetBlockStart: "100%" }}>{bottomText}</span>
      </div>
      <div class={css["plot"]}>
        <svg class={css["under"]} viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
          <polygon points={bandCorners(gaps, reach)} class={css["band"]} />
        </svg>
        <svg class={css["over"]} width="100%" height="100%" focusable="false">
          <line x1="0" x2="100%" y1="50%" y2="50%" class={css["zero"]} />
          {gaps.slice(1).map((gap, index) => (
            <line
              key={gap.id}
              x1={percent(xs[index] ?? 0)}
              y1={y(gaps[index]?.mean ?? gap.mean)}
              x2={percent(xs[index + 1] ?? 0)}
              y2={y(gap.mean)}
              class={css["mean"]}
            />
          ))}
          {gaps.map(({ id, value }, index) =>
            value < 0 ? (
              <svg key={id} x={percent(xs[index] ?? 0)} y={y(value)} class={css["at"]}>
                <path d="M-4 -4 4 4M-4 4 4 -4" class={css["cross"]} />
              </svg>
            ) : (
              <circle key={id} cx={percent(xs[index] ?? 0)} cy={y(value)} r="3.5" class={css["dot"]} />
            ),
          )}
        </svg>
      </div>
    </div>
  );
};
