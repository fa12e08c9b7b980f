/** Decides what is recorded about the monthly shifts. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type ShiftsCommand = CommandFor<"shifts/answer", "shifts/answered@1">;

/** Refused for a malformed field alone. */
export const decideShifts = (command: ShiftsCommand): Decision => record("shifts/answered@1", command);
