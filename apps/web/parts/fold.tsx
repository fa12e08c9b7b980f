/** Keeps something out of the way until it is wanted. */
import type { ComponentChildren } from "preact";
import css from "./fold.module.css";

/** A drawer with its name on it. */
interface FoldProps {
  readonly title: string;
  /** Open from the start; afterwards it is the person's. */
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A native details element. */
export const Fold = ({ title, open, children }: FoldProps) => (
  <details class={css["fold"]} open={open}>
    <summary class={css["title"]}>{title}</summary>
    <div class={css["inside"]}>{children}</div>
  </details>
);
