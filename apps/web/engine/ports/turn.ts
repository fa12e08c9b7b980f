/** Two tabs, one log: taking turns at writing, and telling the other tab. */

/** Runs work while no other tab of this app writes. */
export interface Turn {
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What tabs tell each other: something was stored, everything was deleted, or the keys are others now. */
export type News = "appended" | "wiped" | "moved";

/** The other tabs of this app on this device. */
export interface Neighbours {
  readonly tell: (news: News) => void;
  readonly heard: (listener: (news: News) => void) => void;
}
