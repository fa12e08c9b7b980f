/** Decides what is recorded about kindness towards oneself. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type CompassionCommand = CommandFor<"compassion/practise", "compassion/practised@1">;

/** Refused for a malformed field alone. */
export const decideCompassion = (command: CompassionCommand): Decision => record("compassion/practised@1", command);
