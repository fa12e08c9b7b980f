/** Asks for one of a few levels from little to much: a row of dots with words at its ends, empty at first. */
import { useId } from "preact/hooks";
import css from "./level.module.css";
import { TakeBack } from "./take-back.tsx";

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
  /** Words of the button that takes the answer back. */
  readonly clearText: string;
}

/** A native radio group: one stop of Tab, arrows within it. What is chosen stands below it in words. */
export const Level = ({ label, hint, words, value, onChange, clearText }: LevelProps) => {
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
      <div class={css["ends"]}>
        <span aria-hidden="true">{words[0]}</span>
        {chosen === undefined ? null : (
          <span class={css["said"]}>
            <span class={css["words"]}>{chosen}</span>
            <TakeBack text={clearText} onPress={() => onChange(null)} />
          </span>
        )}
        <span aria-hidden="true">{words.at(-1)}</span>
      </div>
    </fieldset>
  );
};
