/** Facts about pauses: what the body said, and what was chosen at the end. Opening a pause records nothing. */
import * as v from "valibot";
import { id } from "./fields.ts";

/** Whether the alarm belongs to now, to then, or cannot be told. */
export const alarmTimes = ["now", "then", "unsure"] as const;

/** The five ends of a pause, all of the same weight. */
export const pauseChoices = ["ask", "accept", "wait", "alone", "not-possible"] as const;
/** A choice's name. */
export type PauseChoice = (typeof pauseChoices)[number];

/** A pause ended in a choice. `cue` is an id of the catalogue. */
export const pauseTaken = v.strictObject({
  cue: v.nullable(id),
  when: v.nullable(v.picklist(alarmTimes)),
  choice: v.picklist(pauseChoices),
});
