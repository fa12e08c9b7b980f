/** Decides what is recorded about beliefs. */
import { assertNever, err } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import { entryOf } from "../events/table.ts";
import type { BeliefsState } from "./evolve.ts";

/** Everything that can be asked of this feature. `belief` is an id of the catalogue or of one of one's own. */
export type BeliefsCommand =
  | CommandFor<"beliefs/add", "beliefs/added@1", "belief">
  | CommandFor<"beliefs/rate", "beliefs/rated@1">
  | CommandFor<"beliefs/agree-test", "beliefs/test-agreed@1">
  | CommandFor<"beliefs/weigh", "beliefs/weighed@1">
  | CommandFor<"beliefs/question", "beliefs/questioned@1">
  | CommandFor<"beliefs/set-alternative", "beliefs/alternative-set@1">
  | CommandFor<"beliefs/rate-alternative", "beliefs/alternative-rated@1">;

/** What this feature has to be told about the others. */
export type AroundBeliefs = { readonly experimentExists: (experiment: string) => boolean };

/**
 * The catalogue lives in `content`, so an unknown belief is taken for one of its own. A test stays as agreed once
 * something was weighed by it, and nothing is weighed before there is one: a test agreed on afterwards always confirms.
 */
export const decideBeliefs = (
  state: BeliefsState,
  command: BeliefsCommand,
  stamp: Stamp,
  around: AroundBeliefs,
): Decision => {
  switch (command.kind) {
    case "beliefs/add":
      return record("beliefs/added@1", { ...command, belief: stamp.id });
    case "beliefs/rate":
      return record("beliefs/rated@1", command);
    case "beliefs/agree-test": {
      const weighed = (entryOf(state, command.belief)?.moments.length ?? 0) > 0;
      return weighed ? err({ type: "TestFixed", belief: command.belief }) : record("beliefs/test-agreed@1", command);
    }
    case "beliefs/weigh":
      if ((entryOf(state, command.belief)?.tests.length ?? 0) === 0)
        return err({ type: "TestFirst", belief: command.belief });
      return around.experimentExists(command.experiment)
        ? record("beliefs/weighed@1", command)
        : err({ type: "NotFound", what: "experiment", id: command.experiment });
    case "beliefs/question":
      return record("beliefs/questioned@1", command);
    case "beliefs/set-alternative":
      return record("beliefs/alternative-set@1", command);
    case "beliefs/rate-alternative":
      return record("beliefs/alternative-rated@1", command);
    default:
      return assertNever(command);
  }
};
