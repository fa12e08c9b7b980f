/** Turns the figures of the guidance into what the page shows: numbers for drawings, and which sentence they bear. */
import type { Evidence } from "@belay/guidance";
import { enough } from "@belay/guidance";

/** A share as whole percent, or null. */
export const whole = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));

/** Which sentence the headline is: nothing tried, nothing answered yet, too few, or enough to say. */
export const headline = (
  found: Evidence,
  tries: number,
): "evidence.titleEmpty" | "evidence.titleOpen" | "evidence.titleFew" | "evidence.title" => {
  if (tries === 0) return "evidence.titleEmpty";
  if (found.total === 0) return "evidence.titleOpen";
  return found.tooFew ? "evidence.titleFew" : "evidence.title";
};

/** What may be said of expected and actual yes, with the numbers the sentence needs. */
export type YesSentence =
  | { readonly id: "evidence.yesNoGuess" }
  | { readonly id: "evidence.yesFew"; readonly expected: number }
  | {
      readonly id: "evidence.yesLower" | "evidence.yesHigher" | "evidence.yesAlike";
      readonly expected: number;
      readonly actual: number;
      readonly low: number;
      readonly high: number;
    };

/**
 * A guess is called too low or too high only when it lies outside the 90 % interval of what happened, and only with
 * at least `enough` answers that a guess was noted before.
 */
export const yesSentence = (found: Evidence): YesSentence => {
  const { expectedYes, interval90, n, total, yes } = found;
  if (expectedYes === null || interval90 === null) return { id: "evidence.yesNoGuess" };
  const expected = Math.round(expectedYes * 100);
  if (found.tooFew || n < enough) return { id: "evidence.yesFew", expected };
  const [low, high] = interval90;
  const numbers = {
    expected,
    actual: Math.round((yes / total) * 100),
    low: Math.round(low * 100),
    high: Math.round(high * 100),
  };
  if (expectedYes < low) return { id: "evidence.yesLower", ...numbers };
  return { id: expectedYes > high ? "evidence.yesHigher" : "evidence.yesAlike", ...numbers };
};

/** Feared and felt that lie this close (of 100) count as the same: nobody feels single points. */
const same = 5;

/** Whether it felt worse than feared, by more than what counts as the same. */
export const feltWorse = ({ feared, felt }: Evidence["pairs"][number]): boolean => felt > feared + same;

/** How pairs of feared and felt compare. */
export const comparePairs = (
  pairs: Evidence["pairs"],
): { readonly less: number; readonly more: number; readonly same: number } => {
  const less = pairs.filter(({ feared, felt }) => felt < feared - same).length;
  const more = pairs.filter(feltWorse).length;
  return { less, more, same: pairs.length - less - more };
};

/** Counts of moments by what they speak for. */
export const countMoments = (
  moments: readonly { readonly verdict: "for" | "against" | "does-not-count" }[],
): { readonly for: number; readonly against: number; readonly neither: number } => {
  const count = (verdict: string): number => moments.filter((moment) => moment.verdict === verdict).length;
  return { for: count("for"), against: count("against"), neither: count("does-not-count") };
};
