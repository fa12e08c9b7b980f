/** Sets the weeks before and since a day side by side: how much was carried alone, every week a point of its own. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import { mondayOf } from "@belay/domain";
import { phasesOf, pointsForPhase, type Phases } from "@belay/measures";
import type { CourseFigure } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { placesOf } from "./score-said.ts";
import { t } from "../words.ts";
import type { Said } from "./said.ts";
import { placeBetween } from "./section.ts";
import type { WeekGiven } from "./week-figures.ts";

/** Fewer weeks than this can never be five on each side, so nobody is asked for a day. */
export const weeksForPhases = 2 * pointsForPhase;

/** One week with a number, and on which side of the day it lies. */
interface Sided {
  readonly day: LocalDay;
  readonly value: number;
  readonly since: boolean;
}

/** The week that the day lies within is of neither side, unless the day is its Monday. */
const sidesOf = (weeks: readonly WeekGiven[], since: LocalDay): readonly Sided[] =>
  weeks.flatMap(({ day, alone }) => {
    const monday = mondayOf(day);
    const divided = monday < since && since <= addDays(monday, 6);
    return alone === null || divided ? [] : [{ day, value: alone, since: monday >= since }];
  });

const sentenceOf = (before: number, since: number, found: Phases | null): string => {
  if (found === null || found.verdict === "early") return t("change.sinceEarly", { before, since });
  const { pairs, lower, higher } = found;
  const id = { unclear: "change.sinceUnclear", lower: "change.sinceLower", higher: "change.sinceHigher" } as const;
  return t(id[found.verdict], { pairs, lower, higher });
};

const notesOf = (found: Phases | null): readonly string[] => {
  if (found === null || found.tooEarly) return [];
  const [low, high] = found.napInterval;
  return [
    t("change.sinceNap", { nap: placesOf(found.nap), low: placesOf(low), high: placesOf(high) }),
    t("change.sinceNote"),
  ];
};

/** Both sides as unjoined points: a line between weeks would hide how they scatter. */
const figureOf = (all: readonly Sided[], today: LocalDay): CourseFigure | null => {
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  const line = (name: string, side: boolean): CourseFigure["lines"][number] => {
    const points = all
      .filter(({ since }) => since === side)
      .map(({ day, value }) => ({
        at: placeBetween(dayNumber(first.day), dayNumber(last.day), dayNumber(day)),
        value,
      }));
    return { name, points, breaks: points.map((_, index) => index) };
  };
  return {
    kind: "course",
    low: 0,
    high: 10,
    from: daySaid(first.day, today),
    to: all.length > 1 ? daySaid(last.day, today) : "",
    band: null,
    lines: [line(t("change.sinceBefore"), false), line(t("change.sinceAfter"), true)],
  };
};

/** The finding with its raw points. `lower` counts as the better side of NAP. */
export const phasesSaid = (
  weeks: readonly WeekGiven[],
  since: LocalDay,
  today: LocalDay,
): { readonly said: Said; readonly figure: CourseFigure | null } => {
  const all = sidesOf(weeks, since);
  const values = (side: boolean): readonly number[] =>
    all.filter((one) => one.since === side).map(({ value }) => value);
  const [before, after] = [values(false), values(true)];
  const phases = phasesOf(before, after, "lower");
  const found = phases.ok ? phases.value : null;
  return {
    said: {
      title: t("change.aloneTitle"),
      sentence: sentenceOf(before.length, after.length, found),
      notes: notesOf(found),
      numbers: {
        caption: t("change.sinceTable"),
        columns: [t("change.colWeek"), t("change.colAlone"), t("change.colSide")],
        rows: all.toReversed().map((one) => ({
          id: one.day,
          cells: [
            daySaid(one.day, today),
            String(one.value),
            t(one.since ? "change.sinceAfter" : "change.sinceBefore"),
          ],
        })),
      },
    },
    figure: figureOf(all, today),
  };
};
