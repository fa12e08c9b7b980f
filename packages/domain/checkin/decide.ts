/** Decides what a check-in records. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type CheckinCommand = CommandFor<"checkin/note", "checkin/noted@1">;

/** A check-in is refused for a malformed field alone; several a day are fine. */
export const decideCheckin = (command: CheckinCommand): Decision => record("checkin/noted@1", command);
