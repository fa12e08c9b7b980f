/** Knows where "less alone, more known?" is the question, and how its answers are said. */
import type { Experiment } from "@belay/domain";
import type { MessageId } from "../words.ts";

/** Sharing and being with somebody: nothing was asked for, so a yes is not what it is about. */
export const isNear = ({ plan }: Pick<Experiment, "plan">): boolean =>
  plan.strand === "share" || plan.strand === "bewith";

/** The three answers as they are chosen; none of them is the good one. */
export const closerWords = {
  more: "outcome.closerMore",
  same: "outcome.closerSame",
  less: "outcome.closerLess",
} as const satisfies Readonly<Record<"more" | "same" | "less", MessageId>>;

/** The answers as a look back says them. */
const closerSaid = {
  more: "outcome.closerWasMore",
  same: "outcome.closerWasSame",
  less: "outcome.closerWasLess",
} as const satisfies Readonly<Record<"more" | "same" | "less", MessageId>>;

/** What a look back says of it; null where it was not asked or not answered. */
export const closerSentence = (experiment: Pick<Experiment, "plan" | "outcome">): MessageId | null => {
  const closer = experiment.outcome?.closer ?? null;
  return closer === null || !isNear(experiment) ? null : closerSaid[closer];
};
