/** Says quiet things at the end of Today: the last talk, four counts of the week, and that the app could say less. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import { quietness, type LastTalk } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { go } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { WeekLine } from "./week-line.tsx";
import { cameOfIt, lastTalkDue } from "./last-talk.ts";

/** A weekday says more than a date, within the last week. */
const talkDay = (day: LocalDay, today: LocalDay): string =>
  dayNumber(today) - dayNumber(day) < 7 ? dayWords(day, "weekday") : daySaid(day, today);

/** One line, and the way to it. */
const Talk = ({ talk }: { readonly talk: LastTalk }) => {
  const engine = useEngine();
  return (
    <Row spread gap={1}>
      <Soft>
        {t("leaving.lastTalk", {
          day: talkDay(talk.day, engine.today()),
          title: talk.title,
          name: nameOf(engine.state.value, talk.person),
          came: cameOfIt(talk),
        })}
      </Soft>
      <Button small kind="quiet" onPress={() => go("ask", talk.experiment)}>
        {t("leaving.lastTalkOpen")}
      </Button>
    </Row>
  );
};

/** Waved away, the suggestion stays away for as many days as it looks back on. */
const quietDays = 28;

/** A suggestion, made on what the record bears, and never praise. */
const SayLess = () => {
  const engine = useEngine();
  const today = engine.today();
  const { form, ready, change } = useDraft("leaving/suggested", { until: "" });
  if (!ready || today < form.until || !quietness(engine.state.value, today).suggest) return null;
  return (
    <Card tone="sunk">
      <Soft>{t("leaving.suggest")}</Soft>
      <Row gap={1}>
        <Button small onPress={() => go("leaving")}>
          {t("leaving.suggestOpen")}
        </Button>
        <Button small kind="quiet" onPress={() => change({ until: addDays(today, quietDays) })}>
          {t("leaving.suggestNot")}
        </Button>
      </Row>
    </Card>
  );
};

/** All are rare; on most days there is nothing here. */
export const ByTheWay = () => {
  const engine = useEngine();
  const talk = lastTalkDue(engine.state.value, engine.today());
  return (
    <>
      {talk === null ? null : (
        <Card tone="sunk">
          <Talk talk={talk} />
        </Card>
      )}
      <WeekLine />
      <SayLess />
    </>
  );
};
