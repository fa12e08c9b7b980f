/** Says how beliefs and shifts went over time, and no more than two numbers or five levels bear. */
import type { LocalDay } from "@belay/basics";
import { beliefCatalogue, shiftCatalogue } from "@belay/content";
import { beliefs, emptyState, shifts, type Belief, type State } from "@belay/domain";
import type { PairsFigure } from "../../parts/document-shape.ts";
import { beliefWords } from "../beliefs/belief-words.ts";
import { daySaid } from "../day-said.ts";
import { byRound, courseOf, enoughRounds, roundStarts } from "../shifts/rounds.ts";
import { levelWords } from "../shifts/shift-words.ts";
import { t } from "../words.ts";
import { comparePairs, countMoments } from "./figures.ts";
import type { Said } from "./said.ts";
import { clipped, most } from "./section.ts";

/** A finding with its drawing as numbers. */
export interface SaidPairs {
  readonly said: Said;
  readonly figure: PairsFigure | null;
}

/** The row of one belief that was rated. */
const beliefCells = (belief: Belief, today: LocalDay): readonly string[] => {
  const [first] = belief.ratings;
  const last = belief.ratings.at(-1);
  const moments = countMoments(belief.moments);
  const said = (one: Belief["ratings"][number] | undefined): string =>
    one === undefined ? t("change.none") : t("change.onDay", { n: one.strength, day: daySaid(one.day, today) });
  return [
    beliefWords(belief),
    said(first),
    said(last),
    String(belief.ratings.length),
    String(moments.for),
    String(moments.against),
    String(moments.neither),
  ];
};

/** First and newest number of every belief that was rated; null before the first rating. */
export const beliefsSaid = (state: State, today: LocalDay): SaidPairs | null => {
  const rated = beliefs(
    // Which experiments name a belief is not asked here, and the view is quick without them.
    { ...state, steps: emptyState.steps, asks: emptyState.asks },
    beliefCatalogue.map(({ id }) => id),
  ).filter(({ ratings }) => ratings.length > 0);
  if (rated.length === 0) return null;
  const twice = rated.flatMap((belief) => {
    const [first] = belief.ratings;
    const last = belief.ratings.at(-1);
    if (first === undefined || last === undefined || belief.ratings.length < 2) return [];
    return [{ label: clipped(beliefWords(belief)), before: first.strength, after: last.strength }];
  });
  const compared = comparePairs(
    twice.map(({ before, after, label }) => ({ id: label, step: "", day: today, feared: before, felt: after })),
  );
  return {
    said: {
      title: t("change.beliefsTitle"),
      sentence:
        twice.length === 0
          ? t("change.beliefsOnce", { n: rated.length })
          : t("change.beliefsSentence", { n: twice.length, ...compared }),
      notes: [t("change.beliefsNote")],
      numbers: {
        caption: t("change.beliefsTable"),
        columns: [
          t("change.colBelief"),
          t("change.colFirst"),
          t("change.colLast"),
          t("change.colTimes"),
          t("change.colFor"),
          t("change.colAgainst"),
          t("change.colNeither"),
        ],
        rows: rated.map((belief) => ({ id: belief.id, cells: beliefCells(belief, today) })),
      },
    },
    figure:
      twice.length === 0
        ? null
        : {
            kind: "pairs",
            low: 0,
            high: 100,
            beforeText: t("change.beliefsFirst"),
            afterText: t("change.beliefsNow"),
            pairs: twice.slice(0, most.marks),
          },
  };
};

/** Rounds of a table that is still read on paper. */
const rounds = 7;

/** First and newest answer to every shift; null before the first round. */
export const shiftsSaid = (state: State, today: LocalDay): SaidPairs | null => {
  const courses = shifts(
    state,
    shiftCatalogue.map(({ id }) => id),
  );
  const starts = roundStarts(courses);
  if (starts.length === 0) return null;
  const all = shiftCatalogue.map((content) => {
    const course = courses.find(({ shift }) => shift === content.id);
    const answers = byRound({ points: course?.points ?? [] }, starts);
    return { id: content.id, label: content.short, answers, course: courseOf(answers, starts) };
  });
  const count = (kind: string): number => all.filter(({ course }) => course.kind === kind).length;
  const [more, less, same] = [count("more"), count("less"), count("same")];
  return {
    said: {
      title: t("change.shiftsTitle"),
      sentence:
        starts.length < enoughRounds || more + less + same === 0
          ? t("change.shiftsFew", { n: starts.length })
          : t("change.shiftsSentence", { n: more + less + same, more, less, same }),
      notes: [t("change.shiftsNote")],
      numbers: {
        caption: t("change.shiftsTable"),
        columns: [t("shifts.colShift"), ...starts.slice(-rounds).map((day) => daySaid(day, today))],
        rows: all.map(({ id, label, answers }) => ({
          id,
          cells: [
            label,
            ...answers.slice(-rounds).map((level) => (level === null ? t("change.none") : levelWords(level))),
          ],
        })),
      },
    },
    figure: {
      kind: "pairs",
      low: 0,
      high: 4,
      beforeText: t("change.beliefsFirst"),
      afterText: t("change.beliefsNow"),
      pairs: all.flatMap(({ label, course }) =>
        "first" in course ? [{ label, before: course.first.level, after: course.last.level }] : [],
      ),
    },
  };
};
