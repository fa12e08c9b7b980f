/** Shows the shifts: each with every answer over time. */
import type { LocalDay } from "@belay/basics";
import { oldestFirst } from "../events/entries.ts";
import type { ShiftsState } from "./evolve.ts";

/** One answer: 0 (not at all) to 4 (very much). */
export type ShiftPoint = { readonly day: LocalDay; readonly level: number };

/** One shift, its answers oldest first. Of several on one day the newest stands. */
export type ShiftCourse = { readonly shift: string; readonly points: readonly ShiftPoint[] };

/** The courses of `catalogue`, in its order; a shift that was never answered has no points. */
export const viewShifts = (state: ShiftsState, catalogue: readonly string[]): readonly ShiftCourse[] => {
  const rounds = oldestFirst(state);
  return catalogue.map((shift) => {
    const byDay = new Map<LocalDay, number>();
    for (const { answers, day } of rounds) {
      for (const answer of answers) if (answer.shift === shift) byDay.set(day, answer.level);
    }
    const points = [...byDay].map(([day, level]) => ({ day, level }));
    return { shift, points: points.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
  });
};

/** The day of the newest round; null before the first. */
export const viewLastRound = (state: ShiftsState): LocalDay | null => oldestFirst(state).at(-1)?.day ?? null;
