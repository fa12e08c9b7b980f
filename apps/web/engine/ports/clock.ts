/** Time and chance, so that nothing else in the engine asks the world for them. */
import type { LocalDay } from "@belay/basics";

/** A moment: milliseconds since 1970 and the person's own calendar day. */
export interface Moment {
  readonly ms: number;
  readonly day: LocalDay;
}

/** The device's clock. */
export interface Clock {
  readonly now: () => Moment;
  /** Runs `work` once after `ms` milliseconds; the returned function calls it off. */
  readonly after: (ms: number, work: () => void) => () => void;
}

/** Random names: 128 bits as 22 letters of base64url. */
export interface Chance {
  readonly id: () => string;
}
