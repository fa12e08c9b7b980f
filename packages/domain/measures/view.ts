/** Shows measures: sittings over time, one's own counts by week, and what was chosen to be asked. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { oldestFirst, type Entry } from "../events/entries.ts";
import type { MeasureSet } from "../events/measures.ts";
import type { MeasuresState } from "./evolve.ts";

/** One sitting with a questionnaire. Answers are raw; scores come with those that were brought along, else null. */
export type MeasureSitting = {
  /** The event's id; of a list that was brought along the event's id, a dot and the place in it. */
  readonly id: string;
  /** The event's own id: what erasing takes away. */
  readonly entry: string;
  readonly instrument: string;
  readonly about: string | null;
  readonly day: LocalDay;
  readonly set: MeasureSet | "imported";
  readonly answers: readonly (number | null)[] | null;
  readonly scores: Readonly<Record<string, number>> | null;
};

/** The counts of one week; the newest word of that week as a whole. */
export type WeekCounted = Entry<BodyOf<"measures/counted@1">> & { readonly week: number };

/** One round of the sources of help. */
export type SourceRound = Entry<BodyOf<"measures/sources-rated@1">>;

/** What is asked besides the four counts. */
export type MeasuresChosen = BodyOf<"measures/chosen@1">;

/** The number of the week a day lies in: weeks of seven days from Monday on, week 0 held 1 January 1970. */
export const weekOf = (day: LocalDay): number => Math.floor((dayNumber(day) + 3) / 7);

/** The Monday of the week a day lies in. */
export const mondayOf = (day: LocalDay): LocalDay => addDays(day, weekOf(day) * 7 - 3 - dayNumber(day));

const byDay = (a: { readonly day: LocalDay }, b: { readonly day: LocalDay }): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0;

/** Every sitting, oldest first by the day it was on; of one day what was answered here comes last, so that it stands. */
export const viewSittings = (state: MeasuresState): readonly MeasureSitting[] => {
  const answered = oldestFirst(state.answered).map(({ id, instrument, about, day, set, answers }): MeasureSitting => ({
    id,
    entry: id,
    instrument,
    about,
    day,
    set,
    answers,
    scores: null,
  }));
  const imported = oldestFirst(state.imported).flatMap(({ id, sittings }) =>
    sittings.map(({ instrument, on, answers, scores }, i): MeasureSitting => ({
      id: `${id}.${i}`,
      entry: id,
      instrument,
      about: null,
      day: on,
      set: "imported",
      answers,
      scores,
    })),
  );
  return [...imported, ...answered].toSorted(byDay);
};

/** One row for each week that was counted, oldest first; a week that was not has none. */
export const viewWeeks = (state: MeasuresState): readonly WeekCounted[] => {
  const weeks = new Map<number, WeekCounted>();
  for (const entry of oldestFirst(state.counted)) weeks.set(weekOf(entry.day), { ...entry, week: weekOf(entry.day) });
  return [...weeks.values()].toSorted((a, b) => a.week - b.week);
};

/** Every round of the sources of help, oldest first. */
export const viewSources = (state: MeasuresState): readonly SourceRound[] => oldestFirst(state.sources).toSorted(byDay);

const nothing: MeasuresChosen = {
  weekly: false,
  fourWeekly: false,
  baseline: false,
  mood: false,
  item9: false,
  people: false,
};

/** What was chosen to be asked; nothing until it was. */
export const viewChosen = (state: MeasuresState): MeasuresChosen => state.chosen?.value ?? nothing;
