/** Decides what a command records, or why not: every rule of the domain behind one door. */
import { assertNever } from "@belay/basics";
import { decideAsks, type AskedFor, type AsksCommand } from "./asks/decide.ts";
import { viewPlacedAsks } from "./asks/view.ts";
import { decideBeliefs, type BeliefsCommand } from "./beliefs/decide.ts";
import { decideCheckin, type CheckinCommand } from "./checkin/decide.ts";
import { decideCircle, type CircleCommand } from "./circle/decide.ts";
import { viewPerson } from "./circle/view.ts";
import type { Decision, Stamp } from "./events/command.ts";
import type { Strand } from "./events/fields.ts";
import type { Refusal } from "./events/refusal.ts";
import { entryOf } from "./events/table.ts";
import { stopsFor } from "./people.ts";
import { decideSettings, type SettingsCommand } from "./settings/decide.ts";
import type { State } from "./state.ts";
import { decideSteps, type StepsCommand } from "./steps/decide.ts";
import { settings } from "./views.ts";

/** Everything a person can ask to be recorded: the fields of the fact, less the ids that the stamp mints. */
export type Command = CheckinCommand | CircleCommand | StepsCommand | AsksCommand | BeliefsCommand | SettingsCommand;

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
      return decideBeliefs(state.beliefs, command, stamp, {
        experimentExists: (id) => askedFor(state)(id) !== null,
      });
    case "settings/choose":
    case "settings/see-intro":
    case "settings/note-backup":
      return decideSettings(command);
    default:
      return assertNever(command);
  }
};
