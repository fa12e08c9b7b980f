/** Draws two clouds of dots over time, each with its straight trend and the fan of slopes that the trend may have. */
import { Ends, Key, Plane } from "./plane.tsx";
import { percent, placeOn, within } from "./scale.ts";
import css from "./trend-chart.module.css";

/** One cloud. `slope`, `low` and `high` are in units of the value for one unit of time. */
export interface Course {
  readonly dots: readonly { readonly id: string; readonly at: number; readonly value: number }[];
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

interface TrendChartProps {
  /** Drawn open and with a broken thread. */
  readonly before: Course;
  /** Drawn full. */
  readonly after: Course;
  readonly max: number;
  readonly marks: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly beforeText: string;
  readonly afterText: string;
}

const middleOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
};

/** Where a line of that slope through the middle of the cloud stands at a time. */
export const lineAt = ({ dots }: Course, slope: number, at: number): number =>
  middleOf(dots.map((dot) => dot.value)) + slope * (at - middleOf(dots.map((dot) => dot.at)));

/** The earliest and the latest time of both clouds. */
export const spanOfCourses = (all: readonly Course[]): { readonly first: number; readonly last: number } => {
  const times = all.flatMap(({ dots }) => dots.map(({ at }) => at));
  return times.reduce((span, at) => ({ first: Math.min(span.first, at), last: Math.max(span.last, at) }), {
    first: times[0] ?? 0,
    last: times[0] ?? 0,
  });
};

/** Corners of the two fans, on a sheet of 100 by 100: they meet in the middle of the cloud. */
export const fanCorners = (course: Course, span: { readonly first: number; readonly last: number }, max: number) => {
  const middle = middleOf(course.dots.map(({ at }) => at));
  const x = (at: number): number => placeOn({ low: span.first, high: span.last, from: 0, to: 100 }, at);
  const y = (value: number): number => 100 - (within(value, 0, max) / max) * 100;
  const corner = (slope: number, at: number): string =>
    `${x(at).toFixed(2)},${y(lineAt(course, slope, at)).toFixed(2)}`;
  return [span.first, span.last].map((end) =>
    [corner(course.low, middle), corner(course.low, end), corner(course.high, end)].join(" "),
  );
};

const Cloud = ({
  course,
  span,
  max,
  look,
}: {
  readonly course: Course;
  readonly span: { readonly first: number; readonly last: number };
  readonly max: number;
  readonly look: "before" | "after";
}) => {
  const x = (at: number): string => percent(placeOn({ low: span.first, high: span.last, from: 0, to: 1 }, at));
  const y = (value: number): string => percent(placeOn({ low: 0, high: max, from: 1, to: 0 }, value));
  return (
    <>
      {course.dots.map(({ id, at, value }) => (
        <circle key={id} cx={x(at)} cy={y(value)} r="2.5" class={css[`${look}-dot`]} />
      ))}
      <line
        x1="0"
        x2="100%"
        y1={y(lineAt(course, course.slope, span.first))}
        y2={y(lineAt(course, course.slope, span.last))}
        class={css[look]}
      />
    </>
  );
};

/** Open and broken for before, full for after; a fan that leaves the level line out shows a trend. */
export const TrendChart = ({ before, after, max, marks, from, to, beforeText, afterText }: TrendChartProps) => {
  const span = spanOfCourses([before, after]);
  return (
    <div class={css["chart"]}>
      <Plane marks={marks} max={max}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
          {fanCorners(before, span, max).map((points) => (
            <polygon key={points} points={points} class={css["before-fan"]} />
          ))}
          {fanCorners(after, span, max).map((points) => (
            <polygon key={points} points={points} class={css["after-fan"]} />
          ))}
        </svg>
        <Cloud course={before} span={span} max={max} look="before" />
        <Cloud course={after} span={span} max={max} look="after" />
      </Plane>
      <Ends from={from} to={to} />
      <Key>
        {(
          [
            ["before", beforeText],
            ["after", afterText],
          ] as const
        ).map(([look, words]) => (
          <span key={look}>
            <svg width="34" height="14" focusable="false">
              <line x1="1" x2="33" y1="7" y2="7" class={css[look]} />
              <circle cx="17" cy="7" r="3.5" class={css[`${look}-dot`]} />
            </svg>
            {words}
          </span>
        ))}
      </Key>
    </div>
  );
};
