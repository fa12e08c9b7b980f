/** Writes what is about to be tried into one id of a place, and reads it back. */

import { contexts, type Context } from "@belay/domain";

/** Any part may be missing. */
export interface Attempt {
  readonly step: string | null;
  readonly person: string | null;
  /** The guidance chose the step, the person took it as it was. */
  readonly offered: boolean;
  /** Where the guidance thought of it; said to the person, who may still do it elsewhere. */
  readonly context: Context | null;
  /** What it is for: a load, a standing offer, words that wait for the composer under this name. */
  readonly about: string | null;
}

/** No id of the log or the catalogue holds this sign. */
const between = "~";

/** Begins the third part of a step that was offered; the place where it was thought of may follow. */
const mark = "offered";

/** `step`, `step~person`, `step~person~offered.call` or `step~person~~about`; a missing part is empty. */
export const writePlace = ({
  step,
  person,
  offered = false,
  context = null,
  about = null,
}: Pick<Attempt, "step" | "person"> & Partial<Attempt>): string => {
  const parts = [
    step ?? "",
    person ?? "",
    offered ? [mark, ...(context === null ? [] : [context])].join(".") : "",
    about ?? "",
  ];
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1).join(between);
};

/** Reads what `writePlace` wrote. */
export const readPlace = (id: string | null): Attempt => {
  const [step, person, offered, about] = (id ?? "").split(between);
  const named = (part: string | undefined): string | null => (part === undefined || part === "" ? null : part);
  const [chosen, place] = (offered ?? "").split(".");
  return {
    step: named(step),
    person: named(person),
    offered: chosen === mark,
    context: (chosen === mark ? contexts.find((one) => one === place) : null) ?? null,
    about: named(about),
  };
};
