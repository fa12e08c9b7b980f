/** Finds the smaller and the larger neighbour of a step. */
import type { StepSpec, Strand } from "@belay/domain";

/** What of a step (or of a plan made from one) is needed to look around it. */
export interface Placed {
  readonly step?: string;
  readonly id?: string;
  readonly strand: Strand;
  readonly difficulty: number;
}

/** Points of difficulty by which a neighbour has to differ to be one. */
const apart = 5;

/** The step's own id, whichever of the two it came with. */
const ownId = (placed: Placed): string => placed.step ?? placed.id ?? "";

/** The step the catalogue names below this one, else the hardest clearly easier one of the strand not tried yet. */
export const smallerStep = (placed: Placed, steps: readonly StepSpec[], tried: readonly string[]): StepSpec | null => {
  const here = steps.find((step) => step.id === ownId(placed));
  const named = steps.find((step) => step.id === here?.smaller);
  if (named !== undefined) return named;
  const easier = steps
    .filter((step) => step.strand === placed.strand && step.difficulty <= placed.difficulty - apart)
    .toSorted((a, b) => b.difficulty - a.difficulty);
  return easier.find((step) => !tried.includes(step.id)) ?? easier[0] ?? null;
};

/** The same, passing over what is easier as published but not for this person: `lighter` says of a step whether it is. */
export const lighterStep = (
  placed: Placed,
  steps: readonly StepSpec[],
  tried: readonly string[],
  lighter: (step: StepSpec) => boolean,
): StepSpec | null => {
  const smaller = smallerStep(placed, steps, tried);
  if (smaller === null || lighter(smaller)) return smaller;
  const others = steps.filter((step) => step.id !== smaller.id);
  return lighterStep(placed, others, tried, lighter);
};

/** The step that names this one as its smaller neighbour, else the easiest clearly harder one of the strand. */
export const largerStep = (placed: Placed, steps: readonly StepSpec[]): StepSpec | null => {
  const named = steps.find((step) => step.smaller === ownId(placed));
  if (named !== undefined) return named;
  const harder = steps.filter((step) => step.strand === placed.strand && step.difficulty >= placed.difficulty + apart);
  return harder.toSorted((a, b) => a.difficulty - b.difficulty)[0] ?? null;
};
