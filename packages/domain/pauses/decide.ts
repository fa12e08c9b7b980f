/** Decides what is recorded about pauses that ended in a choice. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type PausesCommand = CommandFor<"pauses/take", "pauses/taken@1">;

/** Refused for a malformed field alone. */
export const decidePauses = (command: PausesCommand): Decision => record("pauses/taken@1", command);
