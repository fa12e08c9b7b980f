/** Decides what is recorded about looking at where it came from. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { OriginsState } from "./evolve.ts";

/** Everything that can be asked of this feature. */
export type OriginsCommand =
  | CommandFor<"origins/switch", "origins/switched@1">
  | CommandFor<"origins/begin", "origins/begun@1", "session">
  | CommandFor<"origins/end", "origins/ended@1">
  | CommandFor<"origins/forget", "origins/forgotten@1">;

/** From this distress on a sitting does not begin, and one that has begun ends (`safety.md` 4.4). */
export const originsCeiling = 70;

const begun = (state: OriginsState, session: string): Result<true, Refusal> => {
  const facts = entryOf(state.sessions, session);
  const there = facts !== null && facts.begun !== null && facts.forgotten === null;
  return there ? ok(true) : err({ type: "NotFound", what: "session", id: session });
};

/**
 * Nothing begins while the room is off, or while distress is at the ceiling already. A sitting that was never ended (a
 * flat battery, a killed tab) does not stand in the way of another: refusing would lock the room for whoever was cut
 * off. It can still be ended or forgotten, also when the room was switched off meanwhile. Once it was forgotten, nothing
 * is added to it.
 */
export const decideOrigins = (state: OriginsState, command: OriginsCommand, stamp: Stamp): Decision => {
  switch (command.kind) {
    case "origins/switch":
      return record("origins/switched@1", command);
    case "origins/begin": {
      if (state.on?.value !== true) return err({ type: "OriginsOff" });
      if (command.before >= originsCeiling) return err({ type: "TooMuchToday", ceiling: originsCeiling });
      return record("origins/begun@1", { ...command, session: stamp.id });
    }
    case "origins/end": {
      const there = begun(state, command.session);
      return there.ok ? record("origins/ended@1", command) : there;
    }
    case "origins/forget": {
      const there = begun(state, command.session);
      return there.ok ? record("origins/forgotten@1", command) : there;
    }
    default:
      return assertNever(command);
  }
};
