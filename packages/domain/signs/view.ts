/** Shows what was recognised: the newest reply to each sign. There is no count, and none is to be made of it. */
import type { LocalDay } from "@belay/basics";
import type { SignGroup, SignReply } from "../events/signs.ts";
import { oldestFirst } from "../events/entries.ts";
import type { SignsState } from "./evolve.ts";

/** One sign as it was answered last. */
export type SignAnswered = {
  readonly sign: string;
  readonly group: SignGroup;
  readonly reply: SignReply;
  readonly day: LocalDay;
  /** The newest reply of an earlier day that was another one, so that a change can be told; null where there is none. */
  readonly before: { readonly reply: SignReply; readonly day: LocalDay } | null;
};

/** What was said otherwise before `day`: several replies of one day are one person making up their mind. */
const otherBefore = (last: SignAnswered | undefined, reply: SignReply, day: LocalDay): SignAnswered["before"] => {
  if (last === undefined) return null;
  if (last.day === day) return last.before?.reply === reply ? null : last.before;
  return last.reply === reply ? last.before : { reply: last.reply, day: last.day };
};

/** The newest reply to each sign that was ever answered, in the order in which the signs were first answered. */
export const viewSigns = (state: SignsState): readonly SignAnswered[] => {
  const newest = new Map<string, SignAnswered>();
  for (const { group, answers, day } of oldestFirst(state)) {
    for (const { sign, reply } of answers) {
      newest.set(sign, { sign, group, reply, day, before: otherBefore(newest.get(sign), reply, day) });
    }
  }
  return [...newest.values()];
};
