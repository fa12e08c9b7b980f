/** Draws pairs of numbers side by side in their order: an open mark for before, a full one for after. */
import { classes } from "../classes.ts";
import css from "./pair-chart.module.css";
import { Key, Plane } from "./plane.tsx";
import { evenly, percent, placeOn } from "./scale.ts";

/** One pair, both from 0 to `max`. */
export interface Pair {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Drawn with a broken line in the colour of care, for what went the other way than hoped. */
  readonly marked: boolean;
}

interface PairChartProps {
  /** From the left, oldest first. */
  readonly pairs: readonly Pair[];
  /** Numbers written at the side. */
  readonly marks: readonly number[];
  readonly max: number;
  readonly beforeText: string;
  readonly afterText: string;
}

/** Widest share of the drawing that one pair takes, so that three pairs do not stand at three corners. */
const widest = 0.12;

/** The open mark is a ring, the full one a disc; a marked pair has a broken line. */
export const PairChart = ({ pairs, marks, max, beforeText, afterText }: PairChartProps) => {
  const xs = evenly(pairs.length, 1, widest);
  const y = (value: number): string => percent(placeOn({ low: 0, high: max, from: 1, to: 0 }, value));
  return (
    <div class={css["chart"]}>
      <Plane marks={marks} max={max}>
        {pairs.map((pair, index) => {
          const x = percent(xs[index] ?? 0);
          return (
            <g key={pair.id}>
              <line
                x1={x}
                x2={x}
                y1={y(pair.before)}
                y2={y(pair.after)}
                class={classes(css["stem"], pair.marked && css["marked"])}
              />
              <circle cx={x} cy={y(pair.before)} r="5" class={css["before"]} />
              <circle cx={x} cy={y(pair.after)} r="5" class={css["after"]} />
            </g>
          );
        })}
      </Plane>
      <Key>
        <span>
          <svg width="14" height="14" focusable="false">
            <circle cx="7" cy="7" r="5" class={css["before"]} />
          </svg>
          {beforeText}
        </span>
        <span>
          <svg width="14" height="14" focusable="false">
            <circle cx="7" cy="7" r="5" class={css["after"]} />
          </svg>
          {afterText}
        </span>
      </Key>
    </div>
  );
};
