/** Shows ways of calming down that have a person in them, each with the step that begins it. */
import { togetherCatalogue } from "@belay/content";
import { settings } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Scene, type SceneName } from "../../parts/scene.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, go } from "../navigation.ts";
import { t } from "../words.ts";

/** Which drawing stands with which card. */
const sceneOf: Readonly<Record<string, SceneName>> = {
  "together-voice": "voice",
  "together-walk": "walk",
  "together-soothe": "held",
  "together-talk": "untangled",
  "together-sit": "bench",
  "together-hug": "hug",
};

/** Touch is left out until it was asked for; the sentence below says so, and where to ask. */
export const Together = () => {
  const { touch } = settings(useEngine().state.value);
  return (
    <Page title={t("together.title")} lead={t("together.lead")} back={{ label: t("shell.back"), onBack: back }}>
      {togetherCatalogue
        .filter((card) => touch || !card.touch)
        .map((card) => (
          <Card key={card.id} title={card.title}>
            <Scene name={sceneOf[card.id] ?? "bench"}>
              <p>{card.text}</p>
            </Scene>
            <Row>
              <Button small label={t("together.beginWith", { title: card.title })} onPress={() => go("try", card.step)}>
                {t("together.begin")}
              </Button>
            </Row>
          </Card>
        ))}
      <Card tone="sunk">
        <Soft>{t(touch ? "together.touchOn" : "together.touchOff")}</Soft>
        <Row gap={1}>
          {touch ? null : (
            <Button small kind="quiet" onPress={() => go("mine")}>
              {t("together.mine")}
            </Button>
          )}
          <Button small kind="quiet" onPress={() => go("circle", "~no-one")}>
            {t("together.noOne")}
          </Button>
        </Row>
      </Card>
    </Page>
  );
};
