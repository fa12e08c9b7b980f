/** Decides what is recorded about how the person wants the programme to be. */
import { assertNever } from "@belay/basics";
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. In `settings/choose`, null leaves a choice as it was. */
export type SettingsCommand =
  | CommandFor<"settings/choose", "settings/chosen@1">
  | CommandFor<"settings/see-intro", "settings/intro-seen@1">
  | CommandFor<"settings/note-backup", "settings/backup-made@1">
  | CommandFor<"settings/set-breath", "settings/breath-set@1">
  | CommandFor<"settings/choose-pace", "settings/pace-chosen@1">
  | CommandFor<"settings/set-reminders", "settings/reminders-set@1">;

/** Refused for malformed fields alone. */
export const decideSettings = (command: SettingsCommand): Decision => {
  switch (command.kind) {
    case "settings/choose":
      return record("settings/chosen@1", command);
    case "settings/see-intro":
      return record("settings/intro-seen@1", command);
    case "settings/note-backup":
      return record("settings/backup-made@1", command);
    case "settings/set-breath":
      return record("settings/breath-set@1", command);
    case "settings/choose-pace":
      return record("settings/pace-chosen@1", command);
    case "settings/set-reminders":
      return record("settings/reminders-set@1", command);
    default:
      return assertNever(command);
  }
};
