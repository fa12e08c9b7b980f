/** Makes the reasons for a step, as data, from the numbers it was chosen by and from what was lived. */
import { asksAgain, type Person, type StepSpec, type Stop, type Trial } from "@belay/domain";
import type { Limits } from "../model/today.ts";
import type { Care } from "./care.ts";
import type { BadEvent, Numbers, StepReason } from "./choice.ts";

/** What the reasons are made from. */
export type Chosen = {
  readonly step: StepSpec;
  readonly person: Person | null;
  readonly numbers: Numbers;
  readonly limits: Limits;
  /** What was said of today's energy; null when nothing was. */
  readonly energy: number | null;
  readonly stop: Stop;
  readonly care: Care | null;
  readonly trials: readonly Trial[];
};

/** What went badly, newest last; null when nothing did in the last days. */
export const badEventOf = ({ bads }: Limits): BadEvent | null => {
  const because = bads.at(-1)?.because ?? null;
  return because === "peak" ? "too-much" : because;
};

/** Whether the day calls for care: its limits ask that a hard offer be unlikely. */
export const isCareful = ({ hard }: Limits): boolean => hard < 1;

const doneLikeThis = ({ pairs }: Numbers): readonly StepReason[] => {
  const n = pairs.length;
  if (n === 0) return [];
  const sum = (of: "expected" | "felt"): number => pairs.reduce((total, pair) => total + pair[of], 0);
  return [{ type: "DoneLikeThis", n, expected: sum("expected") / n, felt: sum("felt") / n }];
};

const varietyOf = ({ step, person, numbers, trials }: Chosen): readonly StepReason[] => {
  const last = trials.at(-1);
  if (last === undefined) return [];
  const earlier = trials.findLast((trial) => trial.person !== null);
  return [
    ...(last.strand === step.strand ? [] : [{ type: "Variety", of: "strand" } as const]),
    ...(person === null || earlier === undefined || earlier.person === person.id
      ? []
      : [{ type: "Variety", of: "person" } as const]),
    ...(last.context === null || last.context === numbers.context ? [] : [{ type: "Variety", of: "context" } as const]),
  ];
};

/** Every reason that holds, the one that bound the choice most first. */
export const reasonsOf = (chosen: Chosen): readonly StepReason[] => {
  const { step, person, numbers, limits, energy, stop, care } = chosen;
  const because = badEventOf(limits);
  return [
    ...(care === null ? [] : [{ type: "CareFirst", because: care.because } as const]),
    ...(because === null ? [] : [{ type: "EasierAfter", because } as const]),
    ...(isCareful(limits) ? [{ type: "CarefulDay", energy } as const] : []),
    { type: "WithinReach", peak: numbers.peak, done: numbers.done, tries: numbers.tries },
    ...doneLikeThis(numbers),
    ...varietyOf(chosen),
    ...(stop === "screen-first" ? [{ type: "ScreenFirst", depth: asksAgain(step) ? "larger" : "first" } as const] : []),
    ...(person === null ? [{ type: "NobodyNeeded" } as const] : []),
  ];
};
