/** Takes a passphrase: hidden unless the person wants to see it, pasted as readily as typed, remembered by nobody. */
import { useId, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { describedBy, discreet, FieldFrame, type FieldProps } from "./field.tsx";
import lines from "./field.module.css";
import css from "./secret-field.module.css";

interface SecretFieldProps extends Pick<FieldProps, "label" | "value" | "onInput" | "hint" | "error"> {
  /** Words of the button that shows and hides what was typed. */
  readonly showText: string;
  readonly hideText: string;
}

/** The longest passphrase that is taken, in UTF-16 units; far above what anyone types. */
const longest = 1_000;

/** A password field never reaches the browser's session files, and a manager may still paste into it. */
export const SecretField = ({ showText, hideText, ...given }: SecretFieldProps) => {
  const id = useId();
  const [shown, setShown] = useState(false);
  const field = { ...given, max: longest };
  const shared = {
    ...discreet,
    autocapitalize: "off",
    id,
    class: lines["line"],
    dir: "auto",
    value: field.value,
    maxLength: longest,
    "aria-invalid": field.error === undefined ? undefined : true,
    "aria-describedby": describedBy(id, field),
    onInput: (event: { readonly currentTarget: HTMLInputElement }): void => field.onInput(event.currentTarget.value),
  } as const;
  return (
    <FieldFrame id={id} field={field}>
      <div class={css["row"]}>
        {shown ? <input {...shared} type="text" /> : <input {...shared} type="password" />}
        <Button small kind="quiet" onPress={() => setShown(!shown)}>
          {shown ? hideText : showText}
        </Button>
      </div>
    </FieldFrame>
  );
};
