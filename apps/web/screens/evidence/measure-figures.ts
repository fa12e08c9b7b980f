/** Says how each questionnaire went over time, in sentences, a line with its band, and a table. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { rangeOf, type Reliability, type Scale } from "@belay/measures";
import type { CourseFigure, Section } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { t, type MessageId } from "../words.ts";
import type { Said } from "./said.ts";
import { clipped, most, placeBetween, sectionOf } from "./section.ts";
import { placesOf, scaleWord, scoreWords } from "./score-said.ts";
import { seriesOf, type Point, type Series, type SittingGiven } from "./series.ts";
import { wobbleOf, type Band, type Wobble } from "./wobble.ts";

/** What the line is called; `name` gives the name of a person it is about. */
const titleOf = ({ instrument, scale, about }: Series, name: (person: string) => string): string => {
  const words = t(`change.name.${instrument.id}`);
  if (about !== null) return t("change.titleAbout", { name: words, scale: scaleWord(scale), person: name(about) });
  return scale.name === "total" ? words : t("change.titleScale", { name: words, scale: scaleWord(scale) });
};

const standSentence = ({ scale, points }: Series, { values, last, band, stand }: Wobble, today: LocalDay): string => {
  const newest = points.findLast(({ value }) => value !== null);
  const words = {
    day: daySaid(newest?.day ?? today, today),
    last: scoreWords(scale, last),
    base: scoreWords(scale, band?.base ?? last),
  };
  switch (stand.kind) {
    case "early":
      return t("change.early", { n: values.length });
    case "unknown":
      return t("change.unknown", words);
    case "wobble":
      return t("change.wobble", words);
    case "once":
      return t("change.once", words);
    case "changed":
      return t(stand.better ? "change.betterTwice" : "change.worseTwice", words);
  }
};

const reliabilitySentence = ({ kind, value, days, source }: Reliability): string => {
  const r = placesOf(value);
  return kind === "retest" ? t("change.retest", { r, days: days ?? 0, source }) : t("change.alpha", { r, source });
};

/** What the band is and what it rests on: which reliability, of which kind, from where. */
const bandSentences = (scale: Scale, { base, low, high, reliability, norm }: Band): readonly string[] => [
  t("change.band", { base: scoreWords(scale, base), low: scoreWords(scale, low), high: scoreWords(scale, high) }),
  reliabilitySentence(reliability),
  t("change.spread", { sd: scoreWords(scale, norm.sd), source: norm.source }),
];

const regressionSentences = (scale: Scale, { regression }: Wobble): readonly string[] => {
  if (regression === null) return [];
  if (regression.expected === null) return [t("change.regression")];
  return [t("change.regressionTo", { expected: scoreWords(scale, regression.expected) })];
};

/** What some questionnaires must have said of them. */
const aside: Readonly<Record<string, MessageId>> = {
  phq8: "change.nine",
  keep8: "change.trial",
  keep6: "change.trial",
  osss3: "change.coarse",
};

const notesOf = (series: Series, wobble: Wobble): readonly string[] => {
  const { instrument, scale, points } = series;
  const [low, high] = rangeOf(instrument, scale);
  const gaps = points.filter(({ skipped }) => skipped).length;
  const unscored = points.filter(({ value }) => value === null).length;
  const special = aside[instrument.id];
  return [
    ...regressionSentences(scale, wobble),
    t("change.direction", { better: scale.better, low: scoreWords(scale, low), high: scoreWords(scale, high) }),
    ...(wobble.band === null ? [] : bandSentences(scale, wobble.band)),
    ...(gaps === 0 ? [] : [t("change.gaps", { n: gaps })]),
    ...(unscored === 0 ? [] : [t("change.unscored", { n: unscored })]),
    ...(special === undefined ? [] : [t(special)]),
  ];
};

const cell = (scale: Scale, value: number | null): string =>
  value === null ? t("change.none") : scoreWords(scale, value);

const tableOf = ({ scale, others, points }: Series, title: string, today: LocalDay): Said["numbers"] => ({
  caption: t("change.table", { name: title }),
  columns: [t("change.colDay"), t("change.colNumber"), ...others.map(scaleWord)],
  count: points.length,
  olderText: (left) => t("evidence.older", { n: left }),
  rowsTo: (count) =>
    points
      .slice(-count)
      .toReversed()
      .map(({ day, value, rest, imported }) => ({
        id: day,
        cells: [
          imported ? t("change.imported", { day: daySaid(day, today) }) : daySaid(day, today),
          cell(scale, value),
          ...others.map((other, index) => cell(other, rest[index] ?? null)),
        ],
      })),
});

/** The newest points of a line as a drawing: joined only where no turn was left out. */
const courseOf = ({ instrument, scale, points }: Series, band: Band | null, today: LocalDay): CourseFigure | null => {
  const [low, high] = rangeOf(instrument, scale);
  const drawn: readonly Point[] = points.slice(-most.points);
  const days = drawn.map(({ day }) => dayNumber(day));
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const valued = drawn.flatMap(({ day, value, gap }) =>
    value === null ? [] : [{ at: placeBetween(first, last, dayNumber(day)), value, gap }],
  );
  const say = (day: LocalDay | undefined): string => (day === undefined ? "" : daySaid(day, today));
  return {
    kind: "course",
    low,
    high,
    from: say(drawn[0]?.day),
    to: drawn.length > 1 ? say(drawn.at(-1)?.day) : "",
    // The band is drawn as far as the scale goes; its sentence says where it ends.
    band: band === null ? null : { low: Math.max(low, band.low), high: Math.min(high, band.high) },
    lines: [
      {
        name: "",
        points: valued.map(({ at, value }) => ({ at, value })),
        breaks: valued.flatMap(({ gap }, index) => (gap && index > 0 ? [index] : [])),
      },
    ],
  };
};

/** An id that stays the same as the record grows: the questionnaire, which of its scales, and whom it is about. */
const idOf = ({ instrument, scale, about }: Series): string => {
  const which = instrument.scales.indexOf(scale);
  return `measures:${instrument.id}${which === 0 ? "" : `.${which}`}${about === null ? "" : `:${about}`}`;
};

/** A finding about a questionnaire, with its drawing and the id of its section. */
export interface MeasureSaid {
  readonly id: string;
  readonly said: Said;
  readonly figure: CourseFigure | null;
}

/** Every questionnaire that was answered at least once. `name` gives the name of a person of the circle. */
export const measuresSaid = (
  sittings: readonly SittingGiven[],
  today: LocalDay,
  name: (person: string) => string,
): readonly MeasureSaid[] =>
  seriesOf(sittings).flatMap((series) => {
    const wobble = wobbleOf(series);
    if (wobble === null) return [];
    const title = titleOf(series, name);
    return [
      {
        id: idOf(series),
        said: {
          title,
          sentence: standSentence(series, wobble, today),
          notes: notesOf(series, wobble),
          numbers: tableOf(series, title, today),
        },
        figure: courseOf(series, wobble.band, today),
      },
    ];
  });

/** The same as a section to share. */
export const measureSection = ({ id, said, figure }: MeasureSaid): Section => sectionOf(clipped(id, 40), said, figure);
