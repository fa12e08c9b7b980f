/** Shows where one is in a short row of stages: a thread with knots. */
import { classes } from "./classes.ts";
import css from "./progress.module.css";

/** A short way with its stages. */
interface ProgressProps {
  /** Names the row for screen readers. */
  readonly label: string;
  readonly stages: readonly string[];
  /** Index of the present stage, from 0. */
  readonly at: number;
}

/** An ordered list; the present stage has `aria-current="step"`. */
export const Progress = ({ label, stages, at }: ProgressProps) => (
  <ol class={css["thread"]} aria-label={label}>
    {stages.map((stage, index) => (
      <li
        key={stage}
        class={classes(css["knot"], index < at && css["done"], index === at && css["now"])}
        aria-current={index === at ? "step" : undefined}
      >
        {stage}
      </li>
    ))}
  </ol>
);
