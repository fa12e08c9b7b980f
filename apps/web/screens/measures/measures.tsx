/** Shows what is asked again and again: four counts a week, what is switched on, and what was answered. */
import {
  measuresChosen,
  people,
  sittings,
  weekOf,
  weeksCounted,
  type MeasuresChosen,
  type Person,
} from "@belay/domain";
import { instrumentOf, instruments, mostPeople } from "@belay/measures";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { noSteps } from "../circle/no-steps.ts";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { EraseOne } from "../mine/erase-one.tsx";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import css from "./measures.module.css";
import { scoresOf } from "./result.tsx";
import { aloneIds, holds, minutesOf } from "./said.ts";
import { scoreWords } from "../evidence/score-said.ts";
import { givenOf, sheetOf, standingOf } from "./sheets.ts";
import { weekList } from "./week-list.ts";

/** The four counts: nothing else is asked unless it was switched on. */
const Week = () => {
  const engine = useEngine();
  const week = weeksCounted(engine.state.value).find((one) => one.week === weekOf(engine.today()));
  const list = week === undefined ? "" : weekList(week);
  return (
    <Card title={t("measuring.weekTitle")} tone="accent">
      <p>
        {week === undefined
          ? t("measuring.weekTime")
          : list === ""
            ? t("measuring.weekOther")
            : t("measuring.weekSaid", { list })}
      </p>
      <Row>
        <Button kind={week === undefined ? "primary" : "plain"} onPress={() => go("measure", "week")}>
          {t(week === undefined ? "measuring.weekOpen" : "measuring.weekChange")}
        </Button>
      </Row>
    </Card>
  );
};

/** The sets that may be switched on, and under which name that is kept. */
const sets = [
  { id: "weekly", key: "weekly" },
  { id: "four-weekly", key: "fourWeekly" },
  { id: "baseline", key: "baseline" },
] as const;

/** How a set that is on stands, and the way into it. */
const SetOpen = ({ id }: Pick<(typeof sets)[number], "id">) => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const sheet = sheetOf(id, givenOf(state, today, holds));
  if (sheet === null) return null;
  const { done, of, last, next } = standingOf(state, sheet, today);
  const whole = done === of && last !== null;
  return (
    <Row spread gap={1}>
      {whole ? (
        <Soft>
          {next === null
            ? t("measuring.inFull", { day: daySaid(last, today) })
            : t("measuring.again", { day: daySaid(last, today), next: daySaid(next, today) })}
        </Soft>
      ) : null}
      <Button small onPress={() => go("measure", id)}>
        {whole ? t("measuring.doneTitle") : done === 0 ? t("measuring.open") : t("measuring.goOn", { done, n: of })}
      </Button>
    </Row>
  );
};

/** Closeness with a person: never with somebody who did harm or is not safe. */
const AboutPeople = () => {
  const engine = useEngine();
  const offered: readonly Person[] = people(engine.state.value).filter((person) => !noSteps(person));
  return (
    <Row gap={1}>
      {offered.slice(0, mostPeople * 4).map(({ id, nickname }) => (
        <Button key={id} small onPress={() => go("measure", `ecr-rs~${id}`)}>
          {t("measuring.aboutPerson", { name: nickname })}
        </Button>
      ))}
    </Row>
  );
};

