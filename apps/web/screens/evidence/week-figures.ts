/** Says one's own counts week by week: what was counted, and which weeks were not. */
import { addDays, type LocalDay } from "@belay/basics";
import { mondayOf } from "@belay/domain";
import { courseOf, pointsForPhase, type CountId } from "@belay/measures";
import type { BarsFigure, CourseFigure, Section } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { listed } from "../shifts/shift-words.ts";
import { t } from "../words.ts";
import type { Said } from "./said.ts";
import { most, sectionOf } from "./section.ts";

/** One week as it was counted; `week` is its number, weeks beginning on Monday. What was left is null. */
export interface WeekGiven extends Readonly<Record<CountId, number | null>> {
  readonly week: number;
  readonly day: LocalDay;
  /** 0 to 10. */
  readonly alone: number | null;
  readonly missed: boolean | null;
  /** 1 (never) to 5 (often or always). */
  readonly lonely: number | null;
}

/** The four counts, in the order in which they are asked. */
export const countIds: readonly CountId[] = ["asked", "accepted", "told", "offered"];

/** Every week from the first counted to the last, null for one that was not counted. Oldest first. */
const everyWeek = (
  weeks: readonly WeekGiven[],
): readonly { readonly day: LocalDay; readonly week: WeekGiven | null }[] => {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const byWeek = new Map(weeks.map((week) => [week.week, week]));
  const monday = mondayOf(first.day);
  return courseOf(
    weeks.map(({ week }) => ({ week, value: week })),
    last.week,
  ).map((at, index) => ({ day: addDays(monday, 7 * index), week: at === null ? null : (byWeek.get(at) ?? null) }));
};

const cellOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? t("change.none") : String(value);

const missedWords = (missed: boolean | null | undefined): string =>
  missed === null || missed === undefined ? t("change.none") : t(missed ? "change.yes" : "change.no");

/** The table of all weeks, newest first, those not counted among them. */
const tableOf = (weeks: ReturnType<typeof everyWeek>, today: LocalDay): Said["numbers"] => ({
  caption: t("change.weeksTable"),
  columns: [
    t("change.colWeek"),
    ...countIds.map((id) => t(`change.count.${id}`)),
    t("change.colAlone"),
    t("change.colMissed"),
    t("change.colLonely"),
  ],
  count: weeks.length,
  olderText: (left) => t("evidence.older", { n: left }),
  rowsTo: (count) =>
    weeks
      .slice(-count)
      .toReversed()
      .map(({ day, week }) => ({
        id: day,
        cells: [
          daySaid(day, today),
          ...countIds.map((id) => cellOf(week?.[id])),
          cellOf(week?.alone),
          missedWords(week?.missed),
          cellOf(week?.lonely),
        ],
      })),
});

/** Weeks that are drawn at most; the table has all of them. */
export const weeksDrawn = 26;

/** A finding about the weeks with its drawings: four lines in one, and each count by itself. */
export interface WeeksSaid {
  readonly said: Said;
  readonly lines: CourseFigure;
  readonly bars: readonly {
    readonly id: CountId;
    readonly label: string;
    /** The most in one of the weeks drawn. */
    readonly most: number;
    readonly figure: BarsFigure;
  }[];
  readonly drawn: number;
  readonly total: number;
}

const sumOf = (weeks: readonly WeekGiven[], id: CountId): number =>
  weeks.reduce((sum, week) => sum + (week[id] ?? 0), 0);

/** The counts that were given in some week. */
const countedIds = (weeks: readonly WeekGiven[]): readonly CountId[] =>
  countIds.filter((id) => weeks.some((week) => week[id] !== null));

/** Place of each week that has a number, and where the line stops because one was left out. */
const lineOf = (
  weeks: ReturnType<typeof everyWeek>,
  name: string,
  valueOf: (week: WeekGiven) => number | null,
): CourseFigure["lines"][number] => {
  const values = weeks.map(({ week }) => (week === null ? null : valueOf(week)));
  const there = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  return {
    name,
    points: there.map(({ index, value }) => ({ at: weeks.length > 1 ? index / (weeks.length - 1) : 0.5, value })),
    breaks: there.flatMap(({ index }, nth) => (nth > 0 && there[nth - 1]?.index !== index - 1 ? [nth] : [])),
  };
};

/** Whether one of the four counts was given; a week may say something else alone. */
const isCounted = (week: WeekGiven): boolean => countIds.some((id) => week[id] !== null);

