/** Draws how one number went over time: a dot for each time it was given, joined by lines. */
import css from "./course-chart.module.css";
import { Ends, Plane } from "./plane.tsx";
import { percent, placeOn } from "./scale.ts";

/** One dot. `at` is a day number or any other measure of time; equal times stand together. */
export interface Dot {
  readonly at: number;
  readonly value: number;
}

interface CourseChartProps {
  /** Oldest first. */
  readonly dots: readonly Dot[];
  readonly max: number;
  readonly marks: readonly number[];
  /** Words under the two ends of the line; the second is left out when all dots have one time. */
  readonly from: string;
  readonly to: string;
}

/** Places of the dots as shares of the drawing, x from the left and y from the top. A single time stands in the middle. */
export const dotPlaces = (dots: readonly Dot[], max: number): readonly { readonly x: number; readonly y: number }[] => {
  const first = dots[0]?.at ?? 0;
  const last = dots.at(-1)?.at ?? first;
  return dots.map(({ at, value }) => ({
    x: last > first ? placeOn({ low: first, high: last, from: 0, to: 1 }, at) : 0.5,
    y: placeOn({ low: 0, high: max, from: 1, to: 0 }, value),
  }));
};

/** Straight lines, because nothing is known between the dots. */
export const CourseChart = ({ dots, max, marks, from, to }: CourseChartProps) => {
  const places = dotPlaces(dots, max);
  const spread = places.some(({ x }) => x !== 0.5);
  return (
    <div class={css["chart"]}>
      <Plane marks={marks} max={max}>
        {places.slice(1).map(({ x, y }, index) => {
          const before = places[index] ?? { x, y };
          return (
            <line
              key={`${x}/${index}`}
              x1={percent(before.x)}
              y1={percent(before.y)}
              x2={percent(x)}
              y2={percent(y)}
              class={css["line"]}
            />
          );
        })}
        {places.map(({ x, y }, index) => (
          <circle
            key={`${x}/${index}`}
            cx={percent(x)}
            cy={percent(y)}
            r={index === places.length - 1 ? 6 : 4}
            class={css["dot"]}
          />
        ))}
      </Plane>
      <Ends from={from} to={spread ? to : null} />
    </div>
  );
};
