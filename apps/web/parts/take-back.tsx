/** Takes an answer back, so that it is not given any more: a quiet word beside what was chosen. */
import css from "./take-back.module.css";

/** Stands only where there is something to take back. */
export const TakeBack = ({ text, onPress }: { readonly text: string; readonly onPress: () => void }) => (
  <button type="button" class={css["back"]} onClick={onPress}>
    {text}
  </button>
);
