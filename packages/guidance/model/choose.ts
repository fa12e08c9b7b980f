/** Chooses the step of the day, and something smaller beside it, from what is believed. */
import type { Ask } from "./ask.ts";
import {
  distanceOf,
  plus,
  spreadOfDistance,
  stepDistance,
  withSomeone,
  type Act,
  type Distance,
  type Spread,
} from "./distance.ts";
import type { Folded } from "./fold.ts";
import { varianceOf } from "./gauss.ts";
import { below, bend, meanLogistic } from "./normal.ts";
import { outlookOf } from "./predict.ts";
import type { Candidate } from "./candidate.ts";
import { scoreOf } from "./score.ts";
import type { Someone, Step } from "./setup.ts";
import type { Strain } from "./strain.ts";
import { askableOf, limitsOf, unsafeOf, type Limits } from "./today.ts";

/** Distances outside of these are never offered: some 4 points at most, or far beyond the cap. */
const thinkable = { low: -45, high: 12 } as const;

/** A step somewhere, before it is said with whom. */
type Place = {
  readonly step: Step;
  readonly context: number;
  readonly name: string;
  readonly alone: Distance;
  readonly numbers: Spread;
};

const candidateOf = (folded: Folded, place: Place, someone: Someone | null, unsafe: number): readonly Candidate[] => {
  const { step, context, name, alone, numbers } = place;
  const spread = withSomeone(folded.state, alone, numbers, someone);
  if (spread.mean > thinkable.high || spread.mean < thinkable.low) return [];
  const outlook = outlookOf(folded, spread);
  const felt = 100 * meanLogistic(outlook.mean / bend, spread.variance / (bend * bend));
  return [{ act: { step, someone, context }, context: name, outlook, felt, unsafe }];
};

/** Everything that today's people and contexts allow. */
const candidatesOf = (folded: Folded, ask: Ask, blocked: ReadonlySet<string>): readonly Candidate[] => {
  const { setup } = folded;
  const askable = askableOf(folded, ask, blocked);
  const unsafe = new Map(askable.map((someone) => [someone.id, unsafeOf(folded, someone)]));
  const with_ = (step: Step, context: string): readonly (Someone | null)[] =>
    step.needsPerson
      ? askable.filter(({ role }) => step.roles.includes(role) && setup.roleContexts.get(role)?.has(context) === true)
      : [null];
  return ask.contexts.flatMap((name) => {
    const context = setup.contexts.get(name) ?? -1;
    return [...setup.steps.values()]
      .filter((step) => step.contexts.includes(name))
      .flatMap((step) => {
        const alone = stepDistance(setup, folded.state, step, context, folded.strain);
        const place = { step, context, name, alone, numbers: spreadOfDistance(folded.state, alone) };
        return with_(step, name).flatMap((someone) =>
          candidateOf(folded, place, someone, someone === null ? 0 : (unsafe.get(someone.id) ?? 1)),
        );
      });
  });
};

/** Chances that an offer must keep: of overwhelming, of being done, of being as hard as what went badly. */
export const bounds = { over: 0.08, done: 0.4, asHard: 0.04 } as const;

/** On an ordinary day, without strain. */
const atRest: Strain = { mean: 0, variance: 0, day: 0 };

/** Chance that an act is at least as hard as one that went badly, for this person on an ordinary day. */
const chanceAsHard = ({ setup, state }: Folded, act: Act, theirs: Distance): number => {
  const mine = distanceOf(setup, state, act, atRest);
  const minus = theirs.sum.weight.map((one) => -one);
  const variance = varianceOf(state.gauss, plus(mine.sum, 1, theirs.sum.at, minus)) + mine.extra + theirs.extra;
  return below((mine.mean - theirs.mean) / Math.sqrt(variance + 1));
};

/** Whether an offer keeps to the limits of the day and of all days. */
const feasible = ({ outlook, felt }: Candidate, { cap, hard }: Limits): boolean =>
  outlook.over <= bounds.over &&
  outlook.done >= bounds.done &&
  felt <= cap &&
  (hard >= 1 || below(outlook.mean / outlook.sd) <= hard);

/** Whether an offer is surely easier than all that went badly lately; dear to ask, so asked of the best alone. */
const easier = (folded: Folded, { act }: Candidate, { bads }: Limits): boolean =>
  bads.every(
    (bad) => chanceAsHard(folded, act, distanceOf(folded.setup, folded.state, bad.act, atRest)) <= bounds.asHard,
  );

/** The name that breaks ties, so that the order of lists decides nothing. */
const tieName = ({ act, context }: Candidate): string => `${act.step.id}\n${act.someone?.id ?? ""}\n${context}`;

/** The best by score; null of none. */
export const bestOf = (folded: Folded, candidates: readonly Candidate[], limits: Limits): Candidate | null => {
  let best: Candidate | null = null;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = scoreOf(folded, candidate, limits);
    const better = score > bestScore || (score === bestScore && best !== null && tieName(candidate) < tieName(best));
    if (better && easier(folded, candidate, limits)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
};

/** The choice, with all that could have been chosen; null is rest. */
export type Choice = {
  readonly chosen: Candidate;
  readonly open: readonly Candidate[];
  readonly limits: Limits;
};

/** Chooses for the day of an ask; `folded` must have been moved on to that day. */
export const chooseAct = (folded: Folded, ask: Ask, blocked: ReadonlySet<string>): Choice | null => {
  const limits = limitsOf(folded, folded.day);
  if (limits.rest) return null;
  const open = candidatesOf(folded, ask, blocked).filter((candidate) => feasible(candidate, limits));
  const chosen = bestOf(folded, open, limits);
  return chosen === null ? null : { chosen, open, limits };
};
