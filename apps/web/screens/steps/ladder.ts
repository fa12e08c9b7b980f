/** Puts steps on a ladder: how hard each looks for this person, how unsure that is, and which are near today. */
import type { Experiment, StepSpec, Strand } from "@belay/domain";
import type { Choice } from "@belay/guidance";

/** What today's choice knows about reach: by how much steps are harder than published, and what is aimed at. */
export interface Reach {
  readonly shift: number;
  /** The expected distress that is aimed at; null on a day of rest, when nothing is. */
  readonly target: number | null;
  /** How many of one's own tries this rests on. */
  readonly tries: number;
}

/** Reads the reach out of the reasons of a choice. */
export const reachOf = (choice: Choice): Reach => {
  if (choice.kind === "rest") return { shift: 0, target: null, tries: 0 };
  const found = choice.reasons.find((reason) => reason.type === "WithinReach");
  return found === undefined
    ? { shift: 0, target: null, tries: 0 }
    : { shift: found.expected - choice.step.difficulty, target: found.target, tries: found.tries };
};

/** Expected distress with the ends between which it lies nine times of ten, 0 to 100. */
export interface Hardness {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Spread of a person's reach and of one step before any try (`guidance.md`, priors), and the 90 % factor. */
const spread = { reach: 9.1, step: 9.5, factor: 1.645 } as const;

/** Tries after which half of the first doubt about a person's reach is gone, as in the guidance's own rule. */
const doubt = 4;

/** Whole points from 0 to 100. */
const clamp = (value: number): number => Math.round(Math.min(100, Math.max(0, value)));

/** How hard a published difficulty looks for this person. The doubt about the step itself stays. */
export const hardnessOf = (difficulty: number, { shift, tries }: Reach): Hardness => {
  const expected = difficulty + shift;
  const half = spread.factor * Math.sqrt(spread.step ** 2 + spread.reach ** 2 * (doubt / (doubt + tries)));
  return { expected: clamp(expected), low: clamp(expected - half), high: clamp(expected + half) };
};

/** One step on the ladder. */
export interface Rung extends Hardness {
  readonly step: StepSpec;
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

/** Points of distress around the target that count as within reach today. */
const near = 8;

/** The rungs, hardest first, as a ladder stands. */
export const ladder = (
  steps: readonly StepSpec[],
  filter: Filter,
  reach: Reach,
  experiments: readonly Experiment[],
): readonly Rung[] => {
  const target = reach.target;
  return steps
    .filter((step) => passes(step, filter))
    .map((step): Rung => {
      const hardness = hardnessOf(step.difficulty, reach);
      const mine = experiments.filter(({ plan }) => plan.step === step.id);
      const zone =
        target === null || hardness.expected < target - near
          ? "below"
          : hardness.expected > target + near
            ? "beyond"
            : "within";
      return {
        ...hardness,
        step,
        zone: target === null ? "beyond" : zone,
        done: mine.filter(({ outcome, stage }) => outcome?.status === "done" || stage === "answered").length,
        open: mine.some(({ stage }) => stage !== "closed"),
      };
    })
    .toSorted((a, b) => b.expected - a.expected || (a.step.id < b.step.id ? -1 : 1));
};

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
