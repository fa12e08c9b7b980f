/**
 * Asks how true a belief feels today, and shows how that went.
 *
 * The sentence gives the first and the last number and no trend: two numbers from one person on two days are no line.
 */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { CourseChart } from "../../parts/charts/course-chart.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";

/** The ratings as a drawing, a sentence and a table; nothing before the first. */
const Course = ({ ratings }: { readonly ratings: Belief["ratings"] }) => {
  const today = useEngine().today();
  const say = (day: LocalDay): string => daySaid(day, today);
  const first = ratings[0];
  const last = ratings.at(-1);
  if (first === undefined || last === undefined) return null;
  const sentence =
    ratings.length === 1
      ? t("beliefs.courseOnce", { strength: first.strength, day: say(first.day) })
      : t("beliefs.courseMoved", {
          from: first.strength,
          first: say(first.day),
          to: last.strength,
          last: say(last.day),
        });
  return (
    <Figure
      sentence={sentence}
      note={ratings.length === 1 ? undefined : <p>{t("beliefs.courseNote")}</p>}
      numbers={{
        caption: t("beliefs.courseTable"),
        columns: [t("beliefs.colDay"), t("beliefs.colStrength")],
        rows: ratings.map(({ day, strength }, index) => ({
          id: `${day}/${index}`,
          cells: [say(day), String(strength)],
        })),
      }}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      {/* One dot is no course; the sentence says it. */}
      {ratings.length === 1 ? null : (
        <CourseChart
          dots={ratings.map(({ day, strength }) => ({ at: dayNumber(day), value: strength }))}
          max={100}
          marks={ticks(0, 100, 2)}
          from={say(first.day)}
          to={say(last.day)}
        />
      )}
    </Figure>
  );
};

/** The line starts empty every time, so that an old answer does not pull the new one. */
export const Strength = ({ belief }: { readonly belief: Belief }) => {
  const save = useSave();
  const draft = useDraft<{ readonly strength: number | null }>(`strength/${belief.id}`, { strength: null });
  const [said, setSaid] = useState<MessageId | null>(null);
  const { strength } = draft.form;
  const rate = async (): Promise<void> => {
    setSaid(strength === null ? "beliefs.rateMissing" : null);
    if (strength === null) return;
    const ids = await save.run({ kind: "beliefs/rate", belief: belief.id, strength });
    if (ids === null) return;
    // Empty again, so that the next answer is not a correction of this one.
    draft.change({ strength: null });
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <Card title={t("beliefs.rateTitle")}>
      {draft.ready ? (
        <Range
          label={t("beliefs.rateLabel")}
          hint={t("beliefs.rateHint")}
          value={strength}
          onChange={(value) => {
            setSaid(null);
            draft.change({ strength: value });
          }}
          valueText={(n) => t("beliefs.rateWords", { n })}
          emptyText={t("shell.unset")}
          low={t("beliefs.rateLow")}
          high={t("beliefs.rateHigh")}
          clearText={t("shell.clear")}
        />
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <div>
        <Button busy={save.busy} onPress={() => void rate()}>
          {t("beliefs.rateSave")}
        </Button>
      </div>
      <Course ratings={belief.ratings} />
    </Card>
  );
};
