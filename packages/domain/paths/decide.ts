/** Decides what is recorded about hard moments and what was chosen in them. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type PathsCommand = CommandFor<"paths/walk", "paths/walked@1">;

/** Refused for a malformed field alone. */
export const decidePaths = (command: PathsCommand): Decision => record("paths/walked@1", command);
