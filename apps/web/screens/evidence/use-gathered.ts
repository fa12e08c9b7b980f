/** Gives Evidence its figures: at once for a short record, in turns for a long one, and once for each state. */
import type { State } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import { gather, type Gathered } from "./gathered.ts";
import { atOnce, inSlices } from "./in-slices.ts";

/** Figures that were gathered before; they go when their state goes. */
const gathered = new WeakMap<State, Gathered>();

/** Up to so many experiments everything is gathered and drawn in one go: well below a frame. */
const few = 20;

/** Whether the record is long enough to be read in turns. */
export const isLong = (state: State): boolean =>
  state.steps.experiments.pieces.reduce((sum, piece) => sum + (piece?.size ?? 0), 0) > few;

const keep = (state: State, found: Gathered): Gathered => {
  gathered.set(state, found);
  return found;
};

/** The figures; null while a long record is being read. Something new in the log keeps the old ones until it is in them. */
export const useGathered = (state: State): Gathered | null => {
  const [arrived, setArrived] = useState<Gathered | null>(null);
  const known = gathered.get(state) ?? (isLong(state) ? null : keep(state, atOnce(gather(state))));
  useEffect(() => {
    if (known !== null) return undefined;
    return inSlices(gather(state), (found) => setArrived(keep(state, found)));
  }, [state]);
  return known ?? arrived;
};
