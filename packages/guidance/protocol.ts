/** The judging protocol: hears one user's messages, whatever they hold, and answers what is asked. */
import { assertNever } from "@belay/basics";
import { askIn, type Ask, type Named } from "./model/ask.ts";
import { emptyBook, withRow, type Book } from "./model/book.ts";
import type { Candidate } from "./model/candidate.ts";
import { chooseAct } from "./model/choose.ts";
import { smallerThan, swapPoint } from "./model/fallback.ts";
import { advance, copyFolded, type Folded } from "./model/fold.ts";
import { countsOf, emptyMemory, foldedOf, type Memory } from "./model/memory.ts";
import { predictionOf } from "./model/predict.ts";
import { dayIn, isFields, name, oneOf, type Fields } from "./model/read.ts";
import { recordOf } from "./model/report.ts";
import { rowIn } from "./model/rows.ts";
import { setupIn, type Setup } from "./model/setup.ts";
import { standingOf } from "./model/standing.ts";

/** What is offered. `person` is null for a step that needs nobody. */
export type Pick = { readonly step: string; readonly person: string | null; readonly context: string };

/** What is predicted of a pick. `done`, `yes` and `over` are chances 0 to 1; `peak` and its 90 % interval are 0 to 100. */
export type Pred = {
  /** Chance that it is carried out, if there is a chance to try. */
  readonly done: number;
  /** Chance of a yes or a partial yes, if done; null when nobody is asked. */
  readonly yes: number | null;
  /** The distress that will be reported as the highest. */
  readonly peak: number;
  readonly peakLo: number;
  readonly peakHi: number;
  /** Chance that the true highest distress is above 80. */
  readonly over: number;
};

/** Mean, and the ends of a 90 % interval. */
export type Band = readonly [mean: number, low: number, high: number];

/** Where somebody stands. `reach` and `belief` are 0 to 100, the others shares 0 to 1. */
export type Estimate = {
  readonly reach: Band;
  readonly belief: Band;
  readonly trend28: number;
  readonly yes: Readonly<Record<string, Band>>;
};

/** One prediction that was asked for. */
export type ProbeAnswer = { readonly done: number; readonly peak: number };

/** The record in figures; null where nothing can be counted. */
export type Report = {
  readonly brier: number | null;
  readonly violation: number | null;
  readonly yesRate: Band | null;
};

/** One answer, as it is printed. A null `pick` is rest. */
export type Answer = {
  readonly id: string | number | null;
  readonly pick: Pick | null;
  readonly pred?: Pred;
  readonly fallback?: readonly { readonly pick: Pick; readonly pred: Pred }[];
  readonly swapAbove?: number;
  readonly est?: Estimate;
  readonly probes?: readonly (ProbeAnswer | null)[];
  readonly report?: Report;
};

/** What one user's messages came to: an immutable value, to be passed on and never looked into. */
export type Player = {
  readonly setup: Setup | null;
  readonly book: Book;
  /** People who were marked or did harm: never offered again. */
  readonly blocked: ReadonlySet<string>;
  /** Work already done over this setup and book; it decides nothing. */
  readonly memory: Memory;
};

/** Before anything was heard. */
export const newPlayer: Player = { setup: null, book: emptyBook(), blocked: new Set(), memory: emptyMemory() };

const kinds = ["user", "checkin", "event", "flag", "harm", "ask", "end"] as const;
type Kind = (typeof kinds)[number];

/** Messages name their kind; one that does not is known by the fields that only its kind has. */
const kindOf = (fields: Fields): Kind | null => {
  const named = fields["type"] ?? fields["kind"] ?? fields["t"] ?? fields["msg"];
  if (named !== undefined) return oneOf(named, kinds);
  if (Array.isArray(fields["steps"]) || "intake" in fields) return "user";
  if ("status" in fields) return "event";
  if ("energy" in fields || "questionnaire" in fields) return "checkin";
  if ("safety" in fields) return "flag";
  if ("id" in fields && ("contexts" in fields || "people" in fields || "report" in fields)) return "ask";
  if ("person" in fields && "day" in fields) return "harm";
  return null;
};

