/** Draws how hard a step looks and how unsure that is, on a line from 0 to 100: a dot, and a whisker to each end. */
import css from "./steps.module.css";
import type { Hard } from "./ladder.ts";

/** Half the height of the strokes that end the whisker. */
const cap = 3.5;

/**
 * A picture; the words beside it say the same. Dot, whisker and the strokes at its ends differ in shape, so that it
 * reads without colour.
 */
export const Scale = ({
  hard,
  wide = false,
}: {
  /** Where the dot and the ends of the whisker lie. */
  readonly hard: Hard;
  /** Larger, for the page of one step. */
  readonly wide?: boolean | undefined;
}) => (
  <svg
    class={wide ? css["wide-scale"] : css["scale"]}
    viewBox="0 0 100 12"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <line class={css["axis"]} x1="0" x2="100" y1="6" y2="6" vector-effect="non-scaling-stroke" />
    <line class={css["whisker"]} x1={hard.low} x2={hard.high} y1="6" y2="6" vector-effect="non-scaling-stroke" />
    {[hard.low, hard.high].map((end, index) => (
      <line
        key={index === 0 ? "low" : "high"}
        class={css["whisker"]}
        x1={end}
        x2={end}
        y1={6 - cap}
        y2={6 + cap}
        vector-effect="non-scaling-stroke"
      />
    ))}
    <line class={css["dot"]} x1={hard.expected} x2={hard.expected} y1="6" y2="6" vector-effect="non-scaling-stroke" />
  </svg>
);
