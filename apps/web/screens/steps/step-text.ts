/** Finds the words of a step by its id, whether it comes from the catalogue or from the person. */
import { stepCatalogue, type StepContent } from "@belay/content";
import { ownSteps, type State, type StepSpec } from "@belay/domain";
import { sharePlanId, sharePlanStep } from "../plan/share-step.ts";
import { cornerId } from "../try/corner-id.ts";
import { cornerStep } from "../try/corner.ts";

/** The catalogue by id; it never changes while the app runs. */
const byId: ReadonlyMap<string, StepContent> = new Map(stepCatalogue.map((step) => [step.id, step]));

/** The catalogue's words for a step; null for steps of one's own and for ids of other versions. */
export const stepWords = (id: string): StepContent | null => byId.get(id) ?? null;

/** A step that can be taken up, by its id; null when there is none. */
export const findStep = (state: State, id: string): StepSpec | null =>
  byId.get(id) ??
  ownSteps(state).find((step) => step.id === id) ??
  (id === cornerId ? cornerStep() : id === sharePlanId ? sharePlanStep() : null);

/** Every step that can be taken up: the catalogue, the corner, one's own. Touch only where it was switched on. */
export const allSteps = (state: State, touch: boolean): readonly StepSpec[] =>
  [...stepCatalogue, ...(byId.has(cornerId) ? [] : [cornerStep()]), ...ownSteps(state)].filter(
    (step) => touch || !step.touch,
  );
