/** Something smaller beside the offer, and the guess of badness above which it is offered instead. */
import type { Candidate } from "./candidate.ts";
import { bestOf, type Choice } from "./choose.ts";
import { distanceOf, plus, spreadOfDistance } from "./distance.ts";
import type { Folded } from "./fold.ts";
import { between, varianceOf } from "./gauss.ts";
import { logistic, bend } from "./normal.ts";
import { chanceOfTooMuch } from "./predict.ts";
import { noise } from "./priors.ts";
import { pointsVariance } from "./reports.ts";
import { slots } from "./state.ts";

/** How much smaller, in points of distance; and how many are named. */
export const smaller = { by: 8, most: 2 } as const;

/** Up to two smaller ones, each clearly smaller than the one before; the same person is no must. */
export const smallerThan = (folded: Folded, { chosen, open, limits }: Choice): readonly Candidate[] => {
  const found: Candidate[] = [];
  let above = chosen.outlook.mean;
  while (found.length < smaller.most) {
    const bound = above - smaller.by;
    const next = bestOf(
      folded,
      open.filter(({ outlook, act }) => outlook.mean <= bound && act.step.id !== chosen.act.step.id),
      limits,
    );
    if (next === null) return found;
    found.push(next);
    above = next.outlook.mean;
  }
  return found;
};

/** Above this chance of being too much, once the guess is known, the offer is exchanged. */
export const swapping = { bearable: 0.03 } as const;

/**
 * The guess of badness (0 to 100) at which the chance of being overwhelmed, as corrected by the guess, passes what is
 * bearable: a guess is one more measurement of the distance, with an offset of its own.
 */
export const swapPoint = (folded: Folded, { act }: Pick<Candidate, "act">): number => {
  const { gauss } = folded.state;
  const distance = distanceOf(folded.setup, folded.state, act, folded.strain);
  const { mean, variance } = spreadOfDistance(folded.state, distance);
  const told = plus(distance.sum, 1, [slots.shade, slots.guess], [1, 1]);
  const expected = mean + (gauss.mean[slots.shade] ?? 0) + (gauss.mean[slots.guess] ?? 0);
  const total = varianceOf(gauss, told) + distance.extra + noise.guess ** 2 + pointsVariance(60, noise.points);
  const slope = (between(gauss, distance.sum, told) + distance.extra) / total;
  const left = Math.max(0, variance - slope * slope * total);
  for (let points = 20; points < 100; points += 1) {
    const value = bend * Math.log(points / (100 - points));
    if (chanceOfTooMuch(folded, mean + slope * (value - expected), left) > swapping.bearable) return points;
  }
  return Math.round(100 * logistic(10));
};
