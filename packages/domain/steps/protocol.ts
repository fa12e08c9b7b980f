/**
 * Maps what was recorded to the rows that the guidance reads (the `event` line of its protocol).
 *
 * The guidance knows four outcomes and null; people and links know more. The two tables below are the whole mapping.
 * Null always means "says nothing about willingness": such a row still counts as a try, and never as a yes or a no.
 */
import type { LocalDay } from "@belay/basics";
import type { Answer } from "../events/asks.ts";
import type { Context, Strand } from "../events/fields.ts";
import type { Origin, Outcome, Status } from "../events/steps.ts";
import type { OutcomeNoted, Plan, Prediction } from "./view.ts";

/** The outcomes of the guidance protocol. */
export type TrialOutcome = "yes" | "partial" | "no" | "hurtful";

/**
 * One row for the guidance. Numbers are 0 to 100 (`cost` 0 to 1), null when not given. `predHelp`, `predBad`: chance
 * of help and badness as predicted; `before`, `peak`, `after`: distress; `bad`: how bad it was.
 */
export type Trial = {
  /** The experiment's id. */
  readonly id: string;
  /** The day of the newest thing known about it. */
  readonly day: LocalDay;
  readonly step: string;
  readonly strand: Strand;
  readonly difficulty: number;
  readonly cost: number;
  readonly person: string | null;
  readonly context: Context | null;
  readonly origin: Origin;
  readonly status: Status;
  readonly predHelp: number | null;
  readonly predBad: number | null;
  readonly before: number | null;
  readonly peak: number | null;
  readonly after: number | null;
  readonly bad: number | null;
  readonly outcome: TrialOutcome | null;
  /** What was noted, or else answered, before it was mapped. */
  readonly raw: Outcome | Answer | null;
};

/** An experiment with what came back, as far as this mapping needs it. */
export type Tried = {
  readonly id: string;
  readonly plan: Plan;
  readonly person: string | null;
  readonly prediction: Prediction | null;
  /** The newest outcome noted. */
  readonly outcome: OutcomeNoted | null;
  /** The newest answer, and whether it came after the newest outcome. */
  readonly answer: { readonly answer: Answer; readonly day: LocalDay; readonly afterOutcome: boolean } | null;
  /** The newest ask that went out; `by` is the day the person decided to wait for. */
  readonly sent: { readonly day: LocalDay; readonly by: LocalDay | null; readonly written: boolean } | null;
};

/** What the person noted. */
export const fromOutcome: { readonly [O in Outcome]: TrialOutcome | null } = {
  // They got what they asked for.
  yes: "yes",
  // "Yes, but": part of it, or another time. The protocol scores a partial as help that came.
  partly: "partial",
  // Not an answer yet: neither help nor a refusal. A later outcome of the same experiment replaces it.
  later: null,
  // A plain no. It is evidence about that request, not about safety.
  no: "no",
  // A no that hurt, or a yes that did: the guidance backs off and weighs the person's safety.
  hurtful: "hurtful",
  // No help came. It counts as a no, since leaving it out would flatter the share of yes; but only once the day
  // that was waited for has come (see `mapSilence`).
  silence: "no",
};

/** What came through a link while no outcome, or only "later" or "silence", was noted. */
export const fromAnswer: { readonly [A in Answer]: TrialOutcome | null } = {
  // The four buttons of the answer page mean what they say.
  yes: "yes",
  partly: "partial",
  no: "no",
  // "Can we talk" is the beginning of an answer. What came of it is known when the person notes it.
  talk: null,
};

/** Whether somebody had the chance to answer: nothing came back from a step that was avoided, skipped or swapped. */
const tried = (status: Status): boolean => status === "done" || status === "started";

/** Silence noted before the day that was waited for is still waiting; without such a day it is taken at its word. */
const mapSilence = (outcome: OutcomeNoted, by: LocalDay | null): TrialOutcome | null =>
  by !== null && outcome.day < by ? null : fromOutcome.silence;

/** The person's own word stands, except that an answer settles what was noted as later, silent or not at all. */
const cameBack = (given: Tried): Pick<Trial, "outcome" | "raw"> => {
  const { outcome, answer } = given;
  const noted = outcome?.outcome ?? null;
  const open = noted === null || ((noted === "later" || noted === "silence") && answer?.afterOutcome === true);
  if (open && answer !== null) return { outcome: fromAnswer[answer.answer], raw: answer.answer };
  if (outcome === null || noted === null) return { outcome: null, raw: null };
  if (noted === "silence") return { outcome: mapSilence(outcome, given.sent?.by ?? null), raw: noted };
  return { outcome: fromOutcome[noted], raw: noted };
};

/** The later of the days on which something became known. */
const dayOf = (given: Tried): LocalDay | null => {
  if (given.answer !== null && (given.outcome === null || given.answer.afterOutcome)) return given.answer.day;
  return given.outcome?.day ?? given.sent?.day ?? null;
};

/** How the ask really went out comes before what was planned. */
const contextOf = ({ plan, sent }: Tried): Trial["context"] => {
  if (sent === null || (sent.written && plan.context === "online")) return plan.context;
  if (sent.written) return "message";
  return plan.context === "message" ? null : plan.context;
};

/**
 * The row of one experiment; null when nothing was done yet. An ask that went out is done, whatever comes back: asking
 * is the act that was feared. An answer that arrived without a note of sending shows that it went out.
 */
export const trialOf = (given: Tried): Trial | null => {
  const day = dayOf(given);
  if (day === null) return null;
  const { plan, prediction, outcome } = given;
  const status = outcome?.status ?? "done";
  const result = tried(status) ? cameBack(given) : { outcome: null, raw: outcome?.outcome ?? null };
  return {
    id: given.id,
    day,
    step: plan.step,
    strand: plan.strand,
    difficulty: plan.difficulty,
    cost: plan.cost,
    person: given.person,
    context: contextOf(given),
    origin: plan.origin,
    status,
    predHelp: prediction?.help ?? null,
    predBad: prediction?.bad ?? null,
    before: outcome?.before ?? null,
    peak: outcome?.peak ?? null,
    after: outcome?.after ?? null,
    bad: outcome?.bad ?? null,
    ...result,
  };
};
