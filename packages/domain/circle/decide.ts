/** Decides what is recorded about people. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { CircleState } from "./evolve.ts";
import { worksWith } from "./screen.ts";

/** Everything that can be asked of this feature. In `circle/change`, null leaves a field as it was. */
export type CircleCommand =
  | CommandFor<"circle/add", "circle/added@1", "person">
  | CommandFor<"circle/change", "circle/changed@1">
  | CommandFor<"circle/remove", "circle/removed@1">
  | CommandFor<"circle/observe", "circle/observed@1">
  | CommandFor<"circle/rate-safety", "circle/safety-rated@1">
  | CommandFor<"circle/note-harm", "circle/harm-noted@1">
  | CommandFor<"circle/screen", "circle/screened@1">
  | CommandFor<"circle/note-exchange", "circle/exchanged@1">
  | CommandFor<"circle/add-askable", "circle/askable-added@1", "askable">
  | CommandFor<"circle/remove-askable", "circle/askable-removed@1">;

/** The person has to be on the circle; harm and safety can still be noted about one who was taken off it. */
const onCircle = (state: CircleState, person: string, alsoRemoved: boolean): Result<true, Refusal> => {
  const facts = entryOf(state, person);
  const there = facts !== null && facts.added !== null && (alsoRemoved || facts.removed === null);
  return there ? ok(true) : err({ type: "NotFound", what: "person", id: person });
};

/** Whether `work` was answered for those one works with, and left out for everybody else. */
const workAsked = (state: CircleState, command: CircleCommand & { readonly kind: "circle/screen" }): boolean => {
  const role = entryOf(state, command.person)?.role?.value ?? null;
  return role !== null && (worksWith(role) ? command.answers.work !== null : true);
};

/** What is not there, or was taken away already, needs no second taking away. */
const removeAskable = (state: CircleState, command: CircleCommand & { readonly kind: "circle/remove-askable" }) => {
  const made = record("circle/askable-removed@1", command);
  const facts = entryOf(state, command.person);
  const added = facts?.askables.some(({ value }) => value.askable === command.askable) ?? false;
  const gone = facts?.notAskable.some(({ value }) => value === command.askable) ?? false;
  return made.ok && (!added || gone) ? ok([]) : made;
};

/** Refuses people who are not there, and a screening that leaves a question out. */
export const decideCircle = (state: CircleState, command: CircleCommand, stamp: Stamp): Decision => {
  if (command.kind === "circle/add") return record("circle/added@1", { ...command, person: stamp.id });
  const alsoRemoved = command.kind === "circle/rate-safety" || command.kind === "circle/note-harm";
  const there = onCircle(state, command.person, alsoRemoved);
  if (!there.ok) return there;
  switch (command.kind) {
    case "circle/change":
      return record("circle/changed@1", command);
    case "circle/remove":
      return record("circle/removed@1", command);
    case "circle/observe":
      return record("circle/observed@1", command);
    case "circle/rate-safety":
      return record("circle/safety-rated@1", command);
    case "circle/note-harm":
      return record("circle/harm-noted@1", command);
    case "circle/screen": {
      const made = record("circle/screened@1", command);
      return made.ok && !workAsked(state, command) ? err({ type: "BadField", field: "answers" }) : made;
    }
    case "circle/note-exchange":
      return record("circle/exchanged@1", command);
    case "circle/add-askable":
      return record("circle/askable-added@1", { ...command, askable: stamp.id });
    case "circle/remove-askable":
      return removeAskable(state, command);
    default:
      return assertNever(command);
  }
};
