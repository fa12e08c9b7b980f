/** Draws shares of a whole as bars, each with its number and, where there is one, the range it likely lies in. */
import { useId } from "preact/hooks";
import { classes } from "../classes.ts";
import { percent } from "./scale.ts";
import css from "./share-bars.module.css";

/** One bar. */
export interface ShareBar {
  readonly label: string;
  /** 0 to 1; null draws an empty track. */
  readonly share: number | null;
  /** The number in words: "38 %". */
  readonly words: string;
  /** Smaller words behind it: "likely 66 to 92 %". */
  readonly aside?: string | undefined;
  /** `hatched` for what was thought, `full` for what was. */
  readonly look: "hatched" | "full";
  /** Ends of the likely range, 0 to 1, drawn as a bracket. */
  readonly range?: readonly [number, number] | null | undefined;
}

const Track = ({ bar, pattern }: { readonly bar: ShareBar; readonly pattern: string }) => (
  <svg class={css["track"]} width="100%" height="26" focusable="false">
    <rect x="0" y="6" width="100%" height="14" rx="7" class={css["rest"]} />
    {bar.share === null ? null : (
      <rect
        x="0"
        y="6"
        width={percent(bar.share)}
        height="14"
        rx="7"
        class={css[bar.look]}
        style={bar.look === "hatched" ? { fill: `url(#${pattern})` } : undefined}
      />
    )}
    {bar.range === undefined || bar.range === null ? null : (
      <g class={css["range"]}>
        <line x1={percent(bar.range[0])} x2={percent(bar.range[1])} y1="13" y2="13" />
        {bar.range.map((end) => (
          <line key={end} x1={percent(end)} x2={percent(end)} y1="2" y2="24" />
        ))}
      </g>
    )}
  </svg>
);

/** Bars under each other on the same scale from nothing to all. The pattern's id is unique to the drawing. */
export const ShareBars = ({ bars }: { readonly bars: readonly ShareBar[] }) => {
  const pattern = `hatch${useId()}`;
  return (
    <div class={css["bars"]}>
      <svg class={css["defs"]} width="0" height="0" focusable="false">
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="6" class={css["hatch"]} />
        </pattern>
      </svg>
      {bars.map((bar) => (
        <div key={bar.label} class={css["bar"]}>
          <div class={css["words"]}>
            <span>{bar.label}</span>
            <span>
              {bar.aside === undefined ? null : <span class={css["aside"]}>{bar.aside}</span>}
              <strong class={classes(css["number"], bar.look === "full" && css["strong"])}>{bar.words}</strong>
            </span>
          </div>
          <Track bar={bar} pattern={pattern} />
        </div>
      ))}
    </div>
  );
};
