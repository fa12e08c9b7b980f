/** Puts a record on two pages: newest scores in one table, courses as small drawings, one sentence each. */
import type { LocalDay } from "@belay/basics";
import { person, sittings, weeksCounted, type MeasureSitting, type State } from "@belay/domain";
import { bandOf, pointsForPhase, publishedIn, rangeOf, type InstrumentId } from "@belay/measures";
import type { Section } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { measuresSaid, type MeasureSaid } from "../evidence/measure-figures.ts";
import { allSections } from "../evidence/sections.ts";
import { seriesOf, type Series } from "../evidence/series.ts";
import { weekSections } from "../evidence/week-figures.ts";
import { wobbleOf, type Stand, type Wobble } from "../evidence/wobble.ts";
import { rangeWord, wordsOf } from "../measures/said.ts";
import { scoreWords } from "../evidence/score-said.ts";
import { t } from "../words.ts";
import { chosenSittings, isIn, type SummaryForm } from "./summary-form.ts";

/** Drawings at most, fewer where the table is long: two pages hold no more. Every course has its row in the table. */
const mostDrawn = (lines: number): number => {
  if (lines > 14) return 2;
  return lines > 10 ? 5 : 9;
};

/** Rows at most; the files have the rest, and a sentence says so. */
const mostRows = 18;

/** Tries drawn at most, the newest ones; the sentence beside them is about all. */
const mostPairs = 8;

/** Answers to question 9 at most, the newest ones. */
const mostNine = 4;

/** Place of question 9 among the answers to the PHQ-9. */
const ninth = 8;

interface Line {
  readonly series: Series;
  readonly wobble: Wobble;
  readonly found: MeasureSaid;
}

/** Every line with what is said of it. Both lists are made from the same sittings, in one order. */
const linesOf = (chosen: readonly MeasureSitting[], state: State, today: LocalDay): readonly Line[] => {
  const said = measuresSaid(chosen, today, (id) => {
    const found = person(state, id);
    return found === null ? t("change.somebody") : t(`steps.role.${found.role}`);
  });
  return seriesOf(chosen).flatMap((series, index) => {
    const [wobble, found] = [wobbleOf(series), said[index]];
    return wobble === null || found === undefined ? [] : [{ series, wobble, found }];
  });
};

const changeWords = (stand: Stand): string => {
  if (stand.kind !== "changed") return t(`summary.change.${stand.kind}`);
  return t(stand.better ? "summary.change.better" : "summary.change.worse");
};

/** What is said of the newest score, with the published range that it lies in and the ends of that. */
const withBand = ({ instrument, scale }: Series, value: number, newest: string): string => {
  const found = bandOf(instrument, scale.name, value);
  if (found === null) return newest;
  const { steps, standing } = found.bands;
  const at = steps.findIndex(({ upTo }) => value <= upTo);
  const [lowest] = rangeOf(instrument, scale);
  const before = steps[at - 1]?.upTo;
  // Sums go up by one, so a range begins after the one below it; a mean begins where that ended.
  const from = before === undefined ? lowest : before + (scale.how === "mean" || scale.times !== 1 ? 0 : 1);
  return t(standing === "published" ? "summary.band" : "summary.bandUsed", {
    newest,
    from: scoreWords(scale, from),
    to: scoreWords(scale, steps[at]?.upTo ?? value),
    word: rangeWord(found.tag),
  });
};

const rowOf = ({ series, wobble, found }: Line, today: LocalDay): readonly string[] => {
  const { instrument, scale, points } = series;
  const [low, high] = rangeOf(instrument, scale);
  const newest = points.findLast(({ value }) => value !== null);
  const said = t("summary.newest", {
    value: scoreWords(scale, wobble.last),
    day: newest === undefined ? "" : daySaid(newest.day, today),
    n: wobble.values.length,
    low: scoreWords(scale, low),
    high: scoreWords(scale, high),
    better: scale.better,
  });
  return [found.said.title, withBand(series, wobble.last, said), changeWords(wobble.stand)];
};

/** Lines that are long enough for a word about change. */
const drawnOf = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ wobble }) => wobble.values.length >= pointsForPhase).slice(0, mostDrawn(lines.length));

