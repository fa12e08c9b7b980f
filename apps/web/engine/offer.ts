/** Asks the guidance for a step within reach, from what the log says today, and keeps what was reckoned. */
import type { LocalDay } from "@belay/basics";
import {
  checkins,
  experiments,
  ownSteps,
  people,
  restedOn,
  settings,
  stopsFor,
  triesInPieces,
  trials,
  type Experiment,
  type State,
  type StepSpec,
  type Trial,
} from "@belay/domain";
import {
  bearableOf,
  careOf,
  guidedBy,
  guidedInPieces,
  hardnessOf,
  offerOf,
  risenOf,
  toldBefore,
  type Care,
  type Choice,
  type Guided,
  type Hardness,
  type Known,
  type Measured,
} from "@belay/guidance";
import type { Guide } from "./guide.ts";
import { measuredOf } from "./measured.ts";

/** The parts of the state that what is believed rests on; while they are the same, nothing is reckoned anew. */
const basisOf = ({ checkin, circle, steps, asks, measures }: State, day: LocalDay): readonly unknown[] => [
  checkin,
  circle,
  steps,
  asks,
  measures,
  day,
];

/** Every experiment, newest first, and the rows that the guidance reads of them. */
interface Tries {
  readonly experiments: readonly Experiment[];
  readonly trials: readonly Trial[];
}

/** What was reckoned last, and from what. `choices` are by what was declined, `looks` by step. */
interface Kept {
  readonly basis: readonly unknown[];
  readonly guided: Guided;
  /** Whom the newest experiment is about. */
  readonly last: string | null;
  /** What the numbers ask for today. */
  readonly care: Care | null;
  readonly choices: Map<string, Choice>;
  readonly looks: Map<StepSpec, Hardness | null>;
}

/** Whether all parts are the very same; a state is changed by copy, so what did not change is. */
const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, i) => one === b[i]);

/**
 * A guide over these steps of the catalogue. It keeps what it reckoned last: an entry that says nothing about steps,
 * people or days costs nothing, and one more try costs one try.
 */
export const createGuide = (catalogue: readonly StepSpec[]): Guide => {
  let kept: Kept | null = null;

  /** Everything the guidance goes by; the tries are handed in, since they take longest to gather. */
  const knownOf = (state: State, today: LocalDay, tried: Tries): Known => ({
    today,
    steps: [...catalogue, ...ownSteps(state)],
    people: people(state, tried.experiments),
    trials: tried.trials,
    checkins: checkins(state),
  });

  /** Only the newest is kept: one person has one today. */
  const keep = (
    basis: readonly unknown[],
    guided: Guided,
    { experiments: all }: Tries,
    measures: readonly Measured[],
  ): Kept => {
    const last = all.find(({ person }) => person !== null)?.person ?? null;
    const { today, checkins: said, trials: tried } = guided.known;
    const care = careOf({ today, told: toldBefore(all), checkins: said, trials: tried, measures });
    kept = { basis, guided, last, care, choices: new Map(), looks: new Map() };
    return kept;
  };

  /** What was kept if it still holds, else what is new on top of it. */
  const ofToday = (state: State, day: LocalDay): Kept => {
    const basis = basisOf(state, day);
    if (kept !== null && same(kept.basis, basis)) return kept;
    const tried: Tries = { experiments: experiments(state), trials: trials(state) };
    return keep(basis, guidedBy(knownOf(state, day, tried), kept?.guided ?? null), tried, measuredOf(state, day));
  };

  return {
    offer: (state, day, exclude) => {
      const { guided, last, care, choices } = ofToday(state, day);
      const { touch } = settings(state);
      const asked = JSON.stringify([touch, exclude]);
      const known = choices.get(asked);
      if (known !== undefined) return known;
      const choice = offerOf(guided, {
        touch,
        restedToday: restedOn(state, day),
        exclude,
        lastPerson: last,
        care,
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
    bearable: (state, day, planned) => bearableOf(ofToday(state, day).guided, planned),
    risen: (state, day) => risenOf(ofToday(state, day).guided),
    read: function* (state, day) {
      const basis = basisOf(state, day);
      if (kept !== null && same(kept.basis, basis)) return null;
      const tried = yield* triesInPieces(state);
      yield;
      const known = knownOf(state, day, tried);
      yield;
      keep(basis, yield* guidedInPieces(known), tried, measuredOf(state, day));
      return null;
    },
  };
};
