/** Makes the list of what one sitting asks, in parts that are saved one by one, and knows which of them are in. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import {
  measuresChosen,
  mondayOf,
  sittings,
  sourceRounds,
  weekOf,
  weeksCounted,
  type MeasureSet,
  type MeasuresChosen,
  type MeasureSitting,
  type State,
} from "@belay/domain";
import { baselineSet, fourWeeklySet, instrumentOf, weeklySet, type InstrumentId, type Question } from "@belay/measures";

/** What is answered and saved in one go. `all`: with the longer look's own questions, else the four counts alone. */
export type Part =
  | { readonly kind: "counts"; readonly all: boolean }
  | { readonly kind: "sources" }
  | { readonly kind: "instrument"; readonly id: InstrumentId; readonly about: string | null };

/** One sitting. `week` is the four counts and nothing else. */
export interface Sheet {
  readonly name: "week" | MeasureSet;
  readonly parts: readonly Part[];
}

/** Days from the first part of a round to the next round, which may be spread over them; the start is asked once. */
const rounds = { "four-weekly": 28, baseline: Infinity } as const;

/** Asked with the start alone, and only where they were chosen. */
const asMood = (id: InstrumentId, { mood, item9 }: MeasuresChosen): InstrumentId | null =>
  mood ? (id === "phq8" && item9 ? "phq9" : id) : null;

/** The questions of a set as parts. One's own counts are one part; a person is asked about by themselves. */
const partsOf = (
  set: readonly Question[],
  chosen: MeasuresChosen,
  holds: (id: InstrumentId) => boolean,
): readonly Part[] =>
  set.flatMap((question): readonly Part[] => {
    if (question.kind === "sources") return [{ kind: "sources" }];
    if (question.kind !== "instrument")
      return question.kind === "count" && question.id === "asked" ? [{ kind: "counts", all: true }] : [];
    const id = !question.optIn ? question.id : question.id === "ecr-rs" ? null : asMood(question.id, chosen);
    return id !== null && holds(id) ? [{ kind: "instrument", id, about: null }] : [];
  });

/** What is on, and what this build may ask. */
interface Given {
  readonly chosen: MeasuresChosen;
  readonly today: LocalDay;
  /** Whether the words of an instrument are in the app. */
  readonly holds: (id: InstrumentId) => boolean;
}

/** The sitting that a screen's id names: a set, an instrument, or `ecr-rs~<person>`; null where there is none. */
export const sheetOf = (id: string | null, { chosen, today, holds }: Given): Sheet | null => {
  switch (id) {
    case null:
    case "week":
      return { name: "week", parts: [{ kind: "counts", all: false }] };
    case "weekly":
      return { name: id, parts: partsOf(weeklySet(weekOf(today)), chosen, holds) };
    case "four-weekly":
      return { name: id, parts: partsOf(fourWeeklySet, chosen, holds) };
    case "baseline":
      return { name: id, parts: partsOf(baselineSet, chosen, holds) };
    default: {
      const [name = "", about = null] = id.split("~");
      const known = instrumentOf(name);
      // Closeness is asked about one person alone, and of nobody without one.
      if (known === null || !holds(known.id) || (known.id === "ecr-rs") !== (about !== null)) return null;
      return { name: "alone", parts: [{ kind: "instrument", id: known.id, about }] };
    }
  }
};

/** Whether a sitting counts for a sheet: the look at the start holds the one of every four weeks, and more. */
const counts = (name: Sheet["name"], { set, instrument }: MeasureSitting): boolean =>
  set === name ||
  (name === "four-weekly" &&
    set === "baseline" &&
    fourWeeklySet.some((question) => question.kind === "instrument" && question.id === instrument));

/** The day on which the round of today began, with the first part that was answered; null where nothing is in. */
const begunOn = (state: State, name: keyof typeof rounds, today: LocalDay): LocalDay | null => {
  const days = [...sittings(state).filter((one) => counts(name, one)), ...sourceRounds(state)].map(({ day }) => day);
  const over = (since: LocalDay, day: LocalDay): boolean => dayNumber(day) - dayNumber(since) >= rounds[name];
  const newest = days
    .toSorted()
    .reduce<LocalDay | null>((since, day) => (since === null || over(since, day) ? day : since), null);
  return newest === null || over(newest, today) ? null : newest;
};

/** Whether what was noted on `day` belongs to the round of today. */
const inRound = (state: State, name: Sheet["name"], day: LocalDay, today: LocalDay): boolean => {
  if (name === "week" || name === "weekly") return weekOf(day) === weekOf(today);
  if (name === "alone") return day === today;
  const begun = begunOn(state, name, today);
  return begun !== null && day >= begun;
};

/** The newest sitting of this round with one part's questionnaire; null where it was left so far. */
export const sittingOf = (state: State, { name }: Sheet, part: Part, today: LocalDay): MeasureSitting | null =>
  part.kind !== "instrument"
    ? null
    : (sittings(state).findLast(
        (one) =>
          one.instrument === part.id &&
          one.about === part.about &&
          counts(name, one) &&
          inRound(state, name, one.day, today),
      ) ?? null);

/** Whether a part is in for this round. By itself a questionnaire can be answered again at any time. */
export const isIn = (state: State, sheet: Sheet, part: Part, today: LocalDay): boolean => {
  if (sheet.name === "alone") return false;
  if (part.kind === "instrument") return sittingOf(state, sheet, part, today) !== null;
  if (part.kind === "sources") return sourceRounds(state).some(({ day }) => inRound(state, sheet.name, day, today));
  const week = weeksCounted(state).find((one) => one.week === weekOf(today));
  if (week === undefined) return false;
  return !part.all || week.alone !== null || week.missed !== null || week.lonely !== null;
};

/** How a set stands: how many parts are in, the day of its newest, and from when it is asked again. */
export interface Standing {
  readonly done: number;
  readonly of: number;
  readonly last: LocalDay | null;
  /** Null where it is open now, or is asked once only. */
  readonly next: LocalDay | null;
}

/** How `sheet` stands today. */
export const standingOf = (state: State, sheet: Sheet, today: LocalDay): Standing => {
  const done = sheet.parts.filter((part) => isIn(state, sheet, part, today)).length;
  const last = sittings(state).findLast((one) => counts(sheet.name, one))?.day ?? null;
  const base = { done, of: sheet.parts.length, last };
  if (done < base.of) return { ...base, next: null };
  if (sheet.name === "weekly" || sheet.name === "week") return { ...base, next: addDays(mondayOf(today), 7) };
  const begun = sheet.name === "four-weekly" ? begunOn(state, sheet.name, today) : null;
  return { ...base, next: begun === null ? null : addDays(begun, rounds["four-weekly"]) };
};

/** What is on, from the record. */
export const givenOf = (state: State, today: LocalDay, holds: Given["holds"]): Given => ({
  chosen: measuresChosen(state),
  today,
  holds,
});
