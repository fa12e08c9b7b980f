/**
 * Weighs tries against a belief and shows what they spoke for.
 *
 * Tries that named the belief beforehand come first: they were made to test it. The others may speak to it as well.
 */
import type { LocalDay } from "@belay/basics";
import { experiments, type Belief, type Experiment } from "@belay/domain";
import { enough } from "@belay/guidance";
import { useState } from "preact/hooks";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { TallyChart } from "../../parts/charts/tally-chart.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { countMoments } from "../evidence/figures.ts";
import { nameOf } from "../names.ts";
import { t } from "../words.ts";
import { toWeigh } from "./to-weigh.ts";
import { Weigh } from "./weigh.tsx";

/** So many wait in sight; the rest in a fold. */
const shown = 3;

/** "Ask for a lift, 3 November". */
const titleOf = (experiment: Experiment | undefined, fallback: string, today: LocalDay): string =>
  experiment === undefined ? fallback : `${experiment.plan.title}, ${daySaid(experiment.plan.day, today)}`;

/** Counts and table of everything weighed, with the reasons. */
const Weighed = ({ belief, all }: { readonly belief: Belief; readonly all: readonly Experiment[] }) => {
  const today = useEngine().today();
  const counts = countMoments(belief.moments);
  const n = belief.moments.length;
  const byId = new Map(all.map((experiment) => [experiment.id, experiment]));
  return (
    <Figure
      sentence={t(n < enough ? "beliefs.momentsFew" : "beliefs.momentsSentence", counts)}
      // A question and no reproach: a friend’s moment is judged more kindly, and that is easy to notice.
      note={counts.neither > counts.for + counts.against ? <p>{t("beliefs.manyNeither")}</p> : undefined}
      numbers={{
        caption: t("beliefs.momentsTable"),
        columns: [t("beliefs.colTry"), t("beliefs.colVerdict"), t("beliefs.colBecause")],
        rows: belief.moments.toReversed().map(({ experiment, verdict, because }) => ({
          id: experiment,
          cells: [
            titleOf(byId.get(experiment), experiment, today),
            t(`beliefs.verdict.${verdict}`),
            because === "" ? t("evidence.none") : because,
          ],
        })),
      }}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      <TallyChart
        rows={[
          { label: t("beliefs.against"), count: counts.against, mark: "full" },
          { label: t("beliefs.for"), count: counts.for, mark: "diamond" },
          { label: t("beliefs.doesNotCount"), count: counts.neither, mark: "ring" },
        ]}
      />
    </Figure>
  );
};

/** Nothing can be weighed before it is fixed what would count. */
export const Moments = ({ belief }: { readonly belief: Belief }) => {
  const engine = useEngine();
  const today = engine.today();
  const state = engine.state.value;
  const all = experiments(state);
  // The try that is being weighed, by its id; the record may lose it while the page is open.
  const [chosen, setChosen] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const waiting = toWeigh(belief, all);
  // Weighing happens in this card, so that the counts it changes stay in sight.
  const weighing = all.find(({ id }) => id === chosen);
  const choose = (id: string): void => {
    setSaved(false);
    setChosen(id);
  };
  const entry = ({ experiment, named }: (typeof waiting)[number]) => (
    <Entry
      key={experiment.id}
      title={titleOf(experiment, experiment.id, today)}
      detail={[experiment.person === null ? "" : nameOf(state, experiment.person), named ? t("beliefs.named") : ""]
        .filter((part) => part !== "")
        .join(" · ")}
      onPress={() => choose(experiment.id)}
    />
  );
  // The form goes, the focus would be lost: the notice that follows is read out.
  const done = (): void => {
    setChosen(null);
    setSaved(true);
  };
  return (
    <Card title={t("beliefs.momentsTitle")}>
      {belief.moments.length > 0 ? <Weighed belief={belief} all={all} /> : null}
      {belief.moments.length === 0 && belief.test !== null ? <Soft>{t("beliefs.momentsNone")}</Soft> : null}
      <Notice tone="good">{saved ? t("shell.saved") : null}</Notice>
      {weighing !== undefined && belief.test !== null ? (
        <Weigh
          key={weighing.id}
          belief={belief}
          test={belief.test}
          experiment={weighing}
          onDone={done}
          onClose={() => setChosen(null)}
        />
      ) : null}
      {/* Weighing without fixed words would let every moment count for what was believed before. */}
      {belief.test === null ? <Soft>{t("beliefs.momentsFirst")}</Soft> : null}
      {belief.test === null || weighing !== undefined ? null : (
        <Stack gap={1}>
          {waiting.length === 0 ? <Soft>{t("beliefs.momentsEmpty")}</Soft> : <h3>{t("beliefs.toWeigh")}</h3>}
          <Entries label={t("beliefs.toWeigh")}>{waiting.slice(0, shown).map(entry)}</Entries>
          {waiting.length <= shown ? null : (
            <Fold title={t("beliefs.momentsMore", { n: waiting.length - shown })}>
              <Entries label={t("beliefs.toWeigh")}>{waiting.slice(shown).map(entry)}</Entries>
            </Fold>
          )}
          {/* A verdict may change with time; the older one stays in the record, the newest counts. */}
          {belief.moments.length === 0 ? null : (
            <Fold title={t("beliefs.weighAgain")}>
              <Entries label={t("beliefs.weighAgain")}>
                {belief.moments.toReversed().map(({ experiment, verdict }) => (
                  <Entry
                    key={experiment}
                    title={titleOf(
                      all.find(({ id }) => id === experiment),
                      experiment,
                      today,
                    )}
                    aside={t(`beliefs.verdict.${verdict}`)}
                    onPress={() => choose(experiment)}
                  />
                ))}
              </Entries>
            </Fold>
          )}
        </Stack>
      )}
    </Card>
  );
};
