/** Works out, in turns and after everything else, whether reach has risen. */
import { stepCatalogue } from "@belay/content";
import { checkins, emptyState, ownSteps, people, type State, type Trial } from "@belay/domain";
import { risenInPieces, type Risen } from "@belay/guidance";
import type { LocalDay } from "@belay/basics";
import { useEffect, useState } from "preact/hooks";
import { inSlices } from "./in-slices.ts";

/** What was worked out before, with the day it was worked out for. */
const worked = new WeakMap<State, { readonly today: LocalDay; readonly risen: Risen | null }>();

/** Reads what the estimate goes by; the first piece of the work, since it takes a while too. */
const work = function* (state: State, trials: readonly Trial[], today: LocalDay): Generator<undefined, Risen | null> {
  // Who asked for a rest does not matter here, and finding it out would read every try again.
  const everybody = people({ ...state, steps: emptyState.steps, asks: emptyState.asks });
  yield;
  const days = checkins(state).map(({ day, energy }) => ({ day, energy }));
  yield;
  const steps = [...stepCatalogue, ...ownSteps(state)];
  return yield* risenInPieces({ today, steps, people: everybody, trials, checkins: days });
};

/** The estimate; null while it is being worked out, and where there is nothing to go by. */
export const useRisen = (state: State, trials: readonly Trial[], today: LocalDay): Risen | null => {
  const known = worked.get(state);
  const fresh = known !== undefined && known.today === today;
  const [arrived, setArrived] = useState<Risen | null>(null);
  useEffect(() => {
    if (fresh) return undefined;
    return inSlices(work(state, trials, today), (risen) => {
      worked.set(state, { today, risen });
      setArrived(risen);
    });
  }, [state, today]);
  return fresh ? known.risen : arrived;
};
