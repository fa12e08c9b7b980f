/** Facts about the hard moments that have a path of their own. */
import * as v from "valibot";
import { id, note } from "./fields.ts";

/** The five paths. */
export const pathNames = ["after-no", "after-silence", "after-let-down", "low-day", "carried-all"] as const;
/** A path's name. */
export type PathName = (typeof pathNames)[number];

/** A path was walked to its end: what it was about, what was chosen next, and what the person wrote, if anything. */
export const pathWalked = v.strictObject({
  path: v.picklist(pathNames),
  experiment: v.nullable(id),
  chose: id,
  words: note,
});
