/** Draws how hard a step looks and how unsure that is, on a line from 0 to 100. */
import css from "./steps.module.css";
import type { Hardness } from "./ladder.ts";

/** A picture; the words beside it say the same. */
export const Scale = ({
  hardness,
  wide = false,
}: {
  /** Where the dot and the ends of the bar lie. */
  readonly hardness: Hardness;
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
    <line class={css["bar"]} x1={hardness.low} x2={hardness.high} y1="6" y2="6" vector-effect="non-scaling-stroke" />
    <line
      class={css["dot"]}
      x1={hardness.expected}
      x2={hardness.expected}
      y1="6"
      y2="6"
      vector-effect="non-scaling-stroke"
    />
  </svg>
);
