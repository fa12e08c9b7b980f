/** Facts about what somebody believes about asking, and what spoke for and against it. */
import * as v from "valibot";
import { id, line, note, percent } from "./fields.ts";

/** A belief of the person's own. */
export const beliefAdded = v.strictObject({ belief: id, text: line });

/** How strongly it is held today. */
export const beliefRated = v.strictObject({ belief: id, strength: percent });

/** What would count for and against it, fixed before it is tested. */
export const testAgreed = v.strictObject({ belief: id, countsFor: note, countsAgainst: note });

/** How one experiment speaks to one belief. */
export const verdicts = ["for", "against", "does-not-count"] as const;

/** One experiment was weighed against one belief. */
export const momentWeighed = v.strictObject({
  belief: id,
  experiment: id,
  verdict: v.picklist(verdicts),
  because: note,
});

/** Fact or old alarm: what it looks like today. */
export const alarmAnswers = ["fact", "alarm", "both", "unsure"] as const;

/** The question was asked, and answered; `because` may be empty. */
export const beliefQuestioned = v.strictObject({ belief: id, answer: v.picklist(alarmAnswers), because: note });

/** Another way to see it, in the person's own words or taken over; the newest stands. */
export const alternativeSet = v.strictObject({ belief: id, text: line });

/** How true the other way feels today. */
export const alternativeRated = v.strictObject({ belief: id, strength: percent });
