/** Takes words from a person: one line or several, kept away from the keyboard's memory. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import css from "./field.module.css";
import { classes } from "./classes.ts";

/** Keeps browsers, keyboards and translators from remembering or sending what is typed. */
export const discreet = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "sentences",
  spellcheck: false,
  translate: false,
} as const;

/** What every field is told. */
export interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** Told the whole text with every letter. */
  readonly onInput: (value: string) => void;
  /** One more sentence between the label and the field. */
  readonly hint?: string | undefined;
  /** Calm words about what is wrong; read out at once. */
  readonly error?: string | undefined;
  /** Longest text in characters; the count shows near the end. */
  readonly max: number;
  /** Number of lines; 1 makes a single line. */
  readonly rows?: number | undefined;
  readonly required?: boolean | undefined;
  /** The label is read aloud but not shown. */
  readonly hideLabel?: boolean | undefined;
  /** Text for the count near the end, such as "12 left"; without it nothing is counted. */
  readonly left?: ((count: number) => string) | undefined;
}

/** The count shows for the last tenth of the room, but at least for the last 20 characters. */
export const showsLeft = (length: number, max: number): boolean => max - length <= Math.max(20, max / 10);

/** Ids of what describes the field, as `aria-describedby` wants them. */
export const describedBy = (id: string, props: FieldProps): string | undefined => {
  const ids = classes(props.hint !== undefined && `${id}-hint`, props.error !== undefined && `${id}-error`);
  return ids === "" ? undefined : ids;
};

/** Label, hint, error and count around a control. */
export const FieldFrame = ({
  id,
  field,
  children,
}: {
  readonly id: string;
  readonly field: FieldProps;
  readonly children: ComponentChildren;
}) => (
  <div class={css["frame"]}>
    <label for={id} class={classes(css["label"], field.hideLabel === true && "hidden-text")}>
      {field.label}
    </label>
    {field.hint === undefined ? null : (
      <p id={`${id}-hint`} class={css["hint"]}>
        {field.hint}
      </p>
    )}
    {children}
    {field.left !== undefined && showsLeft(field.value.length, field.max) ? (
      <p class={css["left"]} role="status">
        {field.left(field.max - field.value.length)}
      </p>
    ) : null}
    {field.error === undefined ? null : (
      <p id={`${id}-error`} class={css["error"]} role="alert">
        {field.error}
      </p>
    )}
  </div>
);

/** One line, or ruled paper for several. */
export const Field = (props: FieldProps) => {
  const id = useId();
  const shared = {
    ...discreet,
    id,
    value: props.value,
    maxLength: props.max,
    required: props.required,
    "aria-invalid": props.error === undefined ? undefined : true,
    "aria-describedby": describedBy(id, props),
  } as const;
  const rows = props.rows ?? 1;
  return (
    <FieldFrame id={id} field={props}>
      {rows === 1 ? (
        <input
          {...shared}
          type="text"
          class={css["line"]}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          class={css["lines"]}
          style={{ minBlockSize: `calc(var(--rule) * ${rows} + 0.85rem)` }}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
};

/** Words to be copied, not changed: a press selects all of them. */
export const CopyField = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const id = useId();
  return (
    <FieldFrame id={id} field={{ label, value, onInput: () => undefined, max: value.length }}>
      <input
        {...discreet}
        id={id}
        type="text"
        readOnly
        class={css["line"]}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
    </FieldFrame>
  );
};

/** A date, as `YYYY-MM-DD`, with the platform's own picker; empty text when none is set. */
export const DateField = (
  props: Omit<FieldProps, "max" | "rows" | "left"> & { readonly min: string; readonly last: string },
) => {
  const id = useId();
  const field = { ...props, max: 10 };
  return (
    <FieldFrame id={id} field={field}>
      <input
        id={id}
        type="date"
        class={css["line"]}
        value={props.value}
        min={props.min}
        max={props.last}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(id, field)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
};
