/** Scores guesses of yes against what came: the Brier score, its three parts, and the average as a rival. */
import type { Trial } from "@belay/domain";
import { isYes } from "../evidence.ts";
import { meanBand } from "./student.ts";

/** One guess whose answer is known. `said` is the guessed chance of help, 0 to 1; `came` tells whether it came, in part or whole. */
export type Guess = { readonly id: string; readonly said: number; readonly came: boolean };

/** Every guess whose answer is known, in the order given; of rows with the same id the last stands. Bad answers count as not come. */
export const guessesOf = (trials: readonly Trial[]): readonly Guess[] =>
  [...new Map(trials.map((trial) => [trial.id, trial])).values()].flatMap(({ id, predHelp, outcome }) =>
    predHelp === null || outcome === null ? [] : [{ id, said: predHelp / 100, came: isYes(outcome) }],
  );

const one = (came: boolean): number => (came ? 1 : 0);

const shareOf = (guesses: readonly Guess[]): number =>
  guesses.filter(({ came }) => came).length / Math.max(1, guesses.length);

const meanOf = (guesses: readonly Guess[], score: (guess: Guess) => number): number =>
  guesses.reduce((sum, guess) => sum + score(guess), 0) / guesses.length;

/**
 * Mean squared distance of guess and result, 0 (always right) to 1; always guessing a half gives 0.25. Null without a
 * guess. Brier 1950, Mon Weather Rev 78:1-3, halved to the form for two outcomes.
 */
export const brierOf = (guesses: readonly Guess[]): number | null =>
  guesses.length === 0 ? null : meanOf(guesses, ({ said, came }) => (said - one(came)) ** 2);

/**
 * The parts of a Brier score: score = reliability - resolution + uncertainty, exactly. All are 0 to 1; `reliability` is
 * better when small (what was said is what came), `resolution` when large (the guesses tell asks apart), and
 * `uncertainty`, at most 1/4, lies in the asks themselves.
 */
export type Parts = { readonly reliability: number; readonly resolution: number; readonly uncertainty: number };

/**
 * Murphy's partition over the distinct values that were said, so that nothing is lost within groups. Null without a
 * guess. Murphy 1973, J Appl Meteorol 12:595-600; on groups: Stephenson, Coelho & Jolliffe 2008, Weather Forecast
 * 23:752-757.
 */
export const partsOf = (guesses: readonly Guess[]): Parts | null => {
  if (guesses.length === 0) return null;
  const bySaid = new Map<number, Guess[]>();
  for (const guess of guesses) {
    const same = bySaid.get(guess.said);
    if (same === undefined) bySaid.set(guess.said, [guess]);
    else same.push(guess);
  }
  const base = shareOf(guesses);
  const groups = [...bySaid].map(([said, all]) => ({ said, n: all.length, share: shareOf(all) }));
  const over = (part: (group: { readonly said: number; readonly share: number }) => number): number =>
    groups.reduce((sum, group) => sum + group.n * part(group), 0) / guesses.length;
  return {
    reliability: over(({ said, share }) => (said - share) ** 2),
    resolution: over(({ share }) => (share - base) ** 2),
    uncertainty: base * (1 - base),
  };
};

/** How guesses stand against always guessing the average. */
export type AgainstAverage = {
  /** The rival: the share of yes, 0 to 1, known only afterwards and so hard to beat. */
  readonly average: number;
  /** The rival's Brier score: average x (1 - average). */
  readonly itsBrier: number;
  /** 1 - score / the rival's score: above 0 the guesses did better, at most 1; null where the rival is never wrong. */
  readonly skill: number | null;
  /** `better` or `worse` only where the 90 % interval of the mean difference leaves zero out. */
  readonly verdict: "better" | "worse" | "alike";
};

/**
 * Sets the guesses beside the sample's base rate (Wilks 2011, Statistical Methods in the Atmospheric Sciences, section
 * 8.4.2). The verdict is a paired comparison of the squared errors with Student's t (Diebold & Mariano 1995, J Bus Econ
 * Stat 13:253-263). Null with fewer than two guesses.
 */
export const againstAverage = (guesses: readonly Guess[]): AgainstAverage | null => {
  const brier = brierOf(guesses);
  const average = shareOf(guesses);
  const gain = meanBand(
    guesses.map(({ said, came }) => (average - one(came)) ** 2 - (said - one(came)) ** 2),
    0.9,
  );
  if (brier === null || gain === null || gain.range === null) return null;
  const itsBrier = average * (1 - average);
  const [low, high] = gain.range;
  const verdict = low > 0 ? "better" : high < 0 ? "worse" : "alike";
  return { average, itsBrier, skill: itsBrier === 0 ? null : 1 - brier / itsBrier, verdict };
};
