/** Asks the guidance for a step within reach, from what the log says today. */
import type { LocalDay } from "@belay/basics";
import {
  lastPerson,
  latestCheckin,
  ownSteps,
  people,
  restedOn,
  settings,
  stopsFor,
  trials,
  type State,
  type StepSpec,
} from "@belay/domain";
import { chooseStep, type Choice } from "@belay/guidance";

/** One step, or rest, with its reasons. A check-in counts on its own day only. */
export const offerStep = (
  state: State,
  catalogue: readonly StepSpec[],
  day: LocalDay,
  exclude: readonly string[],
): Choice => {
  const checkin = latestCheckin(state);
  return chooseStep({
    day,
    steps: [...catalogue, ...ownSteps(state)],
    people: people(state),
    trials: trials(state),
    energy: checkin?.day === day ? checkin.energy : null,
    touch: settings(state).touch,
    restedToday: restedOn(state, day),
    exclude,
    lastPerson: lastPerson(state),
    stopsFor: (person, strand, large) => stopsFor(state, person, strand, large),
  });
};
