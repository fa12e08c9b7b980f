/** The device's own clock and calendar. */
import { parseDay } from "@belay/basics";
import type { Clock } from "../engine/ports/clock.ts";

const two = (value: number): string => String(value).padStart(2, "0");

/** Milliseconds of the system clock, and the day on the wall where the person is. */
export const browserClock: Clock = {
  now: () => {
    const date = new Date();
    const day = parseDay(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
    if (!day.ok) throw new Error("the calendar is outside the years this app knows");
    return { ms: date.getTime(), day: day.value };
  },
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
