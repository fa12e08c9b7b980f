/**
 * Says what this room is before it can be opened: better with a therapist, heavy, not for every time, needed for nothing.
 *
 * Writing about such things helps a little on average, and often feels worse at first (Frattaroli 2006, Psychol Bull
 * 132:823-865); so nothing here advertises the room, and leaving it shut is a button of the same weight.
 */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { Notes } from "./notes.tsx";

/**
 * The notes come whole, in four cards, and the way to a therapist before the way in. Opening the room is recorded, so that
 * it stays open on every device; reading this page is not.
 */
export const Door = () => {
  const save = useSave();
  return (
    <>
      <Card title={t("origins.doorNeed")}>
        <Notes only={["origins-needed-for-nothing", "origins-protected", "origins-therapist"]} />
        <div>
          <Button onPress={() => go("care")}>{t("origins.careFirst")}</Button>
        </div>
      </Card>
      <Card title={t("origins.doorNotNow")}>
        <Notes only={["origins-heavy", "origins-not-now"]} />
        <div>
          <Button onPress={() => go("help")}>{t("origins.helpNow")}</Button>
        </div>
      </Card>
      <Card title={t("origins.doorWhat")}>
        <Notes only={["origins-aim", "origins-no-story", "origins-stop"]} />
      </Card>
      <Card title={t("origins.doorKept")}>
        <Notes only={["origins-after", "origins-help", "origins-kept"]} />
      </Card>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void save.run({ kind: "origins/switch", on: true })}>
          {t("origins.switchOn")}
        </Button>
        <Button onPress={back}>{t("origins.leaveOut")}</Button>
      </Row>
      <LessonHere moment="origins" />
    </>
  );
};
