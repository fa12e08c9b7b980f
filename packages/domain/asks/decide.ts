/** Decides what is recorded about asks and their answers. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import { record, type CommandFor, type Decision, type Stamp } from "../events/command.ts";
import type { DomainEvent } from "../events/catalogue.ts";
import type { Strand } from "../events/fields.ts";
import type { Refusal } from "../events/refusal.ts";
import { entryOf } from "../events/table.ts";
import type { AskFacts, AsksState } from "./evolve.ts";

/** Sends an ask: one that was prepared with a link, or (`ask` null) one that is said or sent as one's own message. */
export type SendAsk = { readonly ask: string | null } & Omit<CommandFor<"asks/send", "asks/sent@1", "ask">, never>;

/** An answer that came through a link, and the standing offer that may have come with it. */
export type ReceiveAnswer = CommandFor<"asks/receive", "asks/answered@1"> & {
  readonly offer?: { readonly what: string; readonly when: string; readonly often: string };
};

/** Everything that can be asked of this feature. */
export type AsksCommand =
  | CommandFor<"asks/prepare", "asks/prepared@1", "ask">
  | SendAsk
  | CommandFor<"asks/close", "asks/closed@1">
  | ReceiveAnswer;

/** The experiment that an ask belongs to, as far as asks need to know it. */
export type AskedFor = {
  readonly person: string | null;
  readonly strand: Strand;
  readonly large: boolean;
  readonly predicted: boolean;
};

/** What this feature has to be told about the others. */
export type AroundAsks = {
  readonly experiment: (id: string) => AskedFor | null;
  readonly personExists: (person: string) => boolean;
  /** Why this person may not be asked for a step of the strand, or null. */
  readonly stopped: (person: string, strand: Strand, large: boolean) => Refusal | null;
};

const findExperiment = (around: AroundAsks, id: string): Result<AskedFor, Refusal> => {
  const found = around.experiment(id);
  return found === null ? err({ type: "NotFound", what: "experiment", id }) : ok(found);
};

/** Somebody may have been flagged since the step was planned, so they are looked at again at the last moment. */
const mayBeAsked = (around: AroundAsks, experiment: AskedFor, person: string | null): Result<true, Refusal> => {
  if (person === null) return ok(true);
  if (!around.personExists(person)) return err({ type: "NotFound", what: "person", id: person });
  const stopped = around.stopped(person, experiment.strand, experiment.large);
  return stopped === null ? ok(true) : err(stopped);
};

const prepare = (
  command: AsksCommand & { readonly kind: "asks/prepare" },
  stamp: Stamp,
  around: AroundAsks,
): Decision => {
  const experiment = findExperiment(around, command.experiment);
  if (!experiment.ok) return experiment;
  const may = mayBeAsked(around, experiment.value, experiment.value.person);
  return may.ok ? record("asks/prepared@1", { ...command, ask: stamp.id }) : may;
};

/** The prepared ask has to be there, be open, and belong to the experiment; a link is nothing without one. */
const findPrepared = (state: AsksState, command: SendAsk): Result<true, Refusal> => {
  if (command.ask === null) return command.channel === "link" ? err({ type: "BadField", field: "ask" }) : ok(true);
  const facts = entryOf(state, command.ask);
  if (facts === null || facts.prepared === null) return err({ type: "NotFound", what: "ask", id: command.ask });
  if (facts.closed !== null) return err({ type: "AskClosed", ask: command.ask });
  const fits = facts.prepared.value.experiment === command.experiment;
  return fits ? ok(true) : err({ type: "BadField", field: "experiment" });
};

const send = (state: AsksState, command: SendAsk, stamp: Stamp, around: AroundAsks): Decision => {
  const experiment = findExperiment(around, command.experiment);
  if (!experiment.ok) return experiment;
  const planned = experiment.value.person;
  if (planned !== null && command.person !== planned) return err({ type: "BadField", field: "person" });
  if (!experiment.value.predicted) return err({ type: "PredictFirst" });
  const prepared = findPrepared(state, command);
  if (!prepared.ok) return prepared;
  const may = mayBeAsked(around, experiment.value, command.person);
  if (!may.ok) return may;
  const already = command.ask !== null && (entryOf(state, command.ask)?.sent ?? null) !== null;
  return already ? ok([]) : record("asks/sent@1", { ...command, ask: command.ask ?? stamp.id });
};

/** An offer that is no line of text is left out: the answer it came with matters more. */
const offered = (facts: AskFacts, { offer, reply, ask }: ReceiveAnswer): readonly DomainEvent[] => {
  if (offer === undefined) return [];
  const made = record("offers/made@1", { ...offer, offer: reply, person: facts.sent?.value.person ?? null, ask });
  return made.ok ? made.value : [];
};

/**
 * An answer that came before is not recorded again; one that comes after closing is, since it was given in good faith.
 * An offer goes by the reply's id, so that it counts once on however many devices it is taken in.
 */
const receive = (state: AsksState, command: ReceiveAnswer): Decision => {
  const facts = entryOf(state, command.ask);
  if (facts === null || facts.prepared === null) return err({ type: "NotFound", what: "ask", id: command.ask });
  const known = facts.answers.some((answer) => answer.value.reply === command.reply);
  if (known) return ok([]);
  const answered = record("asks/answered@1", command);
  return answered.ok ? ok([...answered.value, ...offered(facts, command)]) : answered;
};

/** Refuses what would ask an unsafe person, what is not there, and an ask without a prediction. */
export const decideAsks = (state: AsksState, command: AsksCommand, stamp: Stamp, around: AroundAsks): Decision => {
  switch (command.kind) {
    case "asks/prepare":
      return prepare(command, stamp, around);
    case "asks/send":
      return send(state, command, stamp, around);
    case "asks/close": {
      const facts = entryOf(state, command.ask);
      const there = facts !== null && (facts.prepared !== null || facts.sent !== null);
      if (!there) return err({ type: "NotFound", what: "ask", id: command.ask });
      return facts.closed === null ? record("asks/closed@1", command) : ok([]);
    }
    case "asks/receive":
      return receive(state, command);
    default:
      return assertNever(command);
  }
};
