/**
 * Takes the gauge of resentment and shows how it went.
 *
 * It points at asks that were not made and is no fault; the sentence gives two numbers and no trend.
 */
import { dayNumber, type LocalDay } from "@belay/basics";
import { loads, resentment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { CourseChart } from "../../parts/charts/course-chart.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { Field } from "../../parts/field.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { cornerId } from "../try/corner-id.ts";
import { t, type MessageId } from "../words.ts";
import { levelWords, points } from "./gauge.ts";

/** Nothing set, nothing written. */
type GaugeForm = { readonly level: number | null; readonly about: string };
const emptyGauge: GaugeForm = { level: null, about: "" };

/** The notes as a drawing, a sentence and a table; nothing before the first. */
const Course = () => {
  const engine = useEngine();
  const today = engine.today();
  const say = (day: LocalDay): string => daySaid(day, today);
  const notes = resentment(engine.state.value).toReversed();
  const first = notes[0];
  const last = notes.at(-1);
  if (first === undefined || last === undefined) return null;
  const once = notes.length === 1;
  return (
    <Figure
      sentence={
        once
          ? t("load.gaugeOnce", { day: say(first.day), level: first.level })
          : t("load.gaugeMoved", { first: say(first.day), from: first.level, last: say(last.day), to: last.level })
      }
      note={once ? undefined : <p>{t("load.gaugeNote")}</p>}
      numbers={{
        caption: t("load.gaugeTable"),
        columns: [t("load.colDay"), t("load.colLevel"), t("load.colAbout")],
        rows: notes.map(({ day, level, about }, index) => ({
          id: `${day}/${index}`,
          cells: [say(day), String(level), about],
        })),
      }}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      {/* One dot is no course; the sentence says it. */}
      {once ? null : (
        <CourseChart
          dots={notes.map(({ day, level }) => ({ at: dayNumber(day), value: level }))}
          max={100}
          marks={ticks(0, 100, 2)}
          from={say(first.day)}
          to={say(last.day)}
        />
      )}
    </Figure>
  );
};

/** Where a high gauge points: at the load that nothing was decided about for longest, else at writing one down. */
const Pointer = () => {
  const engine = useEngine();
  const state = engine.state.value;
  if (!points(resentment(state), engine.today())) return null;
  const carried = loads(state).filter(({ putDownOn }) => putDownOn === null);
  const look = carried.find(({ decision }) => decision === null) ?? carried[0];
  return (
    <Notice>
      <p>{t("load.gaugePoints")}</p>
      {look === undefined ? <p>{t("load.gaugeAdd")}</p> : null}
      <Row gap={1}>
        {look === undefined ? null : (
          <Button small onPress={() => go("load", look.id)}>
            {t("load.gaugeLook", { title: look.title })}
          </Button>
        )}
        <Button small kind="quiet" onPress={() => go("try", cornerId)}>
          {t("load.gaugeAsk")}
        </Button>
      </Row>
    </Notice>
  );
};

/** The line starts empty every time, so that an old answer does not pull the new one. */
export const Resentment = () => {
  const save = useSave();
  const draft = useDraft<GaugeForm>("load-gauge", emptyGauge);
  const [said, setSaid] = useState<MessageId | null>(null);
  const { level, about } = draft.form;
  const change = (part: Partial<GaugeForm>): void => {
    setSaid(null);
    draft.change(part);
  };
  const note = async (): Promise<void> => {
    setSaid(level === null ? "load.gaugeMissing" : null);
    if (level === null) return;
    // Half of a character, as a cut emoji leaves it, could not be sealed.
    const sealable = about.replace(/\p{Surrogate}/gu, "").trim();
    if ((await save.run({ kind: "load/note-resentment", level, about: sealable })) === null) return;
    draft.change(emptyGauge);
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <Card title={t("load.gaugeTitle")}>
      <p>{t("load.gaugeLead")}</p>
      {draft.ready ? (
        <>
          <Range
            label={t("load.gauge")}
            hint={t("load.gaugeHint")}
            value={level}
            onChange={(value) => change({ level: value })}
            valueText={(n) => t(levelWords(n))}
            emptyText={t("shell.unset")}
            low={t("load.gaugeLow")}
            high={t("load.gaugeHigh")}
            clearText={t("shell.clear")}
          />
          {/* One question at a time; words that were begun stay in sight. */}
          {level === null && about === "" ? null : (
            <Field
              label={t("load.gaugeAbout")}
              hint={t("load.gaugeAboutHint")}
              rows={2}
              max={1000}
              value={about}
              left={(n) => t("shell.left", { n })}
              onInput={(text) => change({ about: text })}
            />
          )}
        </>
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void note()}>
          {t("load.gaugeSave")}
        </Button>
      </Row>
      <Pointer />
      <Course />
    </Card>
  );
};
