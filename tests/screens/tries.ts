/** Somebody to ask, asks that went out, and what came of them, for tests of screens. */
import type { Outcome } from "@belay/domain";
import { cornerStep } from "../../apps/web/screens/try/corner.ts";
import type { Pretend } from "./pretend-engine.ts";

const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;

/** A friend of whom every first question was answered with no. */
export const meet = (pretend: Pretend, nickname = "Noor"): string => {
  const person = pretend.say({
    kind: "circle/add",
    nickname,
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  pretend.say({ kind: "circle/screen", person, strand: "ask", depth: "first", answers });
  return person;
};

/** An ask that went out as one's own message, with `bad` expected before (0 to 100); gives the experiment. */
export const askOut = (pretend: Pretend, person: string, bad = 50): string => {
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person, context: null, origin: "self" });
  pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad, feared: "", sign: "", beliefs: [] });
  pretend.say({
    kind: "asks/send",
    ask: null,
    experiment: id,
    person,
    words: "Could you call?",
    channel: "own-message",
    silence: null,
  });
  return id;
};

/** What came of it. */
export interface CameOf {
  readonly outcome: Outcome;
  readonly bad?: number;
  readonly feared?: "happened" | "did-not" | "neither";
  readonly learnt?: string;
}

/** Notes what came. */
export const noteTry = (pretend: Pretend, experiment: string, came: CameOf): void =>
  void pretend.say({
    kind: "steps/note-outcome",
    experiment,
    status: "done",
    outcome: came.outcome,
    before: null,
    peak: null,
    after: null,
    bad: came.bad ?? null,
    feared: came.feared ?? null,
    closer: null,
    learnt: came.learnt ?? "",
  });
