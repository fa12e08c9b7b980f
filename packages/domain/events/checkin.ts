/** Facts about how a day is. */
import * as v from "valibot";
import { id, note, percent } from "./fields.ts";

/** What somebody noted in the fifteen seconds of a check-in; `null` means not answered, never zero. */
export const checkinNoted = v.strictObject({
  energy: v.nullable(percent),
  cues: v.pipe(v.array(id), v.maxLength(20)),
  carrying: v.nullable(note),
});
