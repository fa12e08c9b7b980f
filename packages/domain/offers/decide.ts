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
  /** Why this person's offers are not for taking (not on the circle, or unsafe), or null. */
  readonly barred: (person: string) => Refusal | null;
  readonly experimentExists: (experiment: string) => boolean;
};

/** Whose offer it is, if it stands; null for somebody outside the circle. */
const stands = (state: OffersState, offer: string): Result<{ readonly person: string | null }, Refusal> => {
  const facts = entryOf(state, offer);
  return facts !== null && facts.made !== null && facts.ended === null
    ? ok({ person: facts.made.value.person })
    : err({ type: "NotFound", what: "offer", id: offer });
};

/**
 * An offer ends once; it can be taken up as often as it stands. One that comes from somebody unsafe is neither noted nor
 * taken: an offer is a way in, too.
 */
export const decideOffers = (
  state: OffersState,
  command: OffersCommand,
  stamp: Stamp,
  around: AroundOffers,
): Decision => {
  switch (command.kind) {
    case "offers/make": {
      const { person } = command;
      const barred = person === null ? null : around.barred(person);
      if (barred !== null) return err(barred);
      return record("offers/made@1", { ...command, offer: stamp.id });
    }
    case "offers/end": {
      const there = stands(state, command.offer);
      return there.ok ? record("offers/ended@1", command) : there;
    }
    case "offers/take": {
      const there = stands(state, command.offer);
      if (!there.ok) return there;
      const { person } = there.value;
      const barred = person === null ? null : around.barred(person);
      if (barred !== null) return err(barred);
      return around.experimentExists(command.experiment)
        ? record("offers/taken@1", command)
        : err({ type: "NotFound", what: "experiment", id: command.experiment });
    }
    default:
      return assertNever(command);
  }
};
