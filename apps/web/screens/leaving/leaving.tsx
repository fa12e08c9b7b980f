/**
 * Shows a look back, and lets the app step back.
 *
 * Leaving is what the programme is for, so it is made easy and said without fuss: no praise, no plea to stay, no number
 * that could be lost.
 */
import { settings } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { LookBackPart } from "./look-back-part.tsx";
import { PaceCard } from "./pace-card.tsx";

/** Quiet before gone: on a watched device something that vanishes at once is noticed sooner than something unused. */
const Yours = () => {
  const save = useSave();
  const { pace } = settings(useEngine().state.value);
  return (
    <Card tone="sunk" title={t("leaving.yoursTitle")}>
      <p>{t("leaving.yoursText")}</p>
      <Soft>{t("leaving.watched")}</Soft>
      <Row gap={1}>
        {pace === "resting" ? null : (
          <Button busy={save.busy} onPress={() => void save.run({ kind: "settings/choose-pace", pace: "resting" })}>
            {t("leaving.restFirst")}
          </Button>
        )}
        <Button kind="quiet" onPress={() => go("mine")}>
          {t("leaving.toMine")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};

/** The screen. */
export const Leaving = () => (
  <Page title={t("leaving.title")} lead={t("leaving.lead")} back={{ label: t("shell.back"), onBack: back }}>
    <LookBackPart />
    <PaceCard />
    <Yours />
    <LessonHere moment="look-back" />
  </Page>
);
