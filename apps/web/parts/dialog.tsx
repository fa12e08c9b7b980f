/** Opens something over the page: a dialog in the middle, or a sheet from below. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { classes } from "./classes.ts";
import css from "./dialog.module.css";
import { Icon } from "./icon.tsx";

/** Draws what stands beside the close button of every dialog: a page behind a dialog cannot be reached by touch. */
let corner: () => ComponentChildren = () => null;

/** Sets it, once, for all dialogs. */
export const setCorner = (draw: typeof corner): void => {
  corner = draw;
};

/** What both shapes take. */
interface DialogProps {
  /** The platform's own dialog follows this; it opens with the focus inside. */
  readonly open: boolean;
  /** Called for Escape, for the close button and for a press beside the sheet. */
  readonly onClose: () => void;
  /** Its heading and its name. */
  readonly title: string;
  /** The name of the button that closes it. */
  readonly closeText: string;
  readonly children: ComponentChildren;
}

/** One native dialog element for both shapes; its content is drawn only while it is open. */
const Modal = (props: DialogProps & { readonly shape: "dialog" | "sheet" }) => {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  }, [props.open]);
  return (
    <dialog
      ref={box}
      class={classes(css["box"], css[props.shape])}
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === box.current) props.onClose();
      }}
    >
      {props.open ? (
        <div class={css["inside"]}>
          <div class={css["head"]}>
            <h2 id={id} tabIndex={-1}>
              {props.title}
            </h2>
            {corner()}
            <button type="button" class={css["close"]} aria-label={props.closeText} onClick={props.onClose}>
              <Icon name="close" />
            </button>
          </div>
          {props.children}
        </div>
      ) : null}
    </dialog>
  );
};

/** A native dialog; the platform keeps the focus inside and gives it back. */
export const Dialog = (props: DialogProps) => <Modal {...props} shape="dialog" />;

/** The same from the lower edge, for a thumb. */
export const Sheet = (props: DialogProps) => <Modal {...props} shape="sheet" />;
