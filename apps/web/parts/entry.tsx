/** Leads from a list to one of its things: a whole row that can be pressed. */
import type { ComponentChildren } from "preact";
import css from "./entry.module.css";
import { Icon } from "./icon.tsx";

interface EntryProps {
  readonly title: string;
  /** Smaller words below the title. */
  readonly detail?: string | undefined;
  /** A word or a picture at the end of the row, before the arrow. */
  readonly aside?: ComponentChildren;
  readonly onPress: () => void;
}

/** Rows under each other, divided by lines. */
export const Entries = ({
  label,
  children,
}: {
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <ul class={css["list"]} aria-label={label}>
    {children}
  </ul>
);

/** One row of `Entries`. */
export const Entry = ({ title, detail, aside, onPress }: EntryProps) => (
  <li class={css["item"]}>
    <button type="button" class={css["entry"]} onClick={onPress}>
      <span class={css["line"]}>
        <span class={css["words"]}>
          <span dir="auto">{title}</span>
          {detail === undefined ? null : <span class={css["detail"]}>{detail}</span>}
        </span>
        {aside === undefined ? null : <span class={css["aside"]}>{aside}</span>}
      </span>
      <Icon name="next" size={1.1} />
    </button>
  </li>
);