/** Everything else is off until it is switched on, and says how long it takes. */
const More = () => {
  const engine = useEngine();
  const save = useSave();
  // What was pressed stands at once; a second press before the first is written adds to it.
  const [wanted, setWanted] = useState<MeasuresChosen | null>(null);
  const chosen = wanted ?? measuresChosen(engine.state.value);
  const choose = (change: Partial<MeasuresChosen>): void => {
    const next = { ...chosen, ...change };
    setWanted(next);
    void save.run({ kind: "measures/choose", ...next }).then(() => setWanted((now) => (now === next ? null : now)));
  };
  return (
    <Card title={t("measuring.moreTitle")}>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Stack gap={3}>
        {sets.map(({ id, key }) => (
          <Stack key={id} gap={1}>
            <Switch
              label={t(`measuring.${key}`)}
              hint={t(`measuring.${key}Hint`)}
              on={chosen[key]}
              onChange={(on) => choose({ [key]: on })}
            />
            {chosen[key] ? <SetOpen id={id} /> : null}
          </Stack>
        ))}
        <Switch
          label={t("measuring.mood")}
          hint={t("measuring.moodHint")}
          on={chosen.mood}
          onChange={(mood) => choose({ mood })}
        />
        {chosen.mood ? (
          <Switch
            label={t("measuring.nine")}
            hint={t("measuring.nineHint")}
            on={chosen.item9}
            onChange={(item9) => choose({ item9 })}
          />
        ) : null}
        {holds("ecr-rs") ? (
          <Stack gap={1}>
            <Switch
              label={t("measuring.people")}
              hint={t("measuring.peopleHint")}
              on={chosen.people}
              onChange={(on) => choose({ people: on })}
            />
            {chosen.people ? <AboutPeople /> : null}
          </Stack>
        ) : null}
      </Stack>
    </Card>
  );
};

/** Any one of them, whenever somebody likes. */
const One = () => {
  const { mood, item9 } = measuresChosen(useEngine().state.value);
  return (
    <Fold title={t("measuring.oneTitle")}>
      <Soft>{t("measuring.oneHint")}</Soft>
      <div>
        {aloneIds(mood && item9).map((id) => (
          <Press key={id} look="line" inside={css["one"]} onPress={() => go("measure", id)}>
            <strong>{t(`change.name.${id}`)}</strong>
            <span>{t("measuring.oneTime", { minutes: minutesOf(instruments[id]) })}</span>
          </Press>
        ))}
      </div>
    </Fold>
  );
};

/** How many are shown at first, and how many more at a time. */
const slice = 8;

/** Newest first; each can be deleted. What was brought along is deleted as the one list it came in, under Mine. */
const Said = () => {
  const engine = useEngine();
  const [shown, setShown] = useState(slice);
  const [gone, setGone] = useState(false);
  const all = sittings(engine.state.value).filter(({ set }) => set !== "imported");
  return (
    <Fold title={t("measuring.saidTitle")}>
      <Notice tone="good">{gone ? t("measuring.gone") : null}</Notice>
      {all.length === 0 ? <Soft>{t("measuring.saidNone")}</Soft> : null}
      <ul class={css["said"]}>
        {all
          .toReversed()
          .slice(0, shown)
          .map((sitting) => {
            const known = instrumentOf(sitting.instrument);
            const what = known === null ? sitting.instrument : t(`change.name.${known.id}`);
            const scale = known?.scales[0];
            const value = known === null || scale === undefined ? undefined : scoresOf(known.id, sitting)?.[scale.name];
            return (
              <li key={sitting.id}>
                <span>
                  <Soft>{daySaid(sitting.day, engine.today())}</Soft>
                  {what}
                  {scale === undefined || value === undefined ? "" : `: ${scoreWords(scale, value)}`}
                </span>
                <EraseOne what={what} facts={() => [sitting.entry]} onGone={() => setGone(true)} />
              </li>
            );
          })}
      </ul>
      {all.length > shown ? (
        <Row>
          <Button small kind="quiet" onPress={() => setShown(shown + slice)}>
            {t("measuring.saidMore")}
          </Button>
        </Row>
      ) : null}
    </Fold>
  );
};

/** Nothing on it is due, late or missing. */
export const Measures = () => (
  <Page title={t("measuring.title")} lead={t("measuring.lead")} back={{ label: t("shell.back"), onBack: back }}>
    <Week />
    <More />
    <One />
    <Said />
    <Row gap={1}>
      <Button kind="quiet" onPress={() => go("evidence")}>
        {t("measuring.course")}
      </Button>
      <Button kind="quiet" onPress={() => go("measures-in")}>
        {t("bring.title")}
      </Button>
      <Button kind="quiet" onPress={() => go("summary")}>
        {t("summary.open")}
      </Button>
      <Button kind="quiet" onPress={() => go("share")}>
        {t("share.title")}
      </Button>
    </Row>
  </Page>
);
