/**
 * Draws two numbers over the same time, with things that happened marked on the line of days below.
 *
 * The first number has a whole line and round dots, the second a broken line and square ones; what happened has a shape
 * of its own. So nothing is said by colour alone.
 */
import { Ends, Key, Plane } from "./plane.tsx";
import { percent, placeOn } from "./scale.ts";
import css from "./twin-chart.module.css";
import type { Dot } from "./course-chart.tsx";

/** Shapes of what happened: a full disc, a diamond, a ring. */
export const eventMarks = ["full", "diamond", "ring"] as const;
/** One of the shapes. */
export type EventMark = (typeof eventMarks)[number];

/** Something that happened at a time, measured like the dots. */
export interface Happened {
  readonly id: string;
  readonly at: number;
  readonly mark: EventMark;
}

interface TwinChartProps {
  /** Both oldest first; the second may be empty. */
  readonly first: readonly Dot[];
  readonly second: readonly Dot[];
  readonly happened: readonly Happened[];
  readonly max: number;
  readonly marks: readonly number[];
  /** Words of the two ends of time; the second is left out where all is of one time. */
  readonly from: string;
  readonly to: string;
  /** Words of the key. Shapes that do not occur are left out of it. */
  readonly firstText: string;
  readonly secondText: string;
  readonly markText: Readonly<Record<EventMark, string>>;
}

/** Earliest and latest time of everything drawn; both 0 of nothing. */
export const spanOf = (times: readonly number[]): { readonly low: number; readonly high: number } =>
  times.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...times), high: Math.max(...times) };

/** Share from the left of a time; the middle where there is only one time. */
export const timePlace = (span: ReturnType<typeof spanOf>, at: number): number =>
  span.high > span.low ? placeOn({ ...span, from: 0, to: 1 }, at) : 0.5;

/** Things of one time stand above each other: how many lie below this one. */
export const pileOf = (happened: readonly Happened[], index: number): number =>
  happened.slice(0, index).filter(({ at }) => at === happened[index]?.at).length;

/** One shape, centred. */
const Shape = ({ mark }: { readonly mark: EventMark }) => {
  switch (mark) {
    case "full":
      return <circle r="5" class={css["full"]} />;
    case "diamond":
      return <path d="M0-6 6 0 0 6-6 0Z" class={css["diamond"]} />;
    case "ring":
      return <circle r="4.6" class={css["ring"]} />;
  }
};

/** A line with its dots. */
const Course = ({ places, look }: { readonly places: readonly { x: number; y: number }[]; readonly look: string }) => (
  <g class={css[look]}>
    {places.slice(1).map(({ x, y }, index) => {
      const before = places[index] ?? { x, y };
      return <line key={index} x1={percent(before.x)} y1={percent(before.y)} x2={percent(x)} y2={percent(y)} />;
    })}
    {places.map(({ x, y }, index) => (
      <svg key={index} x={percent(x)} y={percent(y)} class={css["spot"]}>
        {/* A nested sheet takes its place in percent, which a path or a transform cannot. */}
        {look === "first" ? <circle r="5" /> : <rect x="-4.5" y="-4.5" width="9" height="9" />}
      </svg>
    ))}
  </g>
);

/** What the two lines and the shapes that occur mean. */
const Meaning = ({ props }: { readonly props: TwinChartProps }) => (
  <Key>
    <span>
      <svg width="26" height="12" viewBox="-13 -6 26 12" focusable="false" class={css["first"]}>
        <line x1="-12" x2="12" y1="0" y2="0" />
        <circle r="4.5" />
      </svg>
      {props.firstText}
    </span>
    {props.second.length === 0 ? null : (
      <span>
        <svg width="26" height="12" viewBox="-13 -6 26 12" focusable="false" class={css["second"]}>
          <line x1="-12" x2="12" y1="0" y2="0" />
          <rect x="-4" y="-4" width="8" height="8" />
        </svg>
        {props.secondText}
      </span>
    )}
    {eventMarks
      .filter((mark) => props.happened.some((one) => one.mark === mark))
      .map((mark) => (
        <span key={mark}>
          <svg width="14" height="14" viewBox="-7 -7 14 14" focusable="false">
            <Shape mark={mark} />
          </svg>
          {props.markText[mark]}
        </span>
      ))}
  </Key>
);

/** Straight lines, because nothing is known between the dots. */
export const TwinChart = (props: TwinChartProps) => {
  const { first, second, happened, max, marks, from, to } = props;
  const span = spanOf([...first, ...second, ...happened].map(({ at }) => at));
  const place = ({ at, value }: Dot) => ({
    x: timePlace(span, at),
    y: placeOn({ low: 0, high: max, from: 1, to: 0 }, value),
  });
  // With one time only there is one word below the drawing, and everything stands in its middle.
  const spread = span.high > span.low;
  // Four rows of marks at most; more of one day lie over each other, and the table has them all.
  const piled = Math.max(0, ...happened.map((_, index) => pileOf(happened, index)));
  return (
    <div class={css["chart"]}>
      <Plane marks={marks} max={max}>
        {/* The second lies below the first, so that the belief’s own line is never hidden. */}
        <Course places={second.map(place)} look="second" />
        <Course places={first.map(place)} look="first" />
      </Plane>
      {happened.length === 0 ? null : (
        <svg class={css["strip"]} width="100%" height={18 + Math.min(piled, 3) * 14} focusable="false">
          {happened.map((one, index) => (
            <svg
              key={one.id}
              x={percent(timePlace(span, one.at))}
              y={9 + Math.min(pileOf(happened, index), 3) * 14}
              class={css["spot"]}
            >
              <Shape mark={one.mark} />
            </svg>
          ))}
        </svg>
      )}
      <Ends from={from} to={spread ? to : null} />
      <Meaning props={props} />
    </div>
  );
};
