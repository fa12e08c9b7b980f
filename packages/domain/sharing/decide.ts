/** Decides what is recorded about shares. */
import { addDays, assertNever, err, ok } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import { entryOf } from "../events/table.ts";
import { isPaused, type ShareFacts, type ShareMark, type SharingState } from "./evolve.ts";

/** Everything that can be asked of this feature. */
export type SharingCommand =
  | CommandFor<"sharing/prepare", "sharing/prepared@1", "share">
  | CommandFor<"sharing/begin", "sharing/begun@1">
  | CommandFor<"sharing/renew", "sharing/renewed@1">
  | CommandFor<"sharing/pause", "sharing/paused@1">
  | CommandFor<"sharing/resume", "sharing/resumed@1">
  | CommandFor<"sharing/revoke", "sharing/revoked@1">;

/** How many days ahead the last day of a share may lie: a quarter of a year, then it is composed again. */
const mostDays = 90;

/** A revoked share is over: whatever is asked of it again is recorded no more. */
const ofShare = (
  facts: ShareFacts,
  command: Exclude<SharingCommand, { readonly kind: "sharing/prepare" }>,
): Decision => {
  const marked = (mark: ShareMark): boolean => facts.marks.some(({ value }) => value === mark);
  if (marked("sharing/revoked@1")) return ok([]);
  const paused = isPaused(facts);
  switch (command.kind) {
    case "sharing/begin":
      return marked("sharing/begun@1") ? ok([]) : record("sharing/begun@1", command);
    case "sharing/renew":
      return record("sharing/renewed@1", command);
    case "sharing/pause":
      return paused ? ok([]) : record("sharing/paused@1", command);
    case "sharing/resume":
      return paused ? record("sharing/resumed@1", command) : ok([]);
    case "sharing/revoke":
      return record("sharing/revoked@1", command);
    default:
      return assertNever(command);
  }
};

/** The last day of a share is its first or one of the 90 after it; what stands already is not recorded twice. */
export const decideSharing = (state: SharingState, command: SharingCommand, stamp: Stamp): Decision => {
  if (command.kind === "sharing/prepare") {
    const isNear = command.until >= stamp.day && command.until <= addDays(stamp.day, mostDays);
    if (!isNear) return err({ type: "BadField", field: "until" });
    return record("sharing/prepared@1", { ...command, share: stamp.id });
  }
  const facts = entryOf(state, command.share);
  if (facts === null || facts.prepared === null) return err({ type: "NotFound", what: "share", id: command.share });
  return ofShare(facts, command);
};
