/** Decides what a command records, or why not: every rule of the domain behind one door. */
import { assertNever } from "@belay/basics";
import { decideAsks, type AskedFor, type AsksCommand } from "./asks/decide.ts";
import { viewPlacedAsks } from "./asks/view.ts";
import { decideBeliefs, type BeliefsCommand } from "./beliefs/decide.ts";
import { decideCheckin, type CheckinCommand } from "./checkin/decide.ts";
import { decideCircle, type CircleCommand } from "./circle/decide.ts";
import { viewPerson } from "./circle/view.ts";
import { decideCompassion, type CompassionCommand } from "./compassion/decide.ts";
import type { Decision, Stamp } from "./events/command.ts";
import type { Strand } from "./events/fields.ts";
import type { Refusal } from "./events/refusal.ts";
import { entryOf } from "./events/table.ts";
import { decideLearn, type LearnCommand } from "./learn/decide.ts";
import { decideLoad, type LoadCommand } from "./load/decide.ts";
import { decideMeasures, type MeasuresCommand } from "./measures/decide.ts";
import { decideOffers, type OffersCommand } from "./offers/decide.ts";
import { decideOrigins, type OriginsCommand } from "./origins/decide.ts";
import { decidePaths, type PathsCommand } from "./paths/decide.ts";
import { decidePauses, type PausesCommand } from "./pauses/decide.ts";
import { keptFrom, stopsFor } from "./people.ts";
import { decidePlan, type PlanCommand } from "./plan/decide.ts";
import { decideSettings, type SettingsCommand } from "./settings/decide.ts";
import { decideSharing, type SharingCommand } from "./sharing/decide.ts";
import { decideShifts, type ShiftsCommand } from "./shifts/decide.ts";
import { decideSigns, type SignsCommand } from "./signs/decide.ts";
import type { State } from "./state.ts";
import { decideSteps, type StepsCommand } from "./steps/decide.ts";
import { settings } from "./views.ts";

/** What is asked of the rooms around the loop. */
type RoomCommand =
  | SignsCommand
  | LoadCommand
  | OffersCommand
  | PausesCommand
  | CompassionCommand
  | OriginsCommand
  | ShiftsCommand
  | MeasuresCommand
  | SharingCommand
  | PathsCommand
  | LearnCommand
  | PlanCommand;

/** Everything a person can ask to be recorded: the fields of the fact, less the ids that the stamp mints. */
export type Command =
  | CheckinCommand
  | CircleCommand
  | StepsCommand
  | AsksCommand
  | BeliefsCommand
  | SettingsCommand
  | RoomCommand;

const personExists =
  (state: State) =>
  (id: string): boolean =>
    viewPerson(state.circle, id)?.removed === false;

const stopped =
  (state: State) =>
  (person: string, strand: Strand, large: boolean): Refusal | null => {
    const stop = stopsFor(state, person, strand, large);
    switch (stop) {
      case "ok":
        return null;
      case "unsafe":
        return { type: "PersonUnsafe", person };
      case "stopped":
        return { type: "ScreenStopped", person, strand };
      case "screen-first":
        return { type: "ScreenFirst", person, strand, depth: large ? "larger" : "first" };
      default:
        return assertNever(stop);
    }
  };

/** Whether an ask of the experiment went out, or was answered. */
const asked =
  (state: State) =>
  (experiment: string): boolean =>
    viewPlacedAsks(state.asks).some(
      ({ ask, sent, answered }) => ask.experiment === experiment && (sent !== null || answered.length > 0),
    );

const askedFor =
  (state: State) =>
  (id: string): AskedFor | null => {
    const facts = entryOf(state.steps.experiments, id);
    if (facts === null || facts.plan === null) return null;
    const { person, strand, disclosure } = facts.plan.value;
    return { person, strand, large: disclosure === "large", predicted: facts.prediction !== null };
  };

const experimentExists =
  (state: State) =>
  (id: string): boolean =>
    askedFor(state)(id) !== null;

