/** Begins a screen: its heading takes the focus after a navigation, so that everyone lands in the same place. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";
import css from "./page.module.css";

/** What stands above the content of a screen. */
interface PageProps {
  /** The only first-level heading; it takes the focus. */
  readonly title: string;
  /** A short line above the heading. */
  readonly eyebrow?: string | undefined;
  /** One or two sentences below it. */
  readonly lead?: string | undefined;
  /** The way back, above everything else. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
  /** Between the back link and the heading: a Progress, for one. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The first page of a visit leaves the focus where the browser puts it. */
let arrived = false;

/** Header with the only h1, then the content in one column. Give it a `key` when the same screen starts over. */
export const Page = ({ title, eyebrow, lead, back, above, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    arrived = true;
  }, []);
  return (
    <div class={css["page"]}>
      <header class={css["head"]}>
        {back === undefined ? null : (
          <button type="button" class={css["back"]} onClick={back.onBack}>
            <Icon name="back" size={1.1} />
            {back.label}
          </button>
        )}
        {above}
        {eyebrow === undefined ? null : <p class={css["eyebrow"]}>{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p class={css["lead"]}>{lead}</p>}
      </header>
      {children}
    </div>
  );
};
