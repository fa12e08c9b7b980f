/** Two tabs, one log: taking turns at writing, and telling the other tab. */

/** Runs work while no other tab of this app writes. */
export interface Turn {
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The other tabs of this app on this device. */
export interface Neighbours {
  readonly tell: (news: "appended" | "wiped") => void;
  readonly heard: (listener: (news: "appended" | "wiped") => void) => void;
}
