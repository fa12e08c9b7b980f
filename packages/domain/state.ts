/** The fold over all facts: everything a person sees is derived from it. */
import { assertNever } from "@belay/basics";
import { emptyAsks, evolveAsks, type AsksState } from "./asks/evolve.ts";
import { emptyBeliefs, evolveBeliefs, type BeliefsState } from "./beliefs/evolve.ts";
import { emptyCheckin, evolveCheckin, type CheckinState } from "./checkin/evolve.ts";
import { emptyCircle, evolveCircle, type CircleState } from "./circle/evolve.ts";
import { compareOrder, type Hlc, type Recorded } from "./events/order.ts";
import { emptySettings, evolveSettings, type SettingsState } from "./settings/evolve.ts";
import { emptySteps, evolveSteps, type StepsState } from "./steps/evolve.ts";

/** What all facts so far amount to. Plain data (maps, arrays, objects): it may be cached, and may be thrown away. */
export type State = {
  readonly checkin: CheckinState;
  readonly circle: CircleState;
  readonly steps: StepsState;
  readonly asks: AsksState;
  readonly beliefs: BeliefsState;
  readonly settings: SettingsState;
  /** The newest clock of any fact, for `nextHlc`; null before the first. */
  readonly clock: Hlc | null;
};

/** Before the first fact. */
export const emptyState: State = {
  checkin: emptyCheckin,
  circle: emptyCircle,
  steps: emptySteps,
  asks: emptyAsks,
  beliefs: emptyBeliefs,
  settings: emptySettings,
  clock: null,
};

const laterClock = (clock: Hlc | null, at: Hlc): Hlc =>
  clock !== null && compareOrder({ id: "", at: clock }, { id: "", at }) >= 0 ? clock : at;

/**
 * The state with one more fact. Every field keeps its place in the log's order (last writer wins, first prediction
 * stands, lists are sets in order), so facts may come in any order and more than once with the same result. Facts about
 * things that have not arrived yet are kept and shown once they have. Total: it never refuses and never throws.
 */
export const evolve = (state: State, event: Recorded): State => {
  const clock = laterClock(state.clock, event.at);
  switch (event.kind) {
    case "checkin/noted@1":
      return { ...state, clock, checkin: evolveCheckin(state.checkin, event) };
    case "circle/added@1":
    case "circle/changed@1":
    case "circle/removed@1":
    case "circle/observed@1":
    case "circle/safety-rated@1":
    case "circle/harm-noted@1":
    case "circle/screened@1":
      return { ...state, clock, circle: evolveCircle(state.circle, event) };
    case "steps/added@1":
    case "steps/removed@1":
    case "steps/rested@1":
    case "steps/planned@1":
    case "steps/predicted@1":
    case "steps/outcome-noted@1":
    case "steps/alone-noted@1":
      return { ...state, clock, steps: evolveSteps(state.steps, event) };
    case "asks/prepared@1":
    case "asks/sent@1":
    case "asks/closed@1":
    case "asks/answered@1":
      return { ...state, clock, asks: evolveAsks(state.asks, event) };
    case "beliefs/added@1":
    case "beliefs/rated@1":
    case "beliefs/test-agreed@1":
    case "beliefs/weighed@1":
      return { ...state, clock, beliefs: evolveBeliefs(state.beliefs, event) };
    case "settings/chosen@1":
    case "settings/intro-seen@1":
    case "settings/backup-made@1":
      return { ...state, clock, settings: evolveSettings(state.settings, event) };
    default:
      return assertNever(event);
  }
};

/**
 * The state after all of `events`, folded in the log's order: milliseconds, counter, device, id. The same event twice
 * counts once, and so does one reply that two devices fetched; the earlier place stands.
 */
export const replay = (events: Iterable<Recorded>): State =>
  [...events].toSorted(compareOrder).reduce(evolve, emptyState);
