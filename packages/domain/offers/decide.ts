/** Decides what is recorded about standing offers. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { OffersState } from "./evolve.ts";

/** Everything that can be asked of this feature. */
export type OffersCommand =
  | CommandFor<"offers/make", "offers/made@1", "offer">
  | CommandFor<"offers/end", "offers/ended@1">
  | CommandFor<"offers/take", "offers/taken@1">;

/** What this feature has to be told about the others. */
export type AroundOffers = {
  readonly personExists: (person: string) => boolean;
  readonly experimentExists: (experiment: string) => boolean;
};

const stands = (state: OffersState, offer: string): Result<true, Refusal> => {
  const facts = entryOf(state, offer);
  const there = facts !== null && facts.made !== null && facts.ended === null;
  return there ? ok(true) : err({ type: "NotFound", what: "offer", id: offer });
};

/** An offer ends once; it can be taken up as often as it stands. */
export const decideOffers = (
  state: OffersState,
  command: OffersCommand,
  stamp: Stamp,
  around: AroundOffers,
): Decision => {
  switch (command.kind) {
    case "offers/make": {
      const { person } = command;
      if (person !== null && !around.personExists(person)) return err({ type: "NotFound", what: "person", id: person });
      return record("offers/made@1", { ...command, offer: stamp.id });
    }
    case "offers/end": {
      const there = stands(state, command.offer);
      return there.ok ? record("offers/ended@1", command) : there;
    }
    case "offers/take": {
      const there = stands(state, command.offer);
      if (!there.ok) return there;
      return around.experimentExists(command.experiment)
        ? record("offers/taken@1", command)
        : err({ type: "NotFound", what: "experiment", id: command.experiment });
    }
    default:
      return assertNever(command);
  }
};
