/** Chooses the step of the day, and something smaller beside it, from what is believed. */
import type { Ask } from "./ask.ts";
import { distanceOf, type Act, type Distance } from "./distance.ts";
import type { Folded } from "./fold.ts";
import { bend, meanLogistic } from "./normal.ts";
import { outlookOf, type Outlook } from "./predict.ts";
import { scoreOf } from "./score.ts";
import type { Someone, Step } from "./setup.ts";
import { askableOf, limitsOf, unsafeOf, type Limits } from "./today.ts";

/** Something that could be offered. `felt` is the expected true peak in points, `unsafe` a chance. */
export type Candidate = {
  readonly act: Act;
  readonly context: string;
  readonly distance: Distance;
  readonly outlook: Outlook;
  readonly felt: number;
  readonly unsafe: number;
};

const candidateOf = (folded: Folded, act: Act, context: string, unsafe: number): Candidate => {
  const distance = distanceOf(folded.setup, folded.state, act, folded.strain);
  const outlook = outlookOf(folded, distance);
  const felt = 100 * meanLogistic(outlook.mean / bend, (outlook.sd / bend) ** 2);
  return { act, context, distance, outlook, felt, unsafe };
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
  return ask.contexts.flatMap((context) =>
    [...setup.steps.values()]
      .filter((step) => step.contexts.includes(context))
      .flatMap((step) =>
        with_(step, context).map((someone) =>
          candidateOf(
            folded,
            { step, someone, context: setup.contexts.get(context) ?? -1 },
            context,
            someone === null ? 0 : (unsafe.get(someone.id) ?? 1),
          ),
        ),
      ),
  );
};

/** Chance of overwhelming and of doing that an offer must keep. */
const bounds = { over: 0.05, done: 0.4 } as const;

const feasible = ({ outlook, felt, act }: Candidate, { cap, easierThan }: Limits): boolean =>
  outlook.over <= bounds.over &&
  outlook.done >= bounds.done &&
  felt <= cap &&
  (easierThan === null || (act.step.difficulty < easierThan.difficulty && outlook.mean < easierThan.distance));

/** The name that breaks ties, so that the order of lists decides nothing. */
const tieName = ({ act, context }: Candidate): string => `${act.step.id}\n${act.someone?.id ?? ""}\n${context}`;

/** The best by score; null of none. */
export const bestOf = (folded: Folded, candidates: readonly Candidate[], limits: Limits): Candidate | null => {
  let best: Candidate | null = null;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = scoreOf(folded, candidate, limits);
    if (score > bestScore || (score === bestScore && best !== null && tieName(candidate) < tieName(best))) {
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
