/** Decides what is recorded about measures. */
import { assertNever, err, ok } from "@belay/basics";
import { record, type CommandFor, type Decision } from "../events/command.ts";
import { sittingsMost } from "../events/measures.ts";

/** Everything that can be asked of this feature. `measures/import` takes up to 5,000 sittings at once. */
export type MeasuresCommand =
  | CommandFor<"measures/answer", "measures/answered@1">
  | CommandFor<"measures/count", "measures/counted@1">
  | CommandFor<"measures/rate-sources", "measures/sources-rated@1">
  | CommandFor<"measures/import", "measures/imported@1">
  | CommandFor<"measures/choose", "measures/chosen@1">;

/** What this feature asks of the others. */
type Known = { readonly personExists: (id: string) => boolean };

/** Sittings that one command may bring along: a year of daily ones, more than ten times over. */
export const importMost = 5000;

const refused = (field: string): Decision => err({ type: "BadField", field });

/** A list without one given answer says nothing. */
const isBlank = (answers: readonly (number | null)[]): boolean => answers.every((one) => one === null);

/** As many facts as it takes, or the first complaint: all or nothing. */
const imported = (command: CommandFor<"measures/import", "measures/imported@1">): Decision => {
  if (command.sittings.length > importMost) return refused("sittings");
  const empty = command.sittings.some(({ answers, scores }) => (answers === null ? scores === null : isBlank(answers)));
  if (empty) return refused("sittings");
  const parts = Math.max(1, Math.ceil(command.sittings.length / sittingsMost));
  const facts = Array.from({ length: parts }, (_, i) =>
    record("measures/imported@1", {
      name: command.name,
      sittings: command.sittings.slice(i * sittingsMost, (i + 1) * sittingsMost),
    }),
  );
  const bad = facts.find(({ ok: fine }) => !fine);
  return bad ?? ok(facts.flatMap((each) => (each.ok ? each.value : [])));
};

/** Refused for malformed fields, for what says nothing, and for answers about somebody who is not on the circle. */
export const decideMeasures = (command: MeasuresCommand, { personExists }: Known): Decision => {
  switch (command.kind) {
    case "measures/answer":
      if (isBlank(command.answers)) return refused("answers");
      return command.about !== null && !personExists(command.about)
        ? err({ type: "NotFound", what: "person", id: command.about })
        : record("measures/answered@1", command);
    case "measures/count": {
      const { kind: _kind, reason: _reason, ...said } = command;
      if (Object.values(said).every((one) => one === null)) return refused("body");
      return record("measures/counted@1", command);
    }
    case "measures/rate-sources":
      if (command.answers.every(({ likely, reachable }) => likely === null && reachable === null))
        return refused("answers");
      return record("measures/sources-rated@1", command);
    case "measures/import":
      return imported(command);
    case "measures/choose":
      return record("measures/chosen@1", command);
    default:
      return assertNever(command);
  }
};
