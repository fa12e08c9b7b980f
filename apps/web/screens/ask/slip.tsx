/** Shows the words exactly as they go out. */
import { classes } from "../../parts/classes.ts";
import css from "./ask.module.css";

/** `large` for saying them aloud from the screen. */
export const Slip = ({ words, large = false }: { readonly words: string; readonly large?: boolean | undefined }) => (
  <div class={css["slip-wrap"]}>
    <blockquote class={classes(css["slip"], large && css["large"])} translate={false}>
      {words}
    </blockquote>
  </div>
);
