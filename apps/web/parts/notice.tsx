/** Says one calm thing: spoken politely, or at once when something needs the person. */
import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import css from "./notice.module.css";

/** How a note sounds. */
interface NoticeProps {
  /** `good` for what is done, `care` for what needs a look, `plain` for the rest. */
  readonly tone?: "plain" | "good" | "care" | undefined;
  /** Spoken at once instead of when the reader is free. */
  readonly urgent?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A live region with words in it. Mount it empty-handed: it is silent until it has children. */
export const Notice = ({ tone = "plain", urgent = false, children }: NoticeProps) => {
  const empty = children === null || children === undefined || children === false || children === "";
  return (
    <div
      role={urgent ? "alert" : "status"}
      class={empty ? css["quiet"] : classes(css["notice"], tone !== "plain" && css[tone])}
    >
      {children}
    </div>
  );
};
