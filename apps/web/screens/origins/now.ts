/** Reads the device's clocks, for the one room that has a timer. */
import type { Moment } from "./sitting.ts";

/** Both clocks at this moment. */
export const momentNow = (): Moment => ({ wall: Date.now(), steady: performance.now() });

/** The hour on the wall where the person is, 0 to 23. */
export const hourNow = (): number => new Date().getHours();
