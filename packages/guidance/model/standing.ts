/** Where somebody stands, in the figures that can be shown: reach, belief, whether reach rose, who will say yes. */
import type { Folded } from "./fold.ts";
import { between, meanOf, varianceOf, type Sum } from "./gauss.ts";
import { below, ninety } from "./normal.ts";
import { reachSum, weekSlot } from "./state.ts";
import { chanceOfYes } from "./willing.ts";

type Band = readonly [mean: number, low: number, high: number];

const points = (value: number): number => Math.min(100, Math.max(0, value));

const reachBand = ({ setup, state }: Folded): Band => {
  const sum = reachSum(setup);
  const mean = meanOf(state.gauss, sum);
  const half = ninety * Math.sqrt(varianceOf(state.gauss, sum));
  return [points(mean), points(mean - half), points(mean + half)];
};

/** Reach so many days ago: between the two weeks around it, or as it was at the start. */
const reachThen = ({ setup, day }: Folded, ago: number): Sum => {
  const weeks = (day - ago - setup.day) / 7;
  if (weeks <= 0) return { at: [weekSlot(0)], weight: [1] };
  const week = Math.floor(weeks);
  return { at: [weekSlot(week), weekSlot(week + 1)], weight: [1 - (weeks - week), weeks - week] };
};

/** Chance that reach is higher than 28 days ago (or than at the start, if that is later). */
const risen = (folded: Folded): number => {
  const { gauss } = folded.state;
  const now = reachSum(folded.setup);
  const then = reachThen(folded, 28);
  const variance = varianceOf(gauss, now) + varianceOf(gauss, then) - 2 * between(gauss, now, then);
  if (variance < 1e-6) return 0.5;
  return below((meanOf(gauss, now) - meanOf(gauss, then)) / Math.sqrt(variance));
};

/** Expected badness as it is guessed these days; single guesses scatter, so a few leave much open. */
const beliefBand = ({ track }: Folded): Band => {
  const half = ninety * (6 + 18 / Math.sqrt(1 + track.beliefs));
  return [points(track.belief), points(track.belief - half), points(track.belief + half)];
};

/** The figures of the day that `folded` stands at; `yes` is of a request of cost 0.45, by person. */
export const standingOf = (folded: Folded) => ({
  reach: reachBand(folded),
  belief: beliefBand(folded),
  trend28: risen(folded),
  yes: Object.fromEntries(
    [...folded.setup.people.values()].map((someone) => [someone.id, chanceOfYes(folded.willing, someone, 0.45)]),
  ),
});
