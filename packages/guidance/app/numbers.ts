/** Reads the numbers of a step out of what is believed: how hard for this person, how likely done, how likely a yes. */
import { contexts, type Context, type StepSpec } from "@belay/domain";
import type { Act } from "../model/distance.ts";
import type { Folded } from "../model/fold.ts";
import { predictionOf } from "../model/predict.ts";
import type { Setup, Step } from "../model/setup.ts";
import { standingOf } from "../model/standing.ts";
import { limitsOf } from "../model/today.ts";
import { chanceOfYes } from "../model/willing.ts";
import type { Numbers, Range } from "./choice.ts";
import type { Guided } from "./guided.ts";
import { feltOf, pairsLike } from "./like.ts";
import { placesOf } from "./messages.ts";

/** How hard a step looks for this person: the distress they would report, its range, and where it lies today. */
export type Hardness = Range & {
  /** Chance that it gets done, 0 to 1. */
  readonly done: number;
  /** `within`: hard enough to matter and no more than today bears. */
  readonly zone: "beyond" | "within" | "below";
  /** How many tries with a felt distress it rests on. */
  readonly tries: number;
};

const rangeOf = ([mean, low, high]: readonly [number, number, number]): Range => ({ mean, low, high });

/** The context of an index; the protocol's contexts are the domain's, in their order. */
const contextAt = (index: number): Context => contexts[index] ?? "in-person";

/** How many tries told how they felt. */
export const triesFelt = ({ known }: Guided): number => known.trials.filter((trial) => feltOf(trial) !== null).length;

/** All the numbers of one act. */
export const numbersOf = (guided: Guided, folded: Folded, act: Act, step: StepSpec): Numbers => {
  const { peak, peakLo, peakHi, done, over } = predictionOf(folded, act);
  return {
    peak: { mean: peak, low: peakLo, high: peakHi },
    done,
    over,
    yes: act.someone === null ? null : rangeOf(chanceOfYes(folded.willing, act.someone, act.step.cost)),
    reach: rangeOf(standingOf(folded).reach),
    tries: triesFelt(guided),
    pairs: pairsLike(step, guided.known.trials),
    strain: folded.strain.mean,
    context: contextAt(act.context),
  };
};

/** Expected peaks that teach without being more than one person should meet alone (`guidance.md`, chooser). */
const teaching = { low: 30, high: 56 } as const;

const zoneOf = (mean: number, cap: number): Hardness["zone"] => {
  const high = Math.min(cap, teaching.high);
  if (mean > high) return "beyond";
  return mean < Math.min(teaching.low, high - 8) ? "below" : "within";
};

/** A step that the setup does not hold, so that nothing was heard of it. */
const strange = (step: StepSpec, domains: readonly string[]): Step => ({
  id: step.id,
  index: -1,
  domain: domains.indexOf(step.strand),
  difficulty: step.difficulty,
  cost: step.cost,
  needsPerson: step.needsPerson,
  contexts: placesOf(step),
  roles: [],
});

/** The step as the model knows it; one that it was never told of is as its author says. */
export const ownStep = ({ steps, domains }: Setup, step: StepSpec): Step =>
  steps.get(step.id) ?? strange(step, domains);

/** The mean over `rows`, which are not empty. */
const meanOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0) / rows.length;

/**
 * How hard a step looks today for this person, with nobody in particular, averaged over the places where it can happen.
 * Null while there is nothing to go by.
 */
export const hardnessOf = (guided: Guided, step: StepSpec): Hardness | null => {
  if (guided.belief === null) return null;
  const { setup, folded } = guided.belief;
  const own = ownStep(setup, step);
  const places = placesOf(step).map((place) =>
    predictionOf(folded, { step: own, someone: null, context: setup.contexts.get(place) ?? -1 }),
  );
  const mean = meanOf(places, ({ peak }) => peak);
  return {
    mean,
    low: meanOf(places, ({ peakLo }) => peakLo),
    high: meanOf(places, ({ peakHi }) => peakHi),
    done: meanOf(places, ({ done }) => done),
    zone: zoneOf(mean, limitsOf(folded, folded.day).cap),
    tries: triesFelt(guided),
  };
};
