/** Draws the card that is due at a moment: its title, how long it takes, and two ways on of the same weight. */
import { lessonCatalogue } from "@belay/content";
import { cardsSeen } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { lessonDue, type Moment } from "./lesson-due.ts";

/** Nothing is drawn once every card of the moment was read or waved away. */
export const LessonOffer = ({ moment }: { readonly moment: Moment }) => {
  const save = useSave();
  const seen = cardsSeen(useEngine().state.value).map(({ lesson }) => String(lesson));
  const lesson = lessonDue(lessonCatalogue, moment, seen);
  if (lesson === null) return null;
  return (
    <Card tone="sunk" eyebrow={t("learn.here")} title={lesson.question ?? lesson.title}>
      <Row spread gap={1}>
        <Soft>{t("learn.minutes", { n: lesson.minutes })}</Soft>
        <Row gap={1}>
          <Button small onPress={() => go("lesson", lesson.id)}>
            {t("learn.hereOpen")}
          </Button>
          {/* A wave that is not kept (a full disk) is no loss: the card just stays. */}
          <Button
            small
            kind="quiet"
            busy={save.busy}
            onPress={() => void save.run({ kind: "learn/see", lesson: lesson.id, fate: "not-now" })}
          >
            {t("learn.hereLater")}
          </Button>
        </Row>
      </Row>
    </Card>
  );
};
