/** Draws how a number went as a line small enough for a row; the words beside it say the same. */
import { dotPlaces, type Dot } from "./course-chart.tsx";
import css from "./tiny-line.module.css";

/** Size of the drawing, and the room its dots need, in px. */
const size = { width: 60, height: 24, edge: 4 } as const;

/** The corners of the line in px, as `points` wants them: "4,4 56,20". */
export const linePoints = (dots: readonly Dot[], max: number): string =>
  dotPlaces(dots, max)
    .map(({ x, y }) => {
      const across = size.edge + x * (size.width - 2 * size.edge);
      const down = size.edge + y * (size.height - 2 * size.edge);
      return `${Math.round(across * 10) / 10},${Math.round(down * 10) / 10}`;
    })
    .join(" ");

/** Nothing below two numbers: one dot is no course. */
export const TinyLine = ({ dots, max }: { readonly dots: readonly Dot[]; readonly max: number }) => {
  // The end of the line is where it stands today, and the only dot.
  const last = linePoints(dots, max).split(" ").at(-1)?.split(",") ?? [];
  if (dots.length < 2) return null;
  return (
    <svg
      class={css["tiny"]}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <polyline points={linePoints(dots, max)} class={css["line"]} />
      <circle cx={last[0]} cy={last[1]} r="3.2" class={css["end"]} />
    </svg>
  );
};
