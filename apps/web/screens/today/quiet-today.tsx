/** Draws Today for somebody who wants less of it: quieter, or resting with nothing but answers and the door. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { Notice } from "../../parts/notice.tsx";
import { dayWords, t } from "../words.ts";
import { AlarmLine } from "./alarm-line.tsx";
import { CheckinCard } from "./checkin-card.tsx";
import { HardDay } from "./hard-day.tsx";
import { Answers, UnderWay } from "./waiting.tsx";

/** What came back leads; the check-in is folded; what is under way stands below. Nothing is offered. */
const Quieter = ({ whole }: { readonly whole: boolean }) => (
  <>
    {whole ? <HardDay at="top" /> : null}
    <Fold title={t("leaving.todayCheckin")}>
      <CheckinCard />
    </Fold>
    {whole ? <UnderWay /> : null}
    <Row gap={1}>
      <Button small kind="quiet" onPress={() => go("steps")}>
        {t("leaving.todaySteps")}
      </Button>
      <Button small kind="quiet" onPress={() => go("leaving")}>
        {t("leaving.todayChange")}
      </Button>
    </Row>
  </>
);

/** The door back opens with one press, and asks nothing about the time in between. */
const Resting = () => {
  const save = useSave();
  return (
    <Card>
      <p>{t("leaving.todayRestText")}</p>
      <Row gap={1}>
        <Button busy={save.busy} onPress={() => void save.run({ kind: "settings/choose-pace", pace: "as-now" })}>
          {t("leaving.todayDoor")}
        </Button>
        <Button small kind="quiet" onPress={() => go("leaving")}>
          {t("leaving.todayChange")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};

/** `pace` as it was chosen on the page for leaving. */
export const QuietToday = ({ pace }: { readonly pace: "quieter" | "resting" }) => {
  const engine = useEngine();
  const today = engine.today();
  // What needs the whole record comes once it is in.
  const whole = engine.phase.value.kind !== "glance";
  return (
    <Page
      key={pace}
      eyebrow={dayWords(today, "long")}
      title={t(pace === "resting" ? "leaving.todayRest" : "leaving.todayQuiet")}
    >
      {whole ? <Answers /> : null}
      {whole ? <AlarmLine /> : null}
      {pace === "resting" ? <Resting /> : <Quieter whole={whole} />}
    </Page>
  );
};
