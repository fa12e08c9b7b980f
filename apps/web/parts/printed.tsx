/** Marks what goes on paper when a page is printed; everything else on the page stays off it. */
import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import css from "./printed.module.css";

interface PrintedProps {
  /** On paper alone, with room to write below each line; not on the screen. */
  readonly only?: boolean | undefined;
  /** Long: its cards may go on from one sheet to the next, between the rows of a table. */
  readonly flowing?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** What a printed page has no use for: what can only be pressed, and what was for the screen. */
export const OffPaper = ({ children }: { readonly children: ComponentChildren }) => (
  <div class={css["off"]}>{children}</div>
);

/** Without it a page prints as it stands. */
export const Printed = ({ only = false, flowing = false, children }: PrintedProps) => (
  <div
    class={classes(css["printed"], only && css["only"], flowing && css["flowing"])}
    aria-hidden={only ? true : undefined}
  >
    {children}
  </div>
);
