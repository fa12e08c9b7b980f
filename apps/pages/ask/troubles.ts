/** Which sentence stands for which trouble, before the note is open and while an answer is on its way. */
import type { BrokenLink, Trouble } from "./page.ts";
import type { AnswerId } from "./say.ts";

/** The sentence for a link that opens nothing. */
export const brokenSentence = {
  missing: "answer.fault.missing",
  damaged: "answer.fault.damaged",
  newer: "answer.fault.newer",
} as const satisfies Readonly<Record<BrokenLink, AnswerId>>;

/** The sentence when the note could not be opened. */
export const openingSentence = {
  offline: "answer.fault.offline",
  slow: "answer.fault.slow",
  busy: "answer.fault.busy",
  gone: "answer.fault.gone",
  // A note that is full is served as gone; should it ever say so itself, the same sentence is true.
  full: "answer.fault.gone",
  refused: "answer.fault.refused",
  unreadable: "answer.fault.unreadable",
} as const satisfies Readonly<Record<Trouble, AnswerId>>;

/** The sentence when an answer did not go out. Each says that what was typed is still there, or that retrying is safe. */
export const sendingSentence = {
  offline: "answer.fault.offline-sending",
  slow: "answer.fault.slow-sending",
  busy: "answer.fault.busy-sending",
  gone: "answer.fault.gone-sending",
  full: "answer.fault.full",
  refused: "answer.fault.refused-sending",
  unreadable: "answer.fault.refused-sending",
} as const satisfies Readonly<Record<Trouble, AnswerId>>;
