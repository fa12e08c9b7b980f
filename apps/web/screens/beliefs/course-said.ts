/** Turns what was said of a belief over time into the sentence, the table and the marks of its drawing. */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { Belief, Experiment } from "@belay/domain";
import type { Numbers } from "../../parts/charts/table.tsx";
import type { EventMark, Happened } from "../../parts/charts/twin-chart.tsx";
import { daySaid } from "../day-said.ts";
import { t } from "../words.ts";

/** Numbers of one course, oldest first. */
type Ratings = Belief["ratings"];

/** A moment with the day on which it happened and the title of its try. */
interface DatedMoment {
  readonly id: string;
  readonly day: LocalDay;
  readonly title: string;
  readonly verdict: Belief["moments"][number]["verdict"];
}

/** Every verdict has the shape it has everywhere else. */
const markOf: Readonly<Record<DatedMoment["verdict"], EventMark>> = {
  against: "full",
  for: "diamond",
  "does-not-count": "ring",
};

/** Moments on the day they happened; where that is not known any more, on the day they were weighed. Oldest first. */
export const datedMoments = (belief: Belief, all: readonly Experiment[]): readonly DatedMoment[] =>
  belief.moments
    .map(({ experiment, verdict, day }) => {
      const found = all.find(({ id }) => id === experiment);
      return { id: experiment, day: found?.outcome?.day ?? day, title: found?.plan.title ?? experiment, verdict };
    })
    .toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day));

/** The moments as marks. */
export const marksOf = (moments: readonly DatedMoment[]): readonly Happened[] =>
  moments.map(({ id, day, verdict }) => ({ id, at: dayNumber(day), mark: markOf[verdict] }));

/** First and last number with their days and no trend: two numbers on two days are no line. Null before the first. */
const said = (
  ratings: Ratings,
  once: "beliefs.courseOnce" | "beliefs.courseOther",
  moved: "beliefs.courseMoved" | "beliefs.courseOtherMoved",
  today: LocalDay,
): string | null => {
  const first = ratings[0];
  const last = ratings.at(-1);
  if (first === undefined || last === undefined) return null;
  if (ratings.length === 1) return t(once, { strength: first.strength, day: daySaid(first.day, today) });
  return t(moved, {
    from: first.strength,
    first: daySaid(first.day, today),
    to: last.strength,
    last: daySaid(last.day, today),
  });
};

/** How both went, in words; null where neither was ever rated. */
export const courseSentence = (belief: Belief, today: LocalDay): string | null => {
  const own = said(belief.ratings, "beliefs.courseOnce", "beliefs.courseMoved", today);
  const other = said(belief.alternativeRatings, "beliefs.courseOther", "beliefs.courseOtherMoved", today);
  return own !== null && other !== null ? t("beliefs.courseBoth", { belief: own, other }) : (own ?? other);
};

/** Everything that is drawn, as rows by day. What fell on one day stands in the order: belief, other way, moments. */
export const courseTable = (belief: Belief, moments: readonly DatedMoment[], today: LocalDay): Numbers => {
  const rated = (ratings: Ratings, what: string) =>
    ratings.map(({ day, strength }) => ({ day, what, value: String(strength) }));
  const rows = [
    ...rated(belief.ratings, t("beliefs.rowBelief")),
    ...rated(belief.alternativeRatings, t("beliefs.rowOther")),
    ...moments.map(({ day, title, verdict }) => ({
      day,
      what: t("beliefs.rowMoment", { title }),
      value: t(`beliefs.verdict.${verdict}`),
    })),
    // A stable sort keeps this order within a day.
  ].toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day));
  return {
    caption: t("beliefs.courseTable"),
    columns: [t("beliefs.colDay"), t("beliefs.colWhat"), t("beliefs.colValue")],
    rows: rows.map(({ day, what, value }, index) => ({ id: String(index), cells: [daySaid(day, today), what, value] })),
  };
};
