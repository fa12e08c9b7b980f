/** Asks for one of a few answers, drawn as round buttons with the same weight. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import css from "./choice.module.css";
import { classes } from "./classes.ts";

/** One question with a few answers. */
interface ChoiceProps<Value extends string> {
  /** The question. */
  readonly label: string;
  /** The question is read aloud but not shown. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  /** Calm words about what is missing; read out at once. */
  readonly error?: string | undefined;
  /** In the order given; `detail` stands below the words, softer. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly detail?: string | undefined }[];
  /** Null while nothing is chosen; nothing is chosen for the person. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** What stands right below the options, such as taking the answer back. */
  readonly below?: ComponentChildren;
  /** One option a line, for longer words. */
  readonly stacked?: boolean | undefined;
}

/** A native radio group. */
export const Choice = <Value extends string>(props: ChoiceProps<Value>) => {
  const id = useId();
  const describedBy = classes(props.hint !== undefined && `${id}-hint`, props.error !== undefined && `${id}-error`);
  return (
    <fieldset class={css["frame"]} aria-describedby={describedBy === "" ? undefined : describedBy}>
      <legend class={classes(css["label"], props.hideLabel === true && "hidden-text")}>{props.label}</legend>
      {props.hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {props.hint}
        </p>
      )}
      <div class={classes(css["options"], props.stacked === true && css["stacked"])}>
        {props.options.map((option) => (
          <label key={option.value} class={css["option"]}>
            <input
              type="radio"
              class={css["dot"]}
              name={id}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              {option.detail === undefined ? null : <span class={css["detail"]}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.below}
      {props.error === undefined ? null : (
        <p id={`${id}-error`} class={css["error"]} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
};

/** A question that is answered by yes or by leaving it. */
interface SwitchProps {
  readonly label: string;
  /** What switching it on means; read out with the label. */
  readonly hint?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** One thing that is on or off. */
export const Switch = ({ label, hint, on, onChange }: SwitchProps) => {
  const id = useId();
  return (
    <div class={css["switch"]}>
      <label class={css["option"]}>
        <input
          type="checkbox"
          class={classes(css["dot"], css["square"])}
          checked={on}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {hint}
        </p>
      )}
    </div>
  );
};
