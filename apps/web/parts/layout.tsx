/** Spaces things evenly, downwards or along the line. */
import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import css from "./layout.module.css";

/** How far apart things stand. */
interface LayoutProps {
  /** In steps of half a rem; 2 unless told. */
  readonly gap?: 1 | 2 | 3 | 4 | undefined;
  readonly children: ComponentChildren;
}

/** The class of a gap. */
const gapClass = (gap: number): string | undefined => css[`gap${gap}`];

/** One below the other. */
export const Stack = ({ gap = 2, children }: LayoutProps) => (
  <div class={classes(css["stack"], gapClass(gap))}>{children}</div>
);

/** Side by side, wrapping; `spread` pushes the ends apart. */
export const Row = ({ gap = 2, spread = false, children }: LayoutProps & { readonly spread?: boolean | undefined }) => (
  <div class={classes(css["row"], gapClass(gap), spread && css["spread"])}>{children}</div>
);

/** A line that says less: smaller and softer. */
export const Soft = ({ id, children }: { readonly id?: string | undefined; readonly children: ComponentChildren }) => (
  <p id={id} class={css["soft"]}>
    {children}
  </p>
);

/** Words for screen readers alone. */
export const Hidden = ({
  id,
  children,
}: {
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <span id={id} class="hidden-text">
    {children}
  </span>
);
