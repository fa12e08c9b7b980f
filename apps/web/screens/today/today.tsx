/** Shows today: how it is, what waits, one step within reach. Nothing on it is ever overdue. */
import { checkins, experiments, settings } from "@belay/domain";
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
import { carriedNow } from "./carried.ts";
import { AlarmLine } from "./alarm-line.tsx";
import { CheckinCard } from "./checkin-card.tsx";
import { isDone } from "./checkin-form.ts";
import { HardDay } from "./hard-day.tsx";
import { isLowDay } from "./low-energy.ts";
import { QuietToday } from "./quiet-today.tsx";
import { Answers, UnderWay } from "./waiting.tsx";

/** A part that comes after the first paint, with its words; null until it is here. */
const useArriving = <Props,>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> | null => {
  const [arrived, setArrived] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    // A part that does not come (no network on the very first visit) leaves the rest of the page as it is.
    void Promise.all([fetch(), laterWords()]).then(
      ([part]) => setArrived(() => part),
      () => setArrived(null),
    );
  }, []);
  return arrived;
};

/** The offer brings the catalogue with it. */
const Offer = ({ plain }: { readonly plain: boolean }) => {
  const Arrived = useArriving(() => import("./offer.tsx").then((file) => file.Offer));
  return Arrived === null ? null : <Arrived plain={plain} />;
};

/** Quiet lines that most days have none of. */
const ByTheWay = () => {
  const Arrived = useArriving(() => import("./by-the-way.tsx").then((file) => file.ByTheWay));
  return Arrived === null ? null : <Arrived />;
};

/** The load in the person's own words; before the first try it leads the page. */
const Carry = ({ carrying, first }: { readonly carrying: string; readonly first: boolean }) => (
  <Card
    eyebrow={t("today.carryEyebrow")}
    title={`“${carrying.length > 140 ? `${carrying.slice(0, 139)}…` : carrying}”`}
    tone={first ? "accent" : "plain"}
  >
    <p>{t("today.carryText")}</p>
    {first ? <Soft>{t("today.firstLearn")}</Soft> : null}
    <Row>
      <Button kind={first ? "primary" : "plain"} onPress={() => go("try", cornerId)}>
        {t("today.carryAsk")}
      </Button>
      {/* The first real thing can be an acceptance just as well. */}
      {first ? <Button onPress={() => go("undo")}>{t("today.carryAccept")}</Button> : null}
      <Button small kind="quiet" onPress={() => go("load")}>
        {t("load.today")}
      </Button>
    </Row>
  </Card>
);

/**
 * The first screen, unless it was asked to say less. Its order is its meaning: what came back, how the day is, one thing that could be done, what is
 * under way. Whatever is not there is left out rather than shown empty.
 */
const Full = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  // What needs the whole record comes once it is in; what is noted before waits for it to be decided.
  const whole = engine.phase.value.kind !== "glance";
  const checkedIn = checkins(state).some((checkin) => checkin.day === today && isDone(checkin));
  // Until something was tried there is one thing to do here, and it comes first.
  const first = experiments(state).length === 0;
  const carrying = carriedNow(checkins(state), experiments(state), today);
  // On a low day no ask leads the page; the load stays below, for whoever wants it.
  const lead = whole && first && !isLowDay(checkins(state), today);
  return (
    <Page
      eyebrow={dayWords(today, "long")}
      title={t(checkedIn || (first && carrying !== null) ? "today.title" : "today.titleEnergy")}
    >
      {/* News before questions. */}
      {whole ? <Answers /> : null}
      {whole ? <AlarmLine /> : null}
      {lead && carrying !== null ? <Carry first carrying={carrying} /> : null}
      <CheckinCard />
      {whole ? <HardDay at="top" /> : null}
      {!whole || lead || carrying === null ? null : <Carry first={false} carrying={carrying} />}
      {whole ? <Offer plain={lead && carrying !== null} /> : null}
      {whole ? <UnderWay /> : null}
      {first || !whole ? null : (
        <Card tone="sunk">
          <Row spread gap={1}>
            <Soft>{t("today.aloneText")}</Soft>
            <Button small kind="quiet" onPress={() => go("alone")}>
              {t("today.alone")}
            </Button>
          </Row>
        </Card>
      )}
      {whole ? <HardDay at="end" /> : null}
      {whole ? <ByTheWay /> : null}
    </Page>
  );
};

/** Today as it was chosen to be: saying as much as ever, less, or next to nothing. */
export const Today = () => {
  const { pace } = settings(useEngine().state.value);
  return pace === "as-now" ? <Full /> : <QuietToday pace={pace} />;
};
