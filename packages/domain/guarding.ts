/** Tells guarding oneself from avoiding: what was let be with somebody unsafe was good judgement. */
import { guardsAgainst } from "./circle/screen.ts";
import type { State } from "./state.ts";
import type { Trial } from "./steps/protocol.ts";

/** Whether a step was let be with somebody whom the person guards themselves against, as things stand now. */
export const guarding = (
  state: State,
  { status, person, strand }: Pick<Trial, "status" | "person" | "strand">,
): boolean =>
  (status === "avoided" || status === "skipped") && person !== null && guardsAgainst(state.circle, person, strand);

/** What was let be to guard oneself is passed over, like a day without a chance: it tells nothing about reach. */
export const judged = (state: State, trial: Trial): Trial =>
  trial.status === "avoided" && guarding(state, trial) ? { ...trial, status: "skipped" } : trial;