const saidOf = (weeks: readonly WeekGiven[], every: ReturnType<typeof everyWeek>, today: LocalDay): Said => {
  const counted = weeks.filter(isCounted).length;
  const gaps = every.length - counted;
  const asked = weeks.filter(({ missed }) => missed !== null);
  return {
    title: t("change.weeksTitle"),
    sentence: t("change.weeksSentence", {
      n: counted,
      // A count that was never given is not a zero, so it is not said at all.
      list: listed(countedIds(weeks).map((id) => t(`change.did.${id}`, { n: sumOf(weeks, id) }))),
    }),
    notes: [
      ...(gaps === 0 ? [] : [t("change.weeksGaps", { n: gaps })]),
      ...(asked.length === 0
        ? []
        : [t("change.weeksMissed", { n: asked.filter(({ missed }) => missed).length, total: asked.length })]),
      t("change.weeksNote"),
    ],
    numbers: tableOf(every, today),
  };
};

/** The four counts week by week; null before the first of them. */
export const weeksSaid = (weeks: readonly WeekGiven[], today: LocalDay): WeeksSaid | null => {
  const every = everyWeek(weeks);
  const drawn = every.slice(-weeksDrawn);
  const [first] = drawn;
  const last = drawn.at(-1);
  if (first === undefined || last === undefined || countedIds(weeks).length === 0) return null;
  const highest = Math.max(4, ...weeks.flatMap((week) => countIds.map((id) => week[id] ?? 0)));
  return {
    said: saidOf(weeks, every, today),
    drawn: drawn.length,
    total: every.length,
    lines: {
      kind: "course",
      low: 0,
      high: highest,
      from: daySaid(first.day, today),
      to: drawn.length > 1 ? daySaid(last.day, today) : "",
      band: null,
      lines: countedIds(weeks).map((id) => lineOf(drawn, t(`change.count.${id}`), (week) => week[id])),
    },
    bars: countedIds(weeks).map((id) => ({
      id,
      label: t(`change.count.${id}`),
      most: Math.max(0, ...drawn.map(({ week }) => week?.[id] ?? 0)),
      figure: {
        kind: "bars",
        highest,
        bars: drawn.map(({ day, week }) => ({ label: daySaid(day, today), value: week?.[id] ?? null })),
      },
    })),
  };
};

/** What "carried alone" came to. */
export interface AloneSaid {
  readonly said: Said;
  readonly figure: CourseFigure | null;
}

/** How much was carried alone, 0 to 10, week by week; null before the first number. */
export const aloneSaid = (weeks: readonly WeekGiven[], today: LocalDay): AloneSaid | null => {
  const every = everyWeek(weeks);
  const values = weeks.flatMap(({ alone }) => (alone === null ? [] : [alone]));
  const last = values.at(-1);
  const [firstWeek] = every;
  const lastWeek = every.at(-1);
  if (last === undefined || firstWeek === undefined || lastWeek === undefined) return null;
  const drawn = every.slice(-most.points);
  const words = { n: values.length, last, low: Math.min(...values), high: Math.max(...values) };
  return {
    said: {
      title: t("change.aloneTitle"),
      sentence: t(values.length < pointsForPhase ? "change.aloneFew" : "change.aloneSentence", words),
      notes: [],
      numbers: {
        caption: t("change.aloneTable"),
        columns: [t("change.colWeek"), t("change.colAlone")],
        count: every.length,
        olderText: (left) => t("evidence.older", { n: left }),
        rowsTo: (count) =>
          every
            .slice(-count)
            .toReversed()
            .map(({ day, week }) => ({ id: day, cells: [daySaid(day, today), cellOf(week?.alone)] })),
      },
    },
    figure: {
      kind: "course",
      low: 0,
      high: 10,
      from: daySaid(drawn[0]?.day ?? firstWeek.day, today),
      to: drawn.length > 1 ? daySaid(lastWeek.day, today) : "",
      band: null,
      lines: [lineOf(drawn, "", ({ alone }) => alone)],
    },
  };
};

/** The sections of the weeks that there are numbers for. */
export const weekSections = (weeks: readonly WeekGiven[], today: LocalDay): readonly Section[] => {
  const [counts, alone] = [weeksSaid(weeks, today), aloneSaid(weeks, today)];
  return [
    ...(counts === null ? [] : [sectionOf("weeks", counts.said, counts.lines)]),
    ...(alone === null ? [] : [sectionOf("weeks:alone", alone.said, alone.figure)]),
  ];
};