const withMark = (player: Player, person: unknown): Player => {
  const id = name(person);
  return id === null || player.blocked.has(id) ? player : { ...player, blocked: new Set([...player.blocked, id]) };
};

/** The first `user` message that names a step stands; of a later one nothing is taken. */
const withSetup = (player: Player, fields: Fields): Player => {
  if (player.setup !== null) return player;
  const setup = setupIn(fields, dayIn(fields["day"]) ?? 0);
  return setup.steps.size === 0 ? player : { ...player, setup, memory: emptyMemory() };
};

const withHeardRow = (player: Player, kind: "checkin" | "event", fields: Fields): Player => {
  const row = rowIn(kind, fields);
  if (row === null) return player;
  const book = withRow(player.book, row);
  if (book === player.book) return player;
  return { ...player, book, memory: book.shared === player.book.shared ? player.memory : emptyMemory() };
};

/** The player after a message; asks, unknown and absurd messages leave it as it is. Never throws. */
export const heard = (player: Player, message: unknown): Player => {
  if (!isFields(message)) return player;
  const kind = kindOf(message);
  switch (kind) {
    case "user":
      return withSetup(player, message);
    case "checkin":
    case "event":
      return withHeardRow(player, kind, message);
    case "flag":
      return message["safety"] === undefined || message["safety"] === "unsafe"
        ? withMark(player, message["person"])
        : player;
    case "harm":
      return withMark(player, message["person"]);
    case "ask":
    case "end":
    case null:
      return player;
    default:
      return assertNever(kind);
  }
};

const pickOf = ({ act, context }: Candidate): Pick => ({
  step: act.step.id,
  person: act.someone?.id ?? null,
  context,
});

/** Of somebody about whom nothing is known; near what tries in general come to. */
const anyone: ProbeAnswer = { done: 0.6, peak: 50 };

const probeOf = (folded: Folded, { step: id, person, context }: Named): ProbeAnswer => {
  const step = folded.setup.steps.get(id);
  if (step === undefined) return anyone;
  const someone = person === null ? null : (folded.setup.people.get(person) ?? null);
  const { done, peak } = predictionOf(folded, {
    step,
    someone,
    context: folded.setup.contexts.get(context ?? "") ?? -1,
  });
  return { done, peak };
};

const offerOf = (folded: Folded, ask: Ask, blocked: ReadonlySet<string>): Omit<Answer, "id"> => {
  const choice = chooseAct(folded, ask, blocked);
  if (choice === null) return { pick: null };
  const { chosen } = choice;
  const fallback = smallerThan(folded, choice).map((one) => ({
    pick: pickOf(one),
    pred: predictionOf(folded, one.act),
  }));
  return {
    pick: pickOf(chosen),
    pred: predictionOf(folded, chosen.act),
    fallback,
    ...(fallback.length > 0 ? { swapAbove: swapPoint(folded, chosen) } : {}),
  };
};

/** The answer to an ask, null to anything else. The same set of messages gives the same answer. Never throws. */
export const answerTo = ({ setup, book, blocked, memory }: Player, message: unknown): Answer | null => {
  if (!isFields(message) || kindOf(message) !== "ask") return null;
  const ask = askIn(message);
  const report = ask.report ? { report: recordOf(countsOf(book, memory)) } : {};
  if (setup === null) {
    return {
      id: ask.id,
      pick: null,
      ...(ask.probes === null ? {} : { probes: ask.probes.map(() => anyone) }),
      ...report,
    };
  }
  const folded = copyFolded(foldedOf(setup, book, memory, ask.day ?? Number.MAX_SAFE_INTEGER));
  if (ask.day !== null) advance(folded, ask.day);
  return {
    id: ask.id,
    ...offerOf(folded, ask, blocked),
    est: standingOf(folded),
    ...(ask.probes === null ? {} : { probes: ask.probes.map((probe) => probeOf(folded, probe)) }),
    ...report,
  };
};
