/** Sets things that belong together on one raised sheet of paper. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import css from "./card.module.css";
import { classes } from "./classes.ts";

/** What stands on a sheet. */
interface CardProps {
  /** Becomes an h2 and the name of the region. */
  readonly title?: string | undefined;
  /** A short line above the title, in the accent. */
  readonly eyebrow?: string | undefined;
  /** `accent` has the warm outline, `moss` the soft green ground, `sunk` lies in the paper. */
  readonly tone?: "plain" | "accent" | "moss" | "sunk" | undefined;
  /** Beside the title, at the end of its line. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A region when it has a title, plain grouping when it has none. */
export const Card = ({ title, eyebrow, tone = "plain", aside, children }: CardProps) => {
  const id = useId();
  const body = (
    <>
      {title === undefined ? null : (
        <header class={css["head"]}>
          <div>
            {eyebrow === undefined ? null : <p class={css["eyebrow"]}>{eyebrow}</p>}
            <h2 id={id}>{title}</h2>
          </div>
          {aside}
        </header>
      )}
      {children}
    </>
  );
  const name = classes(css["card"], tone !== "plain" && css[tone]);
  if (title === undefined) return <div class={name}>{body}</div>;
  return (
    <section class={name} aria-labelledby={id}>
      {body}
    </section>
  );
};
