/** Draws what was said against how often it came: a dot for each group, with its range and its count, and the line of "as said". */
import { Plane } from "./plane.tsx";
import { percent, placeOn } from "./scale.ts";
import css from "./reliability-chart.module.css";

/** One group. All but `n` are shares, 0 to 1; `range` is drawn as a line through the dot. */
export interface Said {
  readonly said: number;
  readonly share: number;
  readonly n: number;
  readonly range: readonly [number, number] | null;
}

interface ReliabilityChartProps {
  readonly groups: readonly Said[];
  /** Words at the two axes. */
  readonly acrossText: string;
  readonly upText: string;
}

/** In hundredths. */
const marks = [0, 50, 100] as const;

/** Radius of a dot in pixels: its area grows with what it holds, between a small and a large coin. */
export const radiusOf = (n: number, most: number): number => 5 + 7 * Math.sqrt(Math.min(1, n / Math.max(1, most)));

const up = (share: number): string => percent(placeOn({ low: 0, high: 1, from: 1, to: 0 }, share));

/**
 * Square in spirit: both axes run from nothing to always. The count stands at the top of each range, where no neighbour's
 * dot covers it.
 */
export const ReliabilityChart = ({ groups, acrossText, upText }: ReliabilityChartProps) => {
  const most = Math.max(1, ...groups.map(({ n }) => n));
  return (
    <div class={css["chart"]}>
      <p class={css["up"]}>{upText}</p>
      <Plane marks={marks} max={100}>
        <line x1="0" y1="100%" x2="100%" y2="0" class={css["as-said"]} />
        {/* All ranges first: no line of one group runs through the number of another. */}
        {groups.map(({ said, range }) =>
          range === null ? null : (
            <line
              key={said}
              x1={percent(said)}
              x2={percent(said)}
              y1={up(range[0])}
              y2={up(range[1])}
              class={css["range"]}
            />
          ),
        )}
        {groups.map(({ said, share, n, range }) => {
          const x = percent(said);
          return (
            <g key={said}>
              <circle cx={x} cy={up(share)} r={radiusOf(n, most)} class={css["dot"]} />
              <text
                x={x}
                y={up(range?.[1] ?? share)}
                dy={range === null ? -radiusOf(n, most) - 6 : -6}
                text-anchor="middle"
                class={css["count"]}
              >
                {n}
              </text>
            </g>
          );
        })}
      </Plane>
      <div class={css["foot"]}>
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      <p class={css["across"]}>{acrossText}</p>
    </div>
  );
};
