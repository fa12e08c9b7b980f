/** Words the numbers a step was chosen by: data in, sentences' ids and values out. */
import { fewTries, type Numbers, type Pair, type Range } from "@belay/guidance";
import type { MessageId, Values } from "../words.ts";

/** A sentence to be said. */
export interface Said {
  readonly id: MessageId;
  readonly values: Values;
}

/** A chance of 0 to 1 as so many in ten, never none and never all: neither is known. */
export const inTen = (chance: number): number => Math.min(9, Math.max(1, Math.round(chance * 10)));

/** How hard, and how likely too much: a chance below half a per cent is said as less than one, never as none. */
export const hardSaid = ({ peak, over }: Numbers): readonly Said[] => [
  {
    id: "today.whyPeak",
    values: { n: Math.round(peak.mean), low: Math.round(peak.low), high: Math.round(peak.high) },
  },
  { id: "today.whyOver", values: { n: Math.round(over * 100) } },
];

/** Pairs are drawn and listed up to so many, the newest. */
export const pairsShown = 6;

/** Whole points, over pairs of which there is at least one. */
const meanOf = (pairs: readonly Pair[], of: "expected" | "felt"): number =>
  Math.round(pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length);

/** All tries like it in one sentence, good and bad ones. */
export const pairsSaid = ({ pairs }: Pick<Numbers, "pairs">): Said =>
  pairs.length === 0
    ? { id: "today.whyNoPairs", values: {} }
    : {
        id: "today.whyPairs",
        values: { n: pairs.length, expected: meanOf(pairs, "expected"), felt: meanOf(pairs, "felt") },
      };

/** A chance of yes with its range; the range is said because it is wide. */
const yesSaid = ({ mean, low, high }: Range, name: string): Said => ({
  id: "today.whyYes",
  values: { name, n: inTen(mean), low: inTen(low), high: inTen(high) },
});

/**
 * Whether it gets done and, where somebody is asked, what they may say. The bands of the first sentence are a word for
 * the number beside it, and leave the choice open.
 */
export const chancesSaid = ({ done, yes }: Numbers, name: string | null): readonly Said[] => [
  { id: "today.whyDone", values: { n: inTen(done), kind: done >= 0.85 ? "sure" : done >= 0.58 ? "likely" : "open" } },
  ...(yes === null || name === null ? [] : [yesSaid(yes, name)]),
];

/** Strain beyond which a day counts as other than ordinary, in standard deviations. */
const marked = 0.5;

/**
 * What it rests on: how many tries, where this person's reach lies, and today. Few tries are called few before any
 * number is given.
 */
export const restsSaid = ({ tries, reach, strain }: Numbers): readonly Said[] => [
  { id: tries < fewTries ? "steps.ladderFew" : "steps.ladderTries", values: { tries } },
  {
    id: "today.whyReach",
    values: { n: Math.round(reach.mean), low: Math.round(reach.low), high: Math.round(reach.high) },
  },
  { id: "today.whyStrain", values: { kind: strain > marked ? "more" : strain < -marked ? "less" : "usual" } },
];
