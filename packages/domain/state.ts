/** The fold over all facts: everything a person sees is derived from it. */
import { assertNever } from "@belay/basics";
import { emptyAsks, evolveAsks, type AsksState } from "./asks/evolve.ts";
import { emptyBeliefs, evolveBeliefs, type BeliefsState } from "./beliefs/evolve.ts";
import { emptyCheckin, evolveCheckin, type CheckinState } from "./checkin/evolve.ts";
import { emptyCircle, evolveCircle, type CircleState } from "./circle/evolve.ts";
import { emptyCompassion, evolveCompassion, type CompassionState } from "./compassion/evolve.ts";
import { compareOrder, type Hlc, type Recorded } from "./events/order.ts";
import { emptyTable, entriesOf, entryOf, withEntry, type Table } from "./events/table.ts";
import { emptyLearn, evolveLearn, type LearnState } from "./learn/evolve.ts";
import { emptyLoad, evolveLoad, type LoadEvent, type LoadState } from "./load/evolve.ts";
import { emptyMeasures, evolveMeasures, type MeasuresEvent, type MeasuresState } from "./measures/evolve.ts";
import { emptyOffers, evolveOffers, type OffersEvent, type OffersState } from "./offers/evolve.ts";
import { emptyOrigins, evolveOrigins, type OriginsEvent, type OriginsState } from "./origins/evolve.ts";
import { emptyPaths, evolvePaths, type PathsState } from "./paths/evolve.ts";
import { emptyPauses, evolvePauses, type PausesState } from "./pauses/evolve.ts";
import { emptyPlan, evolvePlan, type PlanEvent, type PlanState } from "./plan/evolve.ts";
import { emptySettings, evolveSettings, type SettingsState } from "./settings/evolve.ts";
import { emptySharing, evolveSharing, type SharingEvent, type SharingState } from "./sharing/evolve.ts";
import { emptyShifts, evolveShifts, type ShiftsState } from "./shifts/evolve.ts";
import { emptySigns, evolveSigns, type SignsState } from "./signs/evolve.ts";
import { emptySteps, evolveSteps, type StepsState } from "./steps/evolve.ts";

/** What all facts so far amount to. Plain data (maps, arrays, objects): it may be cached, and may be thrown away. */
export type State = {
  readonly checkin: CheckinState;
  readonly circle: CircleState;
  readonly steps: StepsState;
  readonly asks: AsksState;
  readonly beliefs: BeliefsState;
  readonly signs: SignsState;
  readonly load: LoadState;
  readonly offers: OffersState;
  readonly pauses: PausesState;
  readonly compassion: CompassionState;
  readonly origins: OriginsState;
  readonly shifts: ShiftsState;
  readonly measures: MeasuresState;
  readonly sharing: SharingState;
  readonly paths: PathsState;
  readonly learn: LearnState;
  readonly plan: PlanState;
  readonly settings: SettingsState;
  /** The ids of facts that were erased; whatever bears one is passed over for ever. */
  readonly erased: Table<string>;
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
  signs: emptySigns,
  load: emptyLoad,
  offers: emptyOffers,
  pauses: emptyPauses,
  compassion: emptyCompassion,
  origins: emptyOrigins,
  shifts: emptyShifts,
  measures: emptyMeasures,
  sharing: emptySharing,
  paths: emptyPaths,
  learn: emptyLearn,
  plan: emptyPlan,
  settings: emptySettings,
  erased: emptyTable,
  clock: null,
};

const laterClock = (clock: Hlc | null, at: Hlc): Hlc =>
  clock !== null && compareOrder({ id: "", at: clock }, { id: "", at }) >= 0 ? clock : at;

/** The facts of the rooms around the loop. */
type RoomEvent =
  | LoadEvent
  | MeasuresEvent
  | OffersEvent
  | OriginsEvent
  | PlanEvent
  | SharingEvent
  | (Recorded & {
      readonly kind:
        | "signs/answered@1"
        | "pauses/taken@1"
        | "compassion/practised@1"
        | "shifts/answered@1"
        | "paths/walked@1"
        | "learn/seen@1";
    });

/** A state of our own that nobody has seen yet: many facts go in, and it is copied once. */
type Growing = { -readonly [Room in keyof State]: State[Room] };

