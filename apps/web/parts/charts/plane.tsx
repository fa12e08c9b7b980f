/** Lays the ground of a chart with one measured side: numbers beside it, a line for each, and what is drawn over them. */
import type { ComponentChildren } from "preact";
import css from "../document-figures.module.css";
import { percent } from "./scale.ts";

interface PlaneProps {
  /** Numbers written at the side, from 0 to `max`. */
  readonly marks: readonly number[];
  readonly max: number;
  /** Marks placed in shares of the drawing. */
  readonly children: ComponentChildren;
}

/** Stands in a grid of two columns; the second is the drawing, which never turns with the reading direction. */
export const Plane = ({ marks, max, children }: PlaneProps) => (
  <>
    <div class={css["side"]}>
      {marks.map((mark) => (
        <span key={mark} style={{ insetBlockStart: percent(1 - mark / max) }}>
          {mark}
        </span>
      ))}
    </div>
    <svg class={css["plot"]} width="100%" height="100%" focusable="false">
      {marks.map((mark) => (
        <line
          key={mark}
          x1="0"
          x2="100%"
          y1={percent(1 - mark / max)}
          y2={percent(1 - mark / max)}
          class={css["grid"]}
        />
      ))}
      {children}
    </svg>
  </>
);

/** Words under the two ends of time; one word in the middle where `to` is null, since all is of one time. */
export const Ends = ({ from, to }: { readonly from: string; readonly to: string | null }) => (
  <p class={css["ends"]}>
    <span>{from}</span>
    {to === null ? null : <span>{to}</span>}
  </p>
);

/** What each mark means, as small as it is drawn. */
export const Key = ({ children }: { readonly children: ComponentChildren }) => <p class={css["key"]}>{children}</p>;
