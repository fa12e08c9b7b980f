/**
 * Explains the three kinds of arcs around a person.
 *
 * It stands below the drawing all the time, since nobody remembers what a dotted arc means.
 */
import { t } from "../words.ts";
import css from "./circle.module.css";

/** Line style and the words for it, in the order of how much is known. */
const samples = [
  ["full", "circle.keyFull"],
  ["dotted", "circle.keyDotted"],
  ["thin", "circle.keyThin"],
] as const;

/** The line styles in words, so that nothing hangs on a colour. */
export const ArcKey = () => (
  <div class={css["key"]}>
    <p>{t("circle.keyTitle")}</p>
    <ul>
      {samples.map(([look, words]) => (
        <li key={look}>
          <svg width="30" height="10" aria-hidden="true" focusable="false">
            <line x1="1" x2="29" y1="5" y2="5" class={css[look]} />
          </svg>
          {t(words)}
        </li>
      ))}
    </ul>
  </div>
);
