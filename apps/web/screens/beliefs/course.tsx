/**
 * Draws how true a belief felt, and the other way to see it, over the same days, with the moments below.
 *
 * No line is fitted and no cause is drawn: that a number moved after a moment does not mean that it moved because of it.
 */
import { dayNumber, type LocalDay } from "@belay/basics";
import { experiments, type Belief } from "@belay/domain";
import { Figure } from "../../parts/charts/figure.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { TwinChart } from "../../parts/charts/twin-chart.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { courseSentence, courseTable, datedMoments, marksOf } from "./course-said.ts";

/** The ratings of one course as dots. */
const dotsOf = (ratings: Belief["ratings"]) =>
  ratings.map(({ day, strength }) => ({ at: dayNumber(day), value: strength }));

/** Nothing before the first number; a single one is said and not drawn, for one dot is no course. */
export const Course = ({ belief }: { readonly belief: Belief }) => {
  const engine = useEngine();
  const today = engine.today();
  const sentence = courseSentence(belief, today);
  if (sentence === null) return null;
  // The days span the moments as well, since one may lie before the first number.
  const moments = datedMoments(belief, experiments(engine.state.value));
  const numbers = [...belief.ratings, ...belief.alternativeRatings];
  const days: readonly LocalDay[] = [...numbers, ...moments]
    .map(({ day }) => day)
    .toSorted((a, b) => dayNumber(a) - dayNumber(b));
  const say = (day: LocalDay | undefined): string => (day === undefined ? "" : daySaid(day, today));
  return (
    <Figure
      sentence={sentence}
      note={numbers.length === 1 ? undefined : <p>{t("beliefs.courseNote")}</p>}
      numbers={courseTable(belief, moments, today)}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      {/* Day by day and verdict by verdict it stands in the table; the drawing is for the eye alone. */}
      {numbers.length === 1 ? null : (
        <TwinChart
          first={dotsOf(belief.ratings)}
          second={dotsOf(belief.alternativeRatings)}
          happened={marksOf(moments)}
          max={100}
          marks={ticks(0, 100, 2)}
          from={say(days[0])}
          to={say(days.at(-1))}
          firstText={t("beliefs.keyBelief")}
          secondText={t("beliefs.keyOther")}
          markText={{
            full: t("beliefs.keyAgainst"),
            diamond: t("beliefs.keyFor"),
            ring: t("beliefs.keyAside"),
          }}
        />
      )}
    </Figure>
  );
};
