/**
 * Offers real next steps where there is nobody to put on the circle.
 *
 * It is no consolation page: each way is a step of the catalogue that needs nobody of one’s own.
 */
import { firstWays } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Scene, type SceneName } from "../../parts/scene.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { t } from "../words.ts";

/** Which drawing stands with which way. */
const sceneOf: Readonly<Record<string, SceneName>> = {
  lines: "listening",
  strangers: "passing",
  group: "ring",
  "same-face": "again",
  professional: "chairs",
};

/** From what can be done tonight to what takes weeks to begin; each leads to a step that can be taken. */
export const NoOneYet = () => (
  <Page title={t("circle.noOneTitle")} lead={t("circle.noOneLead")} back={{ label: t("circle.back"), onBack: back }}>
    {firstWays.map((way) => (
      <Card key={way.id} title={way.title}>
        <Scene name={sceneOf[way.id] ?? "passing"}>
          <p>{way.text}</p>
        </Scene>
        <Row gap={1}>
          <Button small onPress={() => go("step", way.step)}>
            {t("circle.noOneStep")}
          </Button>
          {way.id === "lines" ? (
            <Button small kind="quiet" onPress={() => go("help")}>
              {t("circle.noOneLines")}
            </Button>
          ) : null}
        </Row>
      </Card>
    ))}
    <Soft>{t("circle.noOneAddLater")}</Soft>
    <LessonHere moment="no-one-yet" />
  </Page>
);
