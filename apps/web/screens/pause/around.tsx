/** Looks around, for whoever is not served by breathing. */
import { Card } from "../../parts/card.tsx";
import { t } from "../words.ts";
import css from "./pause-more.module.css";

/** Four things to do with eyes, feet, hands and a word; in any order, as many as one likes. */
const ways = ["look", "feet", "hands", "place"] as const;

/** A still list; nothing in it moves or counts. */
export const Around = () => (
  <Card tone="moss">
    <ul class={css["around"]}>
      {ways.map((way) => (
        <li key={way}>{t(`pause.around.${way}`)}</li>
      ))}
    </ul>
  </Card>
);
