/** Takes a number from a line, and starts with no answer at all. */
import { useId } from "preact/hooks";
import css from "./range.module.css";
import { TakeBack } from "./take-back.tsx";
import { classes } from "./classes.ts";

/** A question that is answered by a place on a line. */
interface RangeProps {
  readonly label: string;
  /** Null is "not answered": no knot on the line, nothing recorded. */
  readonly value: number | null;
  /** Told null when the answer is taken back. */
  readonly onChange: (value: number | null) => void;
  /** What the number means, in words, for the eye and for a screen reader. */
  readonly valueText: (value: number) => string;
  /** What an unanswered line says. */
  readonly emptyText: string;
  /** The words of the two ends. */
  readonly low: string;
  readonly high: string;
  /** Words of the button that takes the answer back; null where there is nothing to take back. */
  readonly clearText: string | null;
  readonly hint?: string | undefined;
  /** 100 unless told. */
  readonly max?: number | undefined;
  /** 1 unless told. */
  readonly step?: number | undefined;
}

/** Keys that answer an empty line, even where they do not move it. */
const answering = ["Enter", " "];

/** A native range, so that keys, switches and screen readers all know it. */
export const Range = (props: RangeProps) => {
  const id = useId();
  const max = props.max ?? 100;
  const middle = Math.round(max / 2);
  const { value } = props;
  const words = value === null ? props.emptyText : props.valueText(value);
  const share = ((value ?? middle) / max) * 100;
  const settle = (input: HTMLInputElement): void => {
    if (value === null) props.onChange(input.valueAsNumber);
  };
  return (
    <div class={css["frame"]}>
      <div class={css["head"]}>
        <label for={id} class={css["label"]}>
          {props.label}
        </label>
        <output for={id} class={classes(css["words"], value === null && css["none"])}>
          {words}
        </output>
      </div>
      {props.hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {props.hint}
        </p>
      )}
      <input
        id={id}
        type="range"
        class={classes(css["range"], value === null && css["empty"])}
        style={{ "--share": `${share}%` }}
        min={0}
        max={max}
        step={props.step ?? 1}
        value={value ?? middle}
        aria-valuetext={words}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
        onPointerUp={(event) => settle(event.currentTarget)}
        onKeyDown={(event) => {
          if (!answering.includes(event.key)) return;
          event.preventDefault();
          settle(event.currentTarget);
        }}
      />
      <div class={css["ends"]}>
        <span>{props.low}</span>
        {value === null || props.clearText === null ? null : (
          <TakeBack text={props.clearText} onPress={() => props.onChange(null)} />
        )}
        <span>{props.high}</span>
      </div>
    </div>
  );
};
