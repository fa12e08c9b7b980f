/** Draws a thread between two names: slack while nothing came back, taut once something did. */
import css from "./thread.module.css";

/** Two ends, and whether anything came back along the line. */
interface ThreadProps {
  readonly from: string;
  readonly to: string;
  /** Something came back, whatever it was: a no holds the line as well as a yes. */
  readonly taut: boolean;
}

/** A picture for those who see it; the words beside it say the same, so readers skip it. */
export const Thread = ({ from, to, taut }: ThreadProps) => (
  <div class={css["thread"]} aria-hidden="true">
    <span class={css["end"]}>{from}</span>
    <svg class={css["line"]} viewBox="0 0 200 40" preserveAspectRatio="none">
      <path
        class={taut ? css["taut"] : css["slack"]}
        d={taut ? "M0 14 C60 13 140 15 200 14" : "M0 10 C50 44 150 44 200 10"}
        vector-effect="non-scaling-stroke"
      />
    </svg>
    <span class={css["end"]}>{to}</span>
  </div>
);
