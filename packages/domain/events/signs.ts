/** Facts about what somebody recognised of themselves when asked; never a count, a total or a label. */
import * as v from "valibot";
import { id } from "./fields.ts";

/** The four groups in which signs are asked. */
export const signGroups = ["inside", "doing", "people", "body"] as const;
/** A group's name. */
export type SignGroup = (typeof signGroups)[number];

/** What can be said to one sign. */
export const signReplies = ["often", "sometimes", "no"] as const;
/** A reply's name. */
export type SignReply = (typeof signReplies)[number];

/** Some signs of a group were answered; those left empty are not in the list. */
export const signsAnswered = v.strictObject({
  group: v.picklist(signGroups),
  answers: v.pipe(
    v.array(v.strictObject({ sign: id, reply: v.picklist(signReplies) })),
    v.minLength(1),
    v.maxLength(40),
  ),
});
