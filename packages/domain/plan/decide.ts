/** Decides what is recorded about the safety plan. */
import { assertNever, err, ok } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import { entryOf } from "../events/table.ts";
import type { PlanState } from "./evolve.ts";

/** Everything that can be asked of this feature. */
export type PlanCommand =
  | CommandFor<"plan/add", "plan/line-written@1", "line">
  | CommandFor<"plan/change", "plan/line-written@1">
  | CommandFor<"plan/remove", "plan/line-removed@1">;

/** What is not there cannot be changed; what was taken out already needs no second taking out. */
export const decidePlan = (state: PlanState, command: PlanCommand, stamp: Stamp): Decision => {
  if (command.kind === "plan/add") return record("plan/line-written@1", { ...command, line: stamp.id });
  const facts = entryOf(state, command.line);
  if (facts === null || facts.written === null) return err({ type: "NotFound", what: "line", id: command.line });
  switch (command.kind) {
    case "plan/change":
      return facts.removed === null
        ? record("plan/line-written@1", command)
        : err({ type: "NotFound", what: "line", id: command.line });
    case "plan/remove":
      return facts.removed === null ? record("plan/line-removed@1", command) : ok([]);
    default:
      return assertNever(command);
  }
};
