/** Leads from the evidence to the beliefs it speaks to. */
import { beliefCatalogue } from "@belay/content";
import { beliefs, emptyState, type Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Soft } from "../../parts/layout.tsx";
import { beliefWords, lookedAt, strengthCourse } from "../beliefs/belief-words.ts";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { beliefsSaid } from "./courses.ts";
import { DrawnFigure } from "./said-figure.tsx";
import { countMoments } from "./figures.ts";

/** Each with where it stands; the words are on its own page. `all` are the experiments, which are known here already. */
export const BeliefsCard = ({ all }: { readonly all: readonly Experiment[] }) => {
  const engine = useEngine();
  const state = engine.state.value;
  const named = new Map<string, string[]>();
  for (const { id, prediction } of all)
    for (const belief of new Set(prediction?.beliefs)) named.set(belief, [...(named.get(belief) ?? []), id]);
  const touched = lookedAt(
    // Without experiments the view is quick; which of them name a belief is filled in from the list at hand.
    beliefs(
      { ...state, steps: emptyState.steps, asks: emptyState.asks },
      beliefCatalogue.map(({ id }) => id),
    ).map((belief) => ({ ...belief, experiments: named.get(belief.id) ?? [] })),
  );
  const course = beliefsSaid(state, engine.today());
  return (
    <Card title={t("evidence.beliefsTitle")}>
      {touched.length === 0 ? <Soft>{t("evidence.beliefsNone")}</Soft> : null}
      <Entries label={t("evidence.beliefsTitle")}>
        {touched.map((belief) => (
          <Entry
            key={belief.id}
            title={beliefWords(belief)}
            detail={belief.moments.length === 0 ? undefined : t("beliefs.counts", countMoments(belief.moments))}
            aside={strengthCourse(belief)}
            onPress={() => go("belief", belief.id)}
          />
        ))}
      </Entries>
      {course === null ? null : <DrawnFigure said={course.said} figure={course.figure} />}
      <div>
        <Button small kind="quiet" onPress={() => go("belief")}>
          {t("evidence.beliefsAll")}
        </Button>
      </div>
    </Card>
  );
};
