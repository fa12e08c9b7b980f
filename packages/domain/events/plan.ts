/** Facts about the safety plan: lines in the person's own words, made on a calm day for a hard one. */
import * as v from "valibot";
import { id, line } from "./fields.ts";

/**
 * The parts of a plan, in the order in which they are gone through. The order follows safety planning (Stanley & Brown
 * 2012, Cogn Behav Pract 19:256-264); the headings are the app's own words, since the published form is protected.
 */
export const planParts = ["signs", "coping", "company", "helpers", "professionals", "safer"] as const;
/** A part's name. */
export type PlanPart = (typeof planParts)[number];

/**
 * A line was written, or written anew: the newest wording stands. `person` is set where a name was taken from the
 * circle, so that a later warning about them can be said beside the line.
 */
export const planLineWritten = v.strictObject({
  line: id,
  part: v.picklist(planParts),
  text: line,
  person: v.nullable(id),
});

/** A line was taken out, and stays out. */
export const planLineRemoved = v.strictObject({ line: id });
