/** Takes one file from the person's device; it goes nowhere but to the screen that asked for it. */
import { useId } from "preact/hooks";
import { classes } from "./classes.ts";
import css from "./file-field.module.css";

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Words on the control: "Choose a file". */
  readonly chooseText: string;
  /** Name of the chosen file, or words for none. */
  readonly chosenText: string;
  /** What the picker shows first, as `accept` of HTML takes it. */
  readonly accept?: string | undefined;
  readonly onFile: (file: File) => void;
}

/** A native file input under a label that looks like a button. Choosing the same file again counts as choosing. */
export const FileField = ({ label, hint, error, chooseText, chosenText, accept, onFile }: FileFieldProps) => {
  const id = useId();
  const describedBy = classes(`${id}-chosen`, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
  return (
    <div class={css["frame"]}>
      <p class={css["label"]} id={`${id}-label`}>
        {label}
      </p>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {hint}
        </p>
      )}
      <div class={css["row"]}>
        <label class={css["choose"]}>
          <input
            id={id}
            type="file"
            class={css["input"]}
            accept={accept}
            aria-describedby={describedBy}
            aria-invalid={error === undefined ? undefined : true}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) onFile(file);
              event.currentTarget.value = "";
            }}
          />
          <span class="hidden-text">{label}</span>
          <span>{chooseText}</span>
        </label>
        <span id={`${id}-chosen`} class={css["chosen"]} role="status">
          {chosenText}
        </span>
      </div>
      {error === undefined ? null : (
        <p id={`${id}-error`} class={css["error"]} role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
