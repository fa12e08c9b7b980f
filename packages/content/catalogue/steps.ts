/** The whole catalogue of steps, strand after strand. */

import type { StepContent } from "../shapes.ts";
import { acceptSteps } from "./steps-accept.ts";
import { askSteps } from "./steps-ask.ts";
import { bewithSteps } from "./steps-bewith.ts";
import { handoverSteps } from "./steps-handover.ts";
import { shareSteps } from "./steps-share.ts";

/**
 * Every step a person can be offered or choose. Widened on purpose: callers look steps up by ids that
 * come from logs, and need no type of a hundred literals.
 */
export const stepCatalogue: readonly StepContent[] = [
  ...askSteps,
  ...acceptSteps,
  ...shareSteps,
  ...handoverSteps,
  ...bewithSteps,
];
