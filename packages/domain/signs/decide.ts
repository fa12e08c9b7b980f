/** Decides what is recorded about signs that were asked about. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type SignsCommand = CommandFor<"signs/answer", "signs/answered@1">;

/** Refused for a malformed field alone. */
export const decideSigns = (command: SignsCommand): Decision => record("signs/answered@1", command);
