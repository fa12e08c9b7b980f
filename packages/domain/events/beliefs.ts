/** Facts about what somebody believes about asking, and what spoke for and against it. */
import * as v from "valibot";
import { id, line, note, percent } from "./fields.ts";

/** A belief of the person's own. */
export const beliefAdded = v.object({ belief: id, text: line });

/** How strongly it is held today. */
export const beliefRated = v.object({ belief: id, strength: percent });

/** What would count for and against it, fixed before it is tested. */
export const testAgreed = v.object({ belief: id, countsFor: note, countsAgainst: note });

/** One experiment was weighed against one belief. */
export const momentWeighed = v.object({
  belief: id,
  experiment: id,
  verdict: v.picklist(["for", "against", "does-not-count"]),
  because: note,
});
