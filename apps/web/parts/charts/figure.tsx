/** Sets a drawing beside the sentence that says the same, and keeps the numbers behind it as a table. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../button.tsx";
import { classes } from "../classes.ts";
import css from "./figure.module.css";
import { Table, type Numbers } from "./table.tsx";

interface FigureProps {
  /** What the drawing shows, in words that bear no more than the numbers do. */
  readonly sentence: string;
  /** Smaller words below it: what the marks mean, what is left out. */
  readonly note?: ComponentChildren;
  readonly numbers: Numbers;
  /** Words of the button that shows and hides the table for the eye. */
  readonly showText: string;
  readonly hideText: string;
  /** The drawing, hidden from screen readers: the sentence and the table say it better. */
  readonly children: ComponentChildren;
}

/** The table is always there for screen readers and on paper; the button shows it to the eye. */
export const Figure = ({ sentence, note, numbers, showText, hideText, children }: FigureProps) => {
  const [shown, setShown] = useState(false);
  return (
    <figure class={css["figure"]}>
      <figcaption class={css["sentence"]}>{sentence}</figcaption>
      <div aria-hidden="true">{children}</div>
      {note === undefined ? null : <div class={css["note"]}>{note}</div>}
      <div class={css["toggle"]}>
        <Button small kind="quiet" onPress={() => setShown(!shown)}>
          {shown ? hideText : showText}
        </Button>
      </div>
      <div class={classes(css["numbers"], !shown && css["unseen"])}>
        <Table {...numbers} />
      </div>
    </figure>
  );
};