/** The second half of `grow`; the clock was moved already. */
const growRooms = (next: Growing, event: RoomEvent): unknown => {
  switch (event.kind) {
    case "signs/answered@1":
      return (next.signs = evolveSigns(next.signs, event));
    case "load/added@1":
    case "load/decided@1":
    case "load/linked@1":
    case "load/put-down@1":
    case "load/resentment-noted@1":
    case "load/limit-set@1":
    case "load/limit-dropped@1":
      return (next.load = evolveLoad(next.load, event));
    case "offers/made@1":
    case "offers/ended@1":
    case "offers/taken@1":
      return (next.offers = evolveOffers(next.offers, event));
    case "pauses/taken@1":
      return (next.pauses = evolvePauses(next.pauses, event));
    case "compassion/practised@1":
      return (next.compassion = evolveCompassion(next.compassion, event));
    case "origins/switched@1":
    case "origins/begun@1":
    case "origins/ended@1":
    case "origins/forgotten@1":
      return (next.origins = evolveOrigins(next.origins, event));
    case "shifts/answered@1":
      return (next.shifts = evolveShifts(next.shifts, event));
    case "measures/answered@1":
    case "measures/counted@1":
    case "measures/sources-rated@1":
    case "measures/imported@1":
    case "measures/chosen@1":
      return (next.measures = evolveMeasures(next.measures, event));
    case "sharing/prepared@1":
    case "sharing/begun@1":
    case "sharing/renewed@1":
    case "sharing/paused@1":
    case "sharing/resumed@1":
    case "sharing/revoked@1":
      return (next.sharing = evolveSharing(next.sharing, event));
    case "paths/walked@1":
      return (next.paths = evolvePaths(next.paths, event));
    case "learn/seen@1":
      return (next.learn = evolveLearn(next.learn, event));
    case "plan/line-written@1":
    case "plan/line-removed@1":
      return (next.plan = evolvePlan(next.plan, event));
    default:
      return assertNever(event);
  }
};

/** Whether the fact of that id was erased. */
export const isErased = (state: Pick<State, "erased">, id: string): boolean => entryOf(state.erased, id) !== null;

/** The ids of all facts that were erased, in no order. */
export const erasedIds = (state: State): readonly string[] => entriesOf(state.erased);

/** Erasing cannot itself be erased, whatever id a broken writer gave it. */
const counts = (state: Pick<State, "erased">, event: Recorded): boolean =>
  event.kind === "entries/erased@1" || !isErased(state, event.id);

/** Takes one fact in, into the room that it is about. */
const grow = (next: Growing, event: Recorded): unknown => {
  if (!counts(next, event)) return null;
  next.clock = laterClock(next.clock, event.at);
  switch (event.kind) {
    case "checkin/noted@1":
      return (next.checkin = evolveCheckin(next.checkin, event));
    case "circle/added@1":
    case "circle/changed@1":
    case "circle/removed@1":
    case "circle/observed@1":
    case "circle/safety-rated@1":
    case "circle/harm-noted@1":
    case "circle/screened@1":
    case "circle/exchanged@1":
    case "circle/askable-added@1":
    case "circle/askable-removed@1":
      return (next.circle = evolveCircle(next.circle, event));
    case "steps/added@1":
    case "steps/removed@1":
    case "steps/rested@1":
    case "steps/planned@1":
    case "steps/predicted@1":
    case "steps/outcome-noted@1":
    case "steps/alone-noted@1":
      return (next.steps = evolveSteps(next.steps, event));
    case "asks/prepared@1":
    case "asks/sent@1":
    case "asks/closed@1":
    case "asks/answered@1":
      return (next.asks = evolveAsks(next.asks, event));
    case "beliefs/added@1":
    case "beliefs/rated@1":
    case "beliefs/test-agreed@1":
    case "beliefs/weighed@1":
    case "beliefs/questioned@1":
    case "beliefs/alternative-set@1":
    case "beliefs/alternative-rated@1":
      return (next.beliefs = evolveBeliefs(next.beliefs, event));
    case "entries/erased@1":
      return (next.erased = withEntry(next.erased, event.body.id, event.body.id));
    case "settings/chosen@1":
    case "settings/intro-seen@1":
    case "settings/backup-made@1":
    case "settings/breath-set@1":
    case "settings/pace-chosen@1":
    case "settings/reminders-set@1":
      return (next.settings = evolveSettings(next.settings, event));
    default:
      return growRooms(next, event);
  }
};

/**
 * The state with one more fact. Every field keeps its place in the log's order (last writer wins, first prediction
 * stands, lists are sets in order), so facts may come in any order and more than once with the same result. Facts about
 * things that have not arrived yet are kept and shown once they have. Total: it never refuses and never throws.
 *
 * An erased fact that comes later is passed over. One that is in already stays in: whoever folds as facts arrive
 * replays them all when one of them is erased.
 */
export const evolve = (state: State, event: Recorded): State =>
  counts(state, event) ? evolveAll(state, [event]) : state;

/** The state with each of these, one after another, as `evolve` would give it. */
export const evolveAll = (state: State, events: Iterable<Recorded>): State => {
  const next: Growing = { ...state };
  for (const event of events) grow(next, event);
  return next;
};

/**
 * The state after all of `events`, folded in the log's order: milliseconds, counter, device, id. The same event twice
 * counts once, and so does one reply that two devices fetched; the earlier place stands. What was erased is not in it.
 */
export const replay = (events: Iterable<Recorded>): State => {
  const ordered = [...events].toSorted(compareOrder);
  const erasures = ordered.filter(({ kind }) => kind === "entries/erased@1");
  return evolveAll(evolveAll(emptyState, erasures), ordered);
};