/** One row for each line. */
const scoresSection = (lines: readonly Line[], today: LocalDay): readonly Section[] => {
  if (lines.length === 0) return [];
  const drawn = drawnOf(lines).length;
  const left = lines.length > mostRows ? [t("summary.left", { n: lines.length - mostRows })] : [];
  return [
    {
      id: "scores",
      title: t("summary.scoresTitle"),
      sentences: [...(drawn === 0 ? [] : [t("summary.drawnNote", { n: drawn })]), t("summary.scoresNote"), ...left],
      figure: null,
      table: {
        caption: t("summary.scoresTable"),
        columns: [t("summary.colWhat"), t("summary.colNewest"), t("summary.colChange")],
        rows: lines.slice(0, mostRows).map((line) => rowOf(line, today)),
      },
    },
  ];
};

/** A small drawing with its sentence; what was to be expected anyway is said where it applies. */
const drawing = ({ found: { id, said, figure }, wobble }: Line): Section => ({
  id,
  title: said.title,
  sentences: [said.sentence, ...(wobble.regression === null ? [] : said.notes.slice(0, 1))],
  figure,
  table: null,
});

/** Question 9, only where it was chosen. */
const nineSection = (chosen: readonly MeasureSitting[], today: LocalDay): readonly Section[] => {
  const rows = chosen.flatMap(({ instrument, day, answers }) => {
    const answer = instrument === "phq9" ? answers?.[ninth] : null;
    return typeof answer === "number" ? [[daySaid(day, today), wordsOf(`measures.phq9.answer.${answer + 1}`)]] : [];
  });
  if (rows.length === 0) return [];
  return [
    {
      id: "nine",
      title: t("summary.item9Title"),
      sentences: [t("summary.item9Said", { question: wordsOf("measures.phq9.9") })],
      figure: null,
      table: {
        caption: t("summary.item9Table"),
        columns: [t("summary.colDay"), t("summary.colAnswer")],
        rows: rows.slice(-mostNine).toReversed(),
      },
    },
  ];
};

/** Where the numbers come from: one place for each questionnaire, without what it was compared with. */
const sourcesSection = (lines: readonly Line[]): readonly Section[] => {
  const shown = lines.slice(0, mostRows);
  const used = [...new Map(shown.map(({ series }) => [series.instrument.id, series.instrument])).values()];
  if (used.length === 0) return [];
  const placeOf = (id: InstrumentId): string => publishedIn[id].replace(/\s*\(measures page[^)]*\)/, "");
  const places = used.map(({ name, id }) => t("summary.source", { name, source: placeOf(id) }));
  return [
    {
      id: "sources",
      title: t("summary.sourcesTitle"),
      sentences: [[...places, t("summary.sourceChange")].join(" ")],
      figure: null,
      table: null,
    },
  ];
};

/** What needs the whole record read: tries, and the weeks. Kept apart from what every letter of the form changes. */
export const backdrop = (state: State, today: LocalDay): readonly Section[] => [
  ...weekSections(weeksCounted(state), today).map((section) => ({
    ...section,
    sentences: section.sentences.slice(0, 2),
    table: null,
  })),
  ...allSections(state, today)
    .filter(({ id }) => id === "yes" || id === "feared")
    .map(({ figure, ...section }) => ({
      ...section,
      sentences: section.sentences.slice(0, 2),
      figure: figure?.kind === "pairs" ? { ...figure, pairs: figure.pairs.slice(-mostPairs) } : figure,
      table: null,
    })),
];

/** What a sheet is made of. */
export interface SheetGiven {
  readonly state: State;
  readonly today: LocalDay;
  readonly form: SummaryForm;
  readonly behind: readonly Section[];
}

/** All of it, in the order in which it is read: own words, scores, weeks and tries, courses, question 9, sources. */
export const sheetSections = ({ state, today, form, behind }: SheetGiven): readonly Section[] => {
  const chosen = chosenSittings(sittings(state), form);
  const lines = linesOf(chosen, state, today);
  const own = form.own.trim();
  const isWeeks = ({ id }: Section): boolean => id.startsWith("weeks");
  return [
    ...(own === "" ? [] : [{ id: "own", title: t("summary.ownTitle"), sentences: [own], figure: null, table: null }]),
    ...scoresSection(lines, today),
    ...(form.item9 ? nineSection(chosen, today) : []),
    ...behind.filter((section) => isIn(form, isWeeks(section) ? "weeks" : "tries")),
    ...drawnOf(lines).map(drawing),
    ...sourcesSection(lines),
  ];
};
