/** What the guidance gives the app: one step or rest, the reasons as data, and the numbers it went by. */
import type { Context, Person, StepSpec } from "@belay/domain";
import type { CareReason } from "./care.ts";

/** What went badly in the last days. */
export type BadEvent = "hurtful" | "too-much" | "broken-off";

/** A mean and the ends between which it lies nine times of ten. */
export type Range = { readonly mean: number; readonly low: number; readonly high: number };

/** A try of one's own whose badness was both expected and felt, 0 to 100. */
export type Pair = { readonly expected: number; readonly felt: number };

/** Everything a choice went by, for whoever asks why. Distress is 0 to 100, a chance 0 to 1. */
export type Numbers = {
  /** The highest distress that this person would report. */
  readonly peak: Range;
  /** Chance that it gets done, given a chance to try. */
  readonly done: number;
  /** Chance that it would be too much: a true peak above 80. */
  readonly over: number;
  /** Chance of a yes, whole or in part; null where nobody of the circle is asked. */
  readonly yes: Range | null;
  /** The published difficulty at which a step would bring a peak of 50. */
  readonly reach: Range;
  /** How many tries with a felt distress this rests on. */
  readonly tries: number;
  /** The person's own tries like this one, oldest first. */
  readonly pairs: readonly Pair[];
  /** How strained today is, in standard deviations of people in general; above 0 is more than usual. */
  readonly strain: number;
  /** Where it was reckoned to happen. */
  readonly context: Context;
};

/** Why this step: data, worded in `content`. */
export type StepReason =
  /** It looks doable: the expected peak with its range, the chance that it gets done, and how many tries that rests on. */
  | { readonly type: "WithinReach"; readonly peak: Range; readonly done: number; readonly tries: number }
  /** So many tries like it were expected to be, and felt, so bad on average. */
  | { readonly type: "DoneLikeThis"; readonly n: number; readonly expected: number; readonly felt: number }
  /** What the person told is high: nothing hard is offered. */
  | { readonly type: "CareFirst"; readonly because: CareReason }
  /** Something other than last time. */
  | { readonly type: "Variety"; readonly of: "strand" | "person" | "context" }
  /** Easier than usual, since something went badly in the last days. */
  | { readonly type: "EasierAfter"; readonly because: BadEvent }
  /** Easier than usual, since there is little energy; null when that is read from the days before. */
  | { readonly type: "CarefulDay"; readonly energy: number | null }
  /** The safety questions come first. */
  | { readonly type: "ScreenFirst"; readonly depth: "first" | "larger" }
  /** It takes nobody of the circle. */
  | { readonly type: "NobodyNeeded" };

/** Why to rest. */
export type RestReason =
  | { readonly type: "LowEnergy"; readonly energy: number }
  /** Nothing was said today, and the last check-ins were low. */
  | { readonly type: "Strained" }
  | { readonly type: "RestedToday" }
  /** What the person told is so high that nothing is offered, or nothing light enough is left. */
  | { readonly type: "CareFirst"; readonly because: CareReason }
  | { readonly type: "EasierAfter"; readonly because: BadEvent }
  | { readonly type: "NothingWithinReach" };

/** One step (and with whom), or rest. `smaller` is an easier one in its place, with the same person or with nobody. */
export type Choice =
  | {
      readonly kind: "step";
      readonly step: StepSpec;
      readonly person: Person | null;
      readonly reasons: readonly StepReason[];
      readonly numbers: Numbers;
      readonly smaller: StepSpec | null;
      /** What is expected of the smaller one, with the same person or with nobody; null where there is none. */
      readonly smallerNumbers: Numbers | null;
    }
  | { readonly kind: "rest"; readonly reasons: readonly RestReason[] };

/** Below so many tries a number is said to rest on too few. */
export const fewTries = 5;
