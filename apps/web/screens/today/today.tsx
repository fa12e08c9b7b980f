/** Shows today: how it is, what waits, one step within reach. Nothing on it is ever overdue. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { checkins, experiments, type State } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import type { ComponentType } from "preact";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { laterWords } from "../later-words.ts";
import { go } from "../navigation.ts";
import { cornerId } from "../try/corner-id.ts";
import { dayWords, t } from "../words.ts";
import { CheckinCard } from "./checkin-card.tsx";
import { Answers, UnderWay } from "./waiting.tsx";

/** The offer brings the catalogue with it, so it comes after the first paint. */
const Offer = ({ plain }: { readonly plain: boolean }) => {
  const [arrived, setArrived] = useState<ComponentType<{ readonly plain: boolean }> | null>(null);
  useEffect(() => {
    // A part that does not come (no network on the very first visit) leaves the rest of the page as it is.
    void Promise.all([import("./offer.tsx"), laterWords()]).then(
      ([file]) => setArrived(() => file.Offer),
      () => setArrived(null),
    );
  }, []);
  const Arrived = arrived;
  return Arrived === null ? null : <Arrived plain={plain} />;
};

/** Days for which a load stays in sight: it does not end at midnight. */
const inSight = 3;

/** What was written last, while it is in sight and no ask was made of it since. */
const carriedNow = (state: State, today: LocalDay): string | null => {
  const asked = experiments(state).find(({ plan }) => plan.step === cornerId);
  const newest = checkins(state).find(({ carrying }) => carrying !== null);
  if (newest === undefined || dayNumber(today) - dayNumber(newest.day) >= inSight) return null;
  return asked !== undefined && asked.plan.at[0] > newest.at ? null : newest.carrying;
};

const Carry = ({ carrying, first }: { readonly carrying: string; readonly first: boolean }) => (
  <Card eyebrow={t("today.carryEyebrow")} title={`“${carrying.length > 140 ? `${carrying.slice(0, 139)}…` : carrying}”`} tone={first ? "accent" : "plain"}>
    <p>{t("today.carryText")}</p>
    {first ? <Soft>{t("today.firstLearn")}</Soft> : null}
    <Row>
      <Button kind={first ? "primary" : "plain"} onPress={() => go("try", cornerId)}>
        {t("today.carryAsk")}
      </Button>
    </Row>
  </Card>
);

/** The first screen. */
export const Today = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const checkedIn = checkins(state).some((checkin) => checkin.day === today);
  const first = experiments(state).length === 0;
  const carrying = carriedNow(state, today);
  return (
    <Page eyebrow={dayWords(today, "long")} title={t(checkedIn ? "today.title" : "today.titleEnergy")}>
      <Answers />
      <CheckinCard />
      {carrying === null ? null : <Carry carrying={carrying} first={first} />}
      <Offer plain={first && carrying !== null} />
      <UnderWay />
      {first ? null : (
        <Card tone="sunk">
          <Row spread gap={1}>
            <Soft>{t("today.aloneText")}</Soft>
            <Button small kind="quiet" onPress={() => go("alone")}>
              {t("today.alone")}
            </Button>
          </Row>
        </Card>
      )}
    </Page>
  );
};
