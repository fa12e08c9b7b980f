/** Facts about standing offers: what somebody said they are glad to do, whenever it is wanted. */
import * as v from "valibot";
import { id, line, note } from "./fields.ts";

/**
 * An offer stands: told to the person, or left on the answer page (`ask` names the ask it came with). `person` is null
 * for somebody outside the circle. `when` and `often` are in words, and may be empty.
 */
export const offerMade = v.strictObject({
  offer: id,
  person: v.nullable(id),
  what: line,
  when: note,
  often: note,
  ask: v.nullable(id),
});

/** It does not stand any more. */
export const offerEnded = v.strictObject({ offer: id });

/** It was taken up, as one experiment. */
export const offerTaken = v.strictObject({ offer: id, experiment: id });
