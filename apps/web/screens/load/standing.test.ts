import { experiments, loads, type Experiment } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { cornerStep } from "../try/corner.ts";
import { lying } from "./lies.ts";
import { loadStands, stepStands } from "./standing.ts";

/** A load that was decided about, with one step planned for it. */
const planned = (choice: "share" | "hand-over" | "say-no" | "drop") => {
  const pretend = pretendEngine();
  const load = pretend.say({ kind: "load/add", title: "The move", sort: "logistical" });
  pretend.say({ kind: "load/decide", load, choice, why: "", enough: "" });
  const { id, strand, title, difficulty, cost, contexts, disclosure, touch } = cornerStep();
  const experiment = pretend.say({
    kind: "steps/plan",
    step: { id, strand, title, difficulty, cost, needsPerson: false, roles: [], contexts, disclosure, touch },
    person: null,
    context: null,
    origin: "self",
  });
  pretend.say({ kind: "load/link", load, experiment });
  const [one] = experiments(pretend.state.value);
  const [only] = loads(pretend.state.value);
  if (one === undefined || only === undefined) throw new Error("nothing planned");
  return { state: pretend.state.value, one, only };
};

type Known = Pick<Experiment, "stage" | "outcome">;

/** An outcome with nothing felt about it. */
const outcome = (
  status: "done" | "avoided",
  came: "yes" | "partly" | "no" | null,
  { plan }: Pick<Experiment, "plan">,
): Experiment["outcome"] => ({
  status,
  outcome: came,
  before: null,
  peak: null,
  after: null,
  bad: null,
  feared: null,
  closer: null,
  learnt: "",
  day: plan.day,
  at: plan.at,
});

describe("how one step stands", () => {
  it.each([
    ["planned", "begun, not sent yet"],
    ["predicted", "begun, not sent yet"],
    ["waiting", "waiting for an answer"],
    ["closed", "not done"],
  ] as const)("%s: %s", (stage, words) => {
    expect(stepStands({ ...planned("share").one, stage })).toBe(words);
  });

  it("says done where it was done with nothing to answer, and else what came back", () => {
    const { one } = planned("share");
    const closed = (came: "yes" | "no" | null): Experiment => ({
      ...one,
      stage: "closed",
      outcome: outcome("done", came, one),
    });
    expect(stepStands(closed(null))).toBe("done");
    expect(stepStands(closed("no"))).toBe("No");
    expect(stepStands({ ...closed(null), outcome: outcome("avoided", null, one) })).toBe("not done");
  });
});

describe("how one load stands in the list", () => {
  it.each([
    ["share", "planned", null, "an ask is begun"],
    ["share", "waiting", null, "waiting for someone"],
    ["share", "closed", "yes", "someone holds some of it"],
    ["hand-over", "closed", "yes", "someone has it"],
    ["hand-over", "closed", "partly", "someone holds some of it"],
    ["hand-over", "closed", "no", "someone: No"],
    ["say-no", "closed", "yes", "a step was taken"],
    ["drop", "planned", null, "an ask is begun"],
  ] as const)("%s, %s, %s: %s", (choice, stage, came, words) => {
    const { state, one, only } = planned(choice);
    const known: Known = { stage, outcome: came === null ? null : outcome("done", came, one) };
    expect(loadStands(state, lying(only, [{ ...one, ...known }]))).toBe(words);
  });

  it.each([
    ["share", "to be shared"],
    ["hand-over", "to be handed over"],
    ["say-no", "a no to be said"],
    ["drop", "to be dropped"],
  ] as const)("%s with nothing begun: %s", (choice, words) => {
    const { state, only } = planned(choice);
    expect(loadStands(state, lying(only, []))).toBe(words);
  });
});
