/** Groups fields that are sent together, so that Enter does what the button does. */
import type { ComponentChildren } from "preact";
import css from "./form.module.css";

/** Nothing is ever sent by the browser itself: the policy of the page forbids it, and so does this. */
export const Form = ({ onSend, children }: { readonly onSend: () => void; readonly children: ComponentChildren }) => (
  <form
    class={css["form"]}
    noValidate
    autocomplete="off"
    onSubmit={(event) => {
      event.preventDefault();
      onSend();
    }}
  >
    {children}
  </form>
);
