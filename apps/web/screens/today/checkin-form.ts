/** The form of a check-in, shared with the first visit, and what of it is recorded. */
import type { Checkin, Command } from "@belay/domain";

/** Nothing is answered to begin with. `cues` are ids of the catalogue with spaces between. */
export type CheckinForm = {
  /** 0 to 100. */
  readonly energy: number | null;
  readonly cues: string;
  /** What is being carried, in the person's words. */
  readonly carrying: string;
};

/** Nothing answered. */
export const emptyCheckin: CheckinForm = { energy: null, cues: "", carrying: "" };

/** The form with what was noted already, so that changing one thing keeps the others. */
export const formOf = (checkin: Pick<Checkin, "energy" | "cues" | "carrying"> | null): CheckinForm =>
  checkin === null
    ? emptyCheckin
    : { energy: checkin.energy, cues: checkin.cues.join(" "), carrying: checkin.carrying ?? "" };

/** Whether a check-in says how the day is: the load alone, from the first page, does not. */
export const isDone = (checkin: Pick<Checkin, "energy" | "cues">): boolean =>
  checkin.energy !== null || checkin.cues.length > 0;

/** The ids in a form's cues. */
export const cueIds = (cues: string): readonly string[] => cues.split(" ").filter((id) => id !== "");

/** The cues with one of them switched. */
export const withCue = (cues: string, id: string, on: boolean): string =>
  [...cueIds(cues).filter((other) => other !== id), ...(on ? [id] : [])].join(" ");

/** Whether there is anything to note. */
export const hasAnswer = (form: CheckinForm): boolean =>
  form.energy !== null || cueIds(form.cues).length > 0 || form.carrying.trim() !== "";

/** What is recorded: what was not answered stays null. At most the 20 cues that one check-in holds. */
export const checkinCommand = (form: CheckinForm): Extract<Command, { kind: "checkin/note" }> => {
  const carrying = form.carrying.trim();
  return {
    kind: "checkin/note",
    energy: form.energy,
    cues: cueIds(form.cues).slice(0, 20),
    carrying: carrying === "" ? null : carrying,
  };
};
