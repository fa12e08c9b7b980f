/** Writes and reads the id of a place in the kindness room, and puts its practices in order. */
import type { CriticMoment as ContentMoment, PracticeContent } from "@belay/content";

/** When a kinder word is wanted; `any` when it was looked for. */
export type KindMoment = ContentMoment | "any";

/** In the order of the room's list. */
const moments: readonly KindMoment[] = [
  "before-ask",
  "after-no",
  "after-silence",
  "after-let-down",
  "low-day",
  "carried-all",
  "any",
];

/** What a place is about: a moment, and the experiment it belongs to if there is one. */
export interface KindPlace {
  readonly moment: KindMoment;
  readonly experiment: string | null;
}

/** `moment` or `moment~experiment`. */
export const writeKind = (moment: KindMoment, experiment: string | null = null): string =>
  experiment === null ? moment : `${moment}~${experiment}`;

/** Null for the list of all: no id, or a moment of another version. */
export const readKind = (id: string | null): KindPlace | null => {
  const [name = "", experiment = ""] = (id ?? "").split("~");
  const moment = moments.find((known) => known === name);
  return moment === undefined ? null : { moment, experiment: experiment === "" ? null : experiment };
};

/**
 * The practices of a moment: those never done first, then the one done longest ago; equals in the order of the
 * catalogue. `done` is what was practised, newest first.
 */
export const inTurn = (
  catalogue: readonly PracticeContent[],
  moment: KindMoment,
  done: readonly string[],
): readonly PracticeContent[] => {
  const age = (practice: PracticeContent): number => {
    const at = done.indexOf(practice.id);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return catalogue
    .filter((practice) => moment === "any" || practice.moments.includes(moment))
    .toSorted((a, b) => age(b) - age(a));
};
