/** Offers the card of a step's moment to somebody who took the step up without opening its page. */
import type { Experiment } from "@belay/domain";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { stepMoment } from "../steps/step-moment.ts";
import { findStep } from "../steps/step-text.ts";

/** Nothing where the moment has no card left. A step that is not there any more has the card of its strand. */
export const StepLesson = ({ plan }: Pick<Experiment, "plan">) => {
  const step = findStep(useEngine().state.value, plan.step);
  const moment = stepMoment(step ?? { roles: [], strand: plan.strand });
  return moment === null ? null : <LessonHere moment={moment} />;
};
