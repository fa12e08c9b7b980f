/** Asks for one of many answers, in the platform's own list. */
import { useId } from "preact/hooks";
import css from "./select-field.module.css";

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  /** The words of "nothing chosen"; it stands first and cannot be chosen again. */
  readonly emptyText: string;
  readonly onChange: (value: Value) => void;
}

/** A native select with its label above. */
export const SelectField = <Value extends string>({
  label,
  hint,
  options,
  value,
  emptyText,
  onChange,
}: SelectFieldProps<Value>) => {
  const id = useId();
  return (
    <div class={css["frame"]}>
      <label for={id} class={css["label"]}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {hint}
        </p>
      )}
      <select
        id={id}
        class={css["select"]}
        autocomplete="off"
        value={value ?? ""}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        <option value="" disabled={value !== null}>
          {emptyText}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
