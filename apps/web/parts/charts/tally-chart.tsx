/** Draws counts as rows of marks, one mark for each thing, so that nothing that was counted disappears in a share. */
import { classes } from "../classes.ts";
import css from "./tally-chart.module.css";

/** Shapes that can be told apart without colour. `hurt` is a diamond in the colour of caution. */
export type Mark = "full" | "half" | "ring" | "diamond" | "hurt" | "dash" | "dots";

/** One row. */
export interface TallyRow {
  readonly label: string;
  readonly count: number;
  readonly mark: Mark;
}

/** More marks than this in a row say no more; the number stands beside them anyway. */
const most = 40;

/** Strokes of the marks on a 16 by 16 sheet. */
const Shape = ({ mark }: { readonly mark: Mark }) => {
  switch (mark) {
    case "full":
      return <circle cx="8" cy="8" r="5.5" class={css["filled"]} />;
    case "half":
      return (
        <>
          <path d="M8 2.5A5.5 5.5 0 0 0 8 13.5Z" class={css["filled"]} />
          <circle cx="8" cy="8" r="5.5" class={css["outline"]} />
        </>
      );
    case "ring":
      return <circle cx="8" cy="8" r="5.5" class={css["outline"]} />;
    case "diamond":
    case "hurt":
      return <path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" class={css[mark]} />;
    case "dash":
      return <path d="M3 8h10" class={css["outline"]} />;
    case "dots":
      return <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" class={css["points"]} />;
  }
};

/** Rows in the order given, empty ones too: that nothing bad happened is also to be seen. */
export const TallyChart = ({ rows }: { readonly rows: readonly TallyRow[] }) => (
  <div class={css["room"]}>
    <div class={css["tally"]}>
      {rows.map(({ label, count, mark }) => (
        <div key={label} class={classes(css["row"], count === 0 && css["none"])}>
          <span class={css["label"]}>{label}</span>
          <span class={css["marks"]}>
            {Array.from({ length: Math.min(most, count) }, (_, index) => (
              <svg key={index} class={css["mark"]} viewBox="0 0 16 16" focusable="false">
                <Shape mark={mark} />
              </svg>
            ))}
            {count > most ? "…" : null}
          </span>
          <span class={css["count"]}>{count}</span>
        </div>
      ))}
    </div>
  </div>
);
