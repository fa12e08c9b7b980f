/** Asks for one of a few levels from little to much: a row of dots with words at its ends, empty at first. */
import { useId } from "preact/hooks";
import { classes } from "./classes.ts";
import css from "./level.module.css";

/** A sentence that is answered by how much it fits. */
interface LevelProps {
  /** The sentence. */
  readonly label: string;
  readonly hint?: string | undefined;
  /** From the least to the most; each is read out with its dot, the two at the ends are shown as well. */
  readonly words: readonly string[];
  /** Index into `words`; null while nothing is chosen. */
  readonly value: number | null;
  /** Told null when the answer is taken back. */
  readonly onChange: (value: number | null) => void;
  /** What an unanswered row says. */
  readonly emptyText: string;
  /** Words of the button that takes the answer back. */
  readonly clearText: string;
}

/** A native radio group: one stop of Tab, arrows within it. What is chosen stands beside it in words. */
export const Level = ({ label, hint, words, value, onChange, emptyText, clearText }: LevelProps) => {
  const id = useId();
  const chosen = value === null ? undefined : words[value];
  return (
    <fieldset class={css["frame"]} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend class={css["label"]}>{label}</legend>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={css["hint"]}>
          {hint}
        </p>
      )}
      <div class={css["dots"]}>
        {words.map((word, index) => (
          <label key={word} class={css["place"]}>
            <input
              type="radio"
              class={css["dot"]}
              name={id}
              value={String(index)}
              checked={value === index}
              onChange={() => onChange(index)}
            />
            <span class="hidden-text">{word}</span>
          </label>
        ))}
      </div>
      {/* The ends are in the dots' own names already. */}
      <div class={css["ends"]} aria-hidden="true">
        <span>{words[0]}</span>
        <span>{words.at(-1)}</span>
      </div>
      <div class={css["said"]}>
        <span class={classes(css["words"], chosen === undefined && css["none"])}>{chosen ?? emptyText}</span>
        {chosen === undefined ? null : (
          <button type="button" class={css["clear"]} onClick={() => onChange(null)}>
            {clearText}
          </button>
        )}
      </div>
    </fieldset>
  );
};
