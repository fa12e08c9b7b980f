/** Asks the guidance for a step within reach, from what the log says today, and keeps what was reckoned. */
import type { LocalDay } from "@belay/basics";
import {
  checkins,
  lastPerson,
  ownSteps,
  people,
  restedOn,
  settings,
  stopsFor,
  triesInPieces,
  trials,
  type State,
  type StepSpec,
  type Trial,
} from "@belay/domain";
import {
  guidedBy,
  guidedInPieces,
  hardnessOf,
  offerOf,
  type Choice,
  type Guided,
  type Hardness,
  type Known,
} from "@belay/guidance";
import type { Guide } from "./guide.ts";

/** The parts of the state that what is believed rests on; while they are the same, nothing is reckoned anew. */
const basisOf = ({ checkin, circle, steps, asks }: State, day: LocalDay): readonly unknown[] => [
  checkin,
  circle,
  steps,
  asks,
  day,
];

/** What was reckoned last, and from what. `choices` are by what was declined, `looks` by step. */
interface Kept {
  readonly basis: readonly unknown[];
  readonly guided: Guided;
  readonly choices: Map<string, Choice>;
  readonly looks: Map<StepSpec, Hardness | null>;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, i) => one === b[i]);

/**
 * A guide over these steps of the catalogue. It keeps what it reckoned last: an entry that says nothing about steps,
 * people or days costs nothing, and one more try costs one try.
 */
export const createGuide = (catalogue: readonly StepSpec[]): Guide => {
  let kept: Kept | null = null;

  const knownOf = (state: State, today: LocalDay, tried: readonly Trial[]): Known => ({
    today,
    steps: [...catalogue, ...ownSteps(state)],
    people: people(state),
    trials: tried,
    checkins: checkins(state),
  });

  const keep = (basis: readonly unknown[], guided: Guided): Kept => {
    kept = { basis, guided, choices: new Map(), looks: new Map() };
    return kept;
  };

  const ofToday = (state: State, day: LocalDay): Kept => {
    const basis = basisOf(state, day);
    return kept !== null && same(kept.basis, basis)
      ? kept
      : keep(basis, guidedBy(knownOf(state, day, trials(state)), kept?.guided ?? null));
  };

  return {
    offer: (state, day, exclude) => {
      const { guided, choices } = ofToday(state, day);
      const { touch } = settings(state);
      const asked = JSON.stringify([touch, exclude]);
      const known = choices.get(asked);
      if (known !== undefined) return known;
      const choice = offerOf(guided, {
        touch,
        restedToday: restedOn(state, day),
        exclude,
        lastPerson: lastPerson(state),
        stopsFor: (person, strand, large) => stopsFor(state, person, strand, large),
      });
      choices.set(asked, choice);
      return choice;
    },
    hardness: (state, day, step) => {
      const { guided, looks } = ofToday(state, day);
      const look = looks.get(step) ?? hardnessOf(guided, step);
      looks.set(step, look);
      return look;
    },
    read: function* (state, day) {
      const basis = basisOf(state, day);
      if (kept !== null && same(kept.basis, basis)) return null;
      const tried = yield* triesInPieces(state);
      yield;
      keep(basis, yield* guidedInPieces(knownOf(state, day, tried.trials)));
      return null;
    },
  };
};
