/** Puts steps on a ladder: how hard each looks for this person, how unsure that is, and which are near today. */
import type { Experiment, StepSpec, Strand } from "@belay/domain";
import type { Hardness, Range } from "@belay/guidance";

/** Expected distress with the ends between which it lies nine times of ten, in whole points from 0 to 100. */
export interface Hard {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** The points to show. */
export const hardOf = ({ mean, low, high }: Range): Hard => ({
  expected: Math.round(mean),
  low: Math.round(low),
  high: Math.round(high),
});

/** One step on the ladder. */
export interface Rung {
  readonly step: StepSpec;
  /** How hard it looks for this person; null until that is known. */
  readonly hard: Hard | null;
  readonly zone: "beyond" | "within" | "below";
  /** How often it was done. */
  readonly done: number;
  /** Whether it is taken up and not looked back on. */
  readonly open: boolean;
}

/** What the ladder is narrowed to. `alone`: steps that need no one the person knows. */
export type Filter = Strand | "all" | "alone";

/** Whether a step is in the narrowed list. */
export const passes = (step: StepSpec, filter: Filter): boolean =>
  filter === "all" || (filter === "alone" ? !step.needsPerson : step.strand === filter);

/** The way to ask how hard a step looks; null for all steps until the guide has arrived. */
export type Looks = (step: StepSpec) => Hardness | null;

/**
 * The rungs, hardest for this person first, as a ladder stands. On a day of rest nothing is within reach. The order goes
 * by the expected peak before it is rounded, so that the zones stay whole bands of the ladder.
 */
export const ladder = (
  steps: readonly StepSpec[],
  filter: Filter,
  { looks, resting }: { readonly looks: Looks; readonly resting: boolean },
  experiments: readonly Experiment[],
): readonly Rung[] =>
  steps
    .filter((step) => passes(step, filter))
    .map((step) => ({ step, look: looks(step) }))
    // Until it is known how hard they look, they stand as they were published.
    .toSorted(
      (a, b) =>
        (b.look?.mean ?? b.step.difficulty) - (a.look?.mean ?? a.step.difficulty) || (a.step.id < b.step.id ? -1 : 1),
    )
    .map(({ step, look }): Rung => {
      const mine = experiments.filter(({ plan }) => plan.step === step.id);
      return {
        step,
        hard: look === null ? null : hardOf(look),
        zone: look === null || resting ? "beyond" : look.zone,
        done: mine.filter(({ outcome, stage }) => outcome?.status === "done" || stage === "answered").length,
        open: mine.some(({ stage }) => stage !== "closed"),
      };
    });

/** How many rungs of each zone a first look shows. */
const glance = { beyond: 3, within: 5, below: 3 } as const;

/** `count` of them, evenly spread from the first to the last. */
const spreadOut = (rungs: readonly Rung[], count: number): readonly Rung[] =>
  rungs.length <= count
    ? rungs
    : rungs.filter((_, i) => Math.floor((i * count) / rungs.length) !== Math.floor(((i - 1) * count) / rungs.length));

/** As many strands as there are before any comes a second time; within a strand as they stand. */
const mixed = (rungs: readonly Rung[], count: number): readonly Rung[] => {
  const turn = (rung: Rung): number => rungs.filter((other) => other.step.strand === rung.step.strand).indexOf(rung);
  return rungs.toSorted((a, b) => turn(a) - turn(b)).slice(0, count);
};

/**
 * A ladder to be taken in at a glance: a few harder ones, some of each kind within reach, a few easier ones. What was
 * done or taken up is never left out. In the order given.
 */
export const atAGlance = (rungs: readonly Rung[]): readonly Rung[] => {
  const zone = (name: Rung["zone"]): readonly Rung[] => rungs.filter((rung) => rung.zone === name);
  const kept = new Set([
    ...rungs.filter(({ done, open }) => done > 0 || open),
    ...spreadOut(zone("beyond"), glance.beyond),
    ...mixed(zone("within"), glance.within),
    ...spreadOut(zone("below"), glance.below),
  ]);
  return rungs.filter((rung) => kept.has(rung));
};
