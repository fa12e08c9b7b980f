/** Makes a whole row or card something to press, with whatever stands in it. */
import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import css from "./press.module.css";

/** How the whole of it looks and what it does. */
interface PressProps {
  /** `card` has an outline, `line` a divider below, `bare` nothing of its own. */
  readonly look: "card" | "line" | "bare";
  /** Warm outline, for the one that is best first. */
  readonly first?: boolean | undefined;
  /** Whether it is where one is: this very page, or a part of it. */
  readonly current?: "page" | "true" | undefined;
  readonly haspopup?: "dialog" | undefined;
  /** A class of the screen's own, for what stands inside. */
  readonly inside?: string | undefined;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A native button; its words are its name. */
export const Press = ({ look, first = false, current, haspopup, inside, onPress, children }: PressProps) => (
  <button
    type="button"
    class={classes(css["press"], css[look], first && css["first"], inside)}
    aria-current={current}
    aria-haspopup={haspopup}
    onClick={onPress}
  >
    {children}
  </button>
);
