/** The form of what happened: filled in from the answer where there is one, and what of it is recorded. */
import {
  closenesses,
  fearResults,
  outcomes,
  statuses,
  type Answer,
  type Experiment,
  type Outcome,
  type OutcomeNoted,
  type Status,
} from "@belay/domain";
import { freshAnswer } from "../names.ts";
import type { OutcomeCommand } from "./quick-command.ts";

/** Empty texts and nulls are what was not said. */
export type OutcomeForm = {
  readonly status: string;
  /** `none` where it was no question of yes or no. */
  readonly outcome: string;
  /** Distress just before, at the worst moment, and afterwards, 0 to 100. */
  readonly before: number | null;
  readonly peak: number | null;
  readonly after: number | null;
  /** How bad it was all in all, to be held beside what was expected. */
  readonly bad: number | null;
  /** What became of the fear. */
  readonly feared: string;
  /** Less alone, more known? */
  readonly closer: string;
  readonly learnt: string;
};

/** "Can we talk" is only the beginning of an answer: what came of it is for the person to say. */
const fromAnswer: Readonly<Record<Answer, Outcome | "">> = { yes: "yes", partly: "partly", no: "no", talk: "" };

/** Whether an ask went out, so that doing it is no question any more. */
export const wasAsked = (experiment: Pick<Experiment, "asks" | "answers">): boolean =>
  experiment.answers.length > 0 || experiment.asks.some((ask) => ask.sentOn !== null);

/** What the form starts with: what was noted before, else the answer, else nothing. */
export const startForm = (experiment: Experiment): OutcomeForm => {
  const noted: OutcomeNoted | null = experiment.outcome;
  const answer = freshAnswer(experiment);
  return {
    status: noted?.status ?? (wasAsked(experiment) ? "done" : ""),
    outcome: (answer === null ? "" : fromAnswer[answer]) || (noted?.outcome ?? ""),
    before: noted?.before ?? null,
    peak: noted?.peak ?? null,
    after: noted?.after ?? null,
    bad: noted?.bad ?? null,
    feared: noted?.feared ?? "",
    closer: noted?.closer ?? "",
    learnt: noted?.learnt ?? "",
  };
};

/** The known name that a text of a form is, or null. */
const oneOf = <Known extends string>(known: readonly Known[], value: string): Known | null =>
  known.find((one) => one === value) ?? null;

/** The status in the form. */
export const statusOf = (form: OutcomeForm): Status | null => oneOf(statuses, form.status);

/** What came back, in the form; null also where it was no question of yes or no. */
export const outcomeOf = (form: OutcomeForm): Outcome | null => oneOf(outcomes, form.outcome);

/** Whether anything was done, so that there is something to have felt. */
export const wasTried = (form: OutcomeForm): boolean => form.status === "done" || form.status === "started";

/**
 * What is recorded, or null while the one needed answer is missing: whether it was done and, where an ask went out,
 * what came back. A fear without anything one could see or hear is neither come true nor not.
 */
export const outcomeCommand = (experiment: Experiment, form: OutcomeForm): OutcomeCommand | null => {
  const status = statusOf(form);
  if (status === null) return null;
  const tried = wasTried(form);
  const outcome = tried ? outcomeOf(form) : null;
  if (tried && wasAsked(experiment) && outcome === null) return null;
  const { prediction } = experiment;
  const feared =
    prediction === null || prediction.feared === "" || !tried
      ? null
      : prediction.sign === ""
        ? "neither"
        : oneOf(fearResults, form.feared);
  return {
    kind: "steps/note-outcome",
    experiment: experiment.id,
    status,
    outcome,
    before: tried ? form.before : null,
    peak: tried ? form.peak : null,
    after: tried ? form.after : null,
    bad: tried ? form.bad : null,
    feared,
    closer: tried ? oneOf(closenesses, form.closer) : null,
    learnt: form.learnt.trim(),
  };
};
