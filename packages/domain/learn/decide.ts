/** Decides what is recorded about cards that were shown at their moment. */
import { record, type CommandFor, type Decision } from "../events/command.ts";

/** Everything that can be asked of this feature. */
export type LearnCommand = CommandFor<"learn/see", "learn/seen@1">;

/** Refused for a malformed field alone. */
export const decideLearn = (command: LearnCommand): Decision => record("learn/seen@1", command);
