/** Makes what a walk through a hard moment records, and nothing beyond it. */
import { fearResults, type Command, type Experiment, type Outcome, type PathName } from "@belay/domain";
import { quickOutcome, type OutcomeCommand } from "../outcome/quick-command.ts";
import type { NextId } from "./next.ts";

/** The outcome as it was noted, with one thing changed: what was felt and learnt stays word for word. */
const again = (experiment: Experiment): OutcomeCommand => {
  const { outcome } = experiment;
  if (outcome === null) return quickOutcome(experiment.id, "done", null);
  const { status, before, peak, after, bad, feared, closer, learnt } = outcome;
  return {
    kind: "steps/note-outcome",
    experiment: experiment.id,
    status,
    outcome: outcome.outcome,
    before,
    peak,
    after,
    bad,
    feared,
    closer,
    learnt,
  };
};

/** Notes another outcome for the same try; null where it is noted like that already. */
export const correctOutcome = (experiment: Experiment, outcome: Outcome): OutcomeCommand | null =>
  experiment.outcome?.outcome === outcome ? null : { ...again(experiment), outcome };

/** Notes what became of the feared sign; null without an outcome to add it to, or where nothing changes. */
export const fearCommand = (experiment: Experiment, feared: string): OutcomeCommand | null => {
  const result = fearResults.find((known) => known === feared);
  if (result === undefined || experiment.outcome === null || experiment.outcome.feared === result) return null;
  return { ...again(experiment), feared: result };
};

/** Ends that leave the day without a step; on a low day every end does. */
const restReason = (path: PathName, chose: NextId): "low" | "not-today" | "after-bad" | null => {
  if (path === "low-day") return "low";
  if (chose !== "rest") return null;
  return path === "carried-all" ? "not-today" : "after-bad";
};

/** What the walk is about, and how it ended. */
export interface Ending {
  readonly path: PathName;
  readonly experiment: Experiment | null;
  readonly chose: NextId;
  readonly words: string;
  /** Whether today is left without a step already. */
  readonly rested: boolean;
}

/**
 * Everything one ending records, in order: silence counted as no answer, the day of rest, and last the walk itself, so
 * that a walk that is noted is whole.
 */
export const endingCommands = ({ path, experiment, chose, words, rested }: Ending): readonly Command[] => {
  const silence = chose === "no-answer" && experiment !== null ? correctOutcome(experiment, "silence") : null;
  const rest = restReason(path, chose);
  return [
    ...(silence === null ? [] : [silence]),
    ...(rest === null || rested ? [] : [{ kind: "steps/rest", reason: rest } as const]),
    { kind: "paths/walk", path, experiment: experiment?.id ?? null, chose, words: words.trim() },
  ];
};
