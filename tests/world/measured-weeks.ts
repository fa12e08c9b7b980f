/** Adds half a year of questionnaires and counts to a written log, with weeks left out and a question left here and there. */
import { addDays, dayNumber, parseDay, type LocalDay } from "@belay/basics";
import { parseEvent, type EventJson } from "@belay/domain";
import type { WrittenLog } from "./ninety-days.ts";

const weeks = 26;
/** Nothing was answered or counted in these. */
const away: readonly number[] = [8, 9, 17];

const monday = (): LocalDay => {
  const day = parseDay("2026-04-06");
  if (!day.ok) throw new Error("no day");
  return day.value;
};

/** What was answered in week `week`: heavy at first, lighter later, never quite even. */
const answered = (week: number): readonly (readonly [instrument: string, answers: readonly (number | null)[]])[] => {
  const late = week > 18;
  const turn = week % 3;
  const odd = week % 2 === 1;
  const month = week % 4 === 0;
  const low = late ? 0 : 2;
  return [
    ["ucla3", late ? [1, 1, 1] : [3, 2 + (turn === 0 ? 1 : 0), 3]],
    odd ? ["phq4", [low, 1, week === 11 ? null : low, turn]] : ["sscs-s", [2, 4, 3, 4, 3, late ? 4 : 2]],
    ...(month
      ? ([
          ["keep8", [5, 3, 5, 4, 4 + (turn > 1 ? 1 : 0), 6, 5, 2]],
          ["who5", [2, 2, late ? 4 : 1, 1, 2]],
          ["osss3", [2, 3, 2 + (turn > 0 ? 1 : 0)]],
          ["gad7", late ? [1, 1, 0, 1, 0, 1, 0] : [2, 3, 2, 2, 2, 3, 2]],
          ["phq9", [1, 2, 1, 2, 1, 1, 1, turn > 0 ? 1 : 0, 1]],
        ] as const)
      : []),
  ];
};

const counted = (week: number) => ({
  asked: week % 5 === 0 ? 0 : 1 + (week % 3),
  accepted: week > 12 ? 1 + (week % 2) : week % 2,
  told: week % 4 === 1 ? null : week % 3,
  offered: 2 + (week % 4),
  alone: week === 14 ? null : week > 14 ? 4 + (week % 3) : 7 + (week % 3),
  missed: week % 3 === 0,
  reason: "",
  lonely: week > 18 ? 2 : 4,
});

/** The log with these events in it; each is read back by the domain as the app reads it. */
export const withMeasures = (log: WrittenLog): WrittenLog => {
  const events: EventJson[] = [];
  const add = (k: string, day: LocalDay, b: unknown): void => {
    const at = dayNumber(day) * 86_400_000 + 20 * 3_600_000 + events.length;
    const json = JSON.parse(JSON.stringify({ id: `week-${events.length + 1}.0`, k, t: [at, 0], d: day, b }));
    const back = parseEvent(json, log.device);
    if (!back.ok) throw new Error(`${k} cannot be read back: ${JSON.stringify(back.error)}`);
    events.push(json);
  };
  for (let week = 0; week < weeks; week += 1) {
    if (away.includes(week)) continue;
    const day = addDays(monday(), 7 * week + (week % 3));
    for (const [instrument, answers] of answered(week))
      add("measures/answered@1", day, { instrument, about: null, set: "weekly", answers });
    add("measures/counted@1", day, counted(week));
  }
  return { ...log, events: [...log.events, ...events] };
};
