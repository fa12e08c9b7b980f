/** Finds what was decided for silence, and whether an ask was reminded of. */
import type { LocalDay } from "@belay/basics";
import type { Ask, Experiment, PathName } from "@belay/domain";

/** What was decided, and the day the ask went out with it. */
export interface SilencePlan {
  readonly silence: NonNullable<Ask["silence"]>;
  readonly sentOn: LocalDay;
}

/** Of the newest ask that went out with a plan; null when nothing was decided. */
export const planOf = ({ asks }: Pick<Experiment, "asks">): SilencePlan | null => {
  for (const { silence, sentOn } of asks) if (silence !== null && sentOn !== null) return { silence, sentOn };
  return null;
};

/** A walk, as far as this needs it. */
interface Walked {
  readonly path: PathName;
  readonly experiment: string | null;
  readonly chose: string;
}

/** Whether a reminder of this ask was chosen before: there is one, and no second. */
export const wasReminded = (walked: readonly Walked[], experiment: string | null): boolean =>
  experiment !== null && walked.some((one) => one.experiment === experiment && one.chose === "remind");
