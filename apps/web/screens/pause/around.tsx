/** Looks around, for whoever is not served by breathing. */
import { Button } from "../../parts/button.tsx";
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

/** Changes between the breath and looking around. */
export const AroundSwitch = ({
  around,
  onChange,
}: {
  readonly around: boolean;
  readonly onChange: (around: boolean) => void;
}) => (
  <Button small onPress={() => onChange(!around)}>
    {t(around ? "pause.breathe" : "pause.lookAround")}
  </Button>
);
