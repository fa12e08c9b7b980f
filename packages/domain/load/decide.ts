/** Decides what is recorded about what is being carried. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { LoadState } from "./evolve.ts";

/** Everything that can be asked of this feature. */
export type LoadCommand =
  | CommandFor<"load/add", "load/added@1", "load">
  | CommandFor<"load/decide", "load/decided@1">
  | CommandFor<"load/link", "load/linked@1">
  | CommandFor<"load/put-down", "load/put-down@1">
  | CommandFor<"load/note-resentment", "load/resentment-noted@1">
  | CommandFor<"load/set-limit", "load/limit-set@1", "limit">
  | CommandFor<"load/drop-limit", "load/limit-dropped@1">;

/** What this feature has to be told about the others. */
export type AroundLoad = { readonly experimentExists: (experiment: string) => boolean };

const carried = (state: LoadState, load: string): Result<true, Refusal> => {
  const facts = entryOf(state.loads, load);
  return facts !== null && facts.added !== null ? ok(true) : err({ type: "NotFound", what: "load", id: load });
};

/** Something put down can still be decided about and linked: two devices may have done both at once. */
export const decideLoad = (state: LoadState, command: LoadCommand, stamp: Stamp, around: AroundLoad): Decision => {
  switch (command.kind) {
    case "load/add":
      return record("load/added@1", { ...command, load: stamp.id });
    case "load/decide": {
      const there = carried(state, command.load);
      return there.ok ? record("load/decided@1", command) : there;
    }
    case "load/link": {
      const there = carried(state, command.load);
      if (!there.ok) return there;
      return around.experimentExists(command.experiment)
        ? record("load/linked@1", command)
        : err({ type: "NotFound", what: "experiment", id: command.experiment });
    }
    case "load/put-down": {
      const there = carried(state, command.load);
      if (!there.ok) return there;
      return entryOf(state.loads, command.load)?.putDown === null ? record("load/put-down@1", command) : ok([]);
    }
    case "load/note-resentment":
      return record("load/resentment-noted@1", command);
    case "load/set-limit":
      return record("load/limit-set@1", { ...command, limit: stamp.id });
    case "load/drop-limit": {
      const facts = entryOf(state.limits, command.limit);
      const there = facts !== null && facts.set !== null && facts.dropped === null;
      return there
        ? record("load/limit-dropped@1", command)
        : err({ type: "NotFound", what: "limit", id: command.limit });
    }
    default:
      return assertNever(command);
  }
};
