/** Lets one thing be switched on or off among others, and groups such switches under a name. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import css from "./chip.module.css";
import { classes } from "./classes.ts";

/** One switch. */
interface ChipProps {
  readonly on: boolean;
  /** Told the state it should have now. */
  readonly onToggle: (on: boolean) => void;
  readonly children: ComponentChildren;
}

/** A toggle; its state is in the outline, the tick and `aria-pressed`, never in colour alone. */
export const Chip = ({ on, onToggle, children }: ChipProps) => (
  <button type="button" class={classes(css["chip"], on && css["on"])} aria-pressed={on} onClick={() => onToggle(!on)}>
    {children}
  </button>
);

/** A word that only says something: done, waiting, replied. Not a control. */
export const Tag = ({
  tone = "plain",
  children,
}: {
  readonly tone?: "plain" | "moss" | "rope" | undefined;
  readonly children: ComponentChildren;
}) => <span class={classes(css["tag"], tone !== "plain" && css[tone])}>{children}</span>;

/** Switches that belong together. */
interface ChipGroupProps {
  /** Names the group for everyone. */
  readonly label: string;
  /** The label is read aloud but not shown. */
  readonly hideLabel?: boolean | undefined;
  /** One more sentence, read out with the name. */
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}

/** Chips under one name, wrapping as they need. */
export const ChipGroup = ({ label, hideLabel = false, hint, children }: ChipGroupProps) => {
  const id = useId();
  return (
    <div
      class={css["group"]}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <p id={`${id}-label`} class={classes(css["label"], hideLabel && "hidden-text")}>
        {label}
      </p>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {hint}
        </p>
      )}
      <div class={css["row"]}>{children}</div>
    </div>
  );
};