/** Whoever is not on the circle, or not safe, has no say in what is taken up. */
const barred =
  (state: State) =>
  (person: string): Refusal | null => {
    const found = viewPerson(state.circle, person);
    if (found === null || found.removed) return { type: "NotFound", what: "person", id: person };
    return keptFrom(found) ? { type: "PersonUnsafe", person } : null;
  };

/** The second half of `decide`: what the loop does not need. */
const decideRooms = (state: State, command: RoomCommand, stamp: Stamp): Decision => {
  switch (command.kind) {
    case "signs/answer":
      return decideSigns(command);
    case "load/add":
    case "load/decide":
    case "load/link":
    case "load/put-down":
    case "load/note-resentment":
    case "load/set-limit":
    case "load/drop-limit":
      return decideLoad(state.load, command, stamp, { experimentExists: experimentExists(state) });
    case "offers/make":
    case "offers/end":
    case "offers/take":
      return decideOffers(state.offers, command, stamp, {
        barred: barred(state),
        experimentExists: experimentExists(state),
      });
    case "pauses/take":
      return decidePauses(command);
    case "compassion/practise":
      return decideCompassion(command);
    case "origins/switch":
    case "origins/begin":
    case "origins/end":
    case "origins/forget":
      return decideOrigins(state.origins, command, stamp);
    case "shifts/answer":
      return decideShifts(command);
    case "measures/answer":
    case "measures/count":
    case "measures/rate-sources":
    case "measures/import":
    case "measures/choose":
      return decideMeasures(command, { personExists: personExists(state) });
    case "sharing/prepare":
    case "sharing/begin":
    case "sharing/renew":
    case "sharing/pause":
    case "sharing/resume":
    case "sharing/revoke":
      return decideSharing(state.sharing, command, stamp);
    case "paths/walk":
      return decidePaths(command);
    case "learn/see":
      return decideLearn(command);
    case "plan/add":
    case "plan/change":
    case "plan/remove":
      return decidePlan(state.plan, command, stamp);
    default:
      return assertNever(command);
  }
};

/**
 * What `command` records, oldest first, or why it is refused. Pure: time, day and ids come with the stamp, and the same
 * command with the same stamp on the same state decides the same. An empty list means that it is recorded already.
 */
export const decide = (state: State, command: Command, stamp: Stamp): Decision => {
  switch (command.kind) {
    case "checkin/note":
      return decideCheckin(command);
    case "circle/add":
    case "circle/change":
    case "circle/remove":
    case "circle/observe":
    case "circle/rate-safety":
    case "circle/note-harm":
    case "circle/screen":
    case "circle/note-exchange":
    case "circle/add-askable":
    case "circle/remove-askable":
      return decideCircle(state.circle, command, stamp);
    case "steps/add-own":
    case "steps/remove-own":
    case "steps/rest":
    case "steps/plan":
    case "steps/predict":
    case "steps/note-outcome":
    case "steps/note-alone":
      return decideSteps(state.steps, command, stamp, {
        touch: settings(state).touch,
        personExists: personExists(state),
        stopped: stopped(state),
        asked: asked(state),
      });
    case "asks/prepare":
    case "asks/send":
    case "asks/close":
    case "asks/receive":
      return decideAsks(state.asks, command, stamp, {
        experiment: askedFor(state),
        personExists: personExists(state),
        stopped: stopped(state),
      });
    case "beliefs/add":
    case "beliefs/rate":
    case "beliefs/agree-test":
    case "beliefs/weigh":
    case "beliefs/question":
    case "beliefs/set-alternative":
    case "beliefs/rate-alternative":
      return decideBeliefs(state.beliefs, command, stamp, {
        experimentExists: experimentExists(state),
      });
    case "settings/choose":
    case "settings/see-intro":
    case "settings/note-backup":
    case "settings/set-breath":
    case "settings/choose-pace":
    case "settings/set-reminders":
      return decideSettings(command);
    default:
      return decideRooms(state, command, stamp);
  }
};
