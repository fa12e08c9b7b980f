/** Facts about kindness towards oneself at a critical moment. */
import * as v from "valibot";
import { id, note } from "./fields.ts";

/** When a practice was offered; `any` when it was looked for. */
export const criticMoments = [
  "before-ask",
  "after-no",
  "after-silence",
  "after-let-down",
  "low-day",
  "carried-all",
  "any",
] as const;
/** A moment's name. */
export type CriticMoment = (typeof criticMoments)[number];

/** A practice was done; `words` is what the person wrote to themselves, and may be empty. */
export const practiceDone = v.strictObject({
  practice: id,
  moment: v.picklist(criticMoments),
  experiment: v.nullable(id),
  words: note,
});
