/** A no, a yes or silence to walk through, for the tests of the paths. */
import { addDays } from "@belay/basics";
import { pathsWalked, type Outcome } from "@belay/domain";
import { pretendEngine, type Pretend } from "./pretend-engine.ts";
import type { Drawn } from "./pretend-page.ts";
import { meet } from "./tries.ts";
import { quickOutcome } from "../../apps/web/screens/outcome/quick-command.ts";
import { findStep } from "../../apps/web/screens/steps/step-text.ts";

/** Noor was asked for a lift, with a fear and a plan for silence; `outcome` was noted, or nothing yet. */
export const asked = (outcome: Outcome | null) => {
  const pretend = pretendEngine();
  const noor = meet(pretend);
  const step = findStep(pretend.state.value, "ask-for-a-lift");
  if (step === null) throw new Error("the catalogue has no lift");
  const { id: stepId, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch } = step;
  const id = pretend.say({
    kind: "steps/plan",
    step: { id: stepId, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch },
    person: noor,
    context: null,
    origin: "self",
  });
  pretend.say({
    kind: "steps/predict",
    experiment: id,
    help: 30,
    bad: 70,
    feared: "She thinks less of me",
    sign: "A short answer",
    beliefs: [],
  });
  pretend.say({
    kind: "asks/send",
    ask: null,
    experiment: id,
    person: noor,
    words: "Could you take me along?",
    channel: "said",
    silence: { by: addDays(pretend.engine.today(), 2), then: "Take the bus, and ask Raj on Friday" },
  });
  if (outcome !== null)
    pretend.say({ ...quickOutcome(id, "done", outcome), before: 60, peak: 70, bad: 40, learnt: "It was quick" });
  pretend.calls.length = 0;
  return { pretend, noor, id };
};

/** Presses "Go on" so often. */
export const on = async (screen: Drawn, times = 1): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) await screen.press("Go on");
};

/** The kinds of everything that was recorded, in order. */
export const kindsOf = (pretend: Pretend): readonly string[] =>
  pretend.calls.map((call) => {
    const command: { readonly kind: string } = JSON.parse(call);
    return command.kind;
  });

/** The newest walk that was recorded. */
export const walked = (pretend: Pretend) => pathsWalked(pretend.state.value)[0] ?? null;
