/** Offers a kinder word at a hard moment: one quiet card, with what was written to oneself at such a moment before. */
import { practices } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { writeKind, type KindMoment } from "./kind-place.ts";

/** `experiment` is the ask it is about, kept with what is written. Passing it over is the ordinary case. */
export const KindWord = ({
  moment,
  experiment = null,
}: {
  readonly moment: KindMoment;
  /** An id of the log. */
  readonly experiment?: string | null | undefined;
}) => {
  const earlier = practices(useEngine().state.value).find(
    (practice) => practice.moment === moment && practice.words.trim() !== "",
  );
  return (
    <Card tone="sunk">
      <p>
        <strong>{t("kindness.offer")}</strong>
      </p>
      <Soft>{t(`kindness.offer.${moment}`)}</Soft>
      {earlier === undefined ? null : (
        <div>
          <Soft>{t("kindness.offer.words", { day: dayWords(earlier.day) })}</Soft>
          <p class="own-words">{earlier.words}</p>
        </div>
      )}
      <Row>
        <Button small onPress={() => go("kindness", writeKind(moment, experiment))}>
          {t("kindness.offer.open")}
        </Button>
      </Row>
    </Card>
  );
};
