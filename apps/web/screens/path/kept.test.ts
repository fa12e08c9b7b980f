import { replay, statuses, trials, type Trial } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { quickOutcome } from "../outcome/quick-command.ts";
import { cornerStep } from "../try/corner.ts";
import { keptOf } from "./kept.ts";

/** One try for each outcome. */
const tried = (outcomes: readonly ("yes" | "partly" | "later" | "no" | "hurtful" | "silence")[]): readonly Trial[] => {
  const pretend = pretendEngine();
  for (const outcome of outcomes) {
    const step = { ...cornerStep(), needsPerson: false };
    const id = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
    pretend.say(quickOutcome(id, "done", outcome));
  }
  return trials(pretend.state.value);
};

describe("what is kept", () => {
  it("is nothing before the first try", () => {
    expect(keptOf(trials(replay([])))).toEqual({ tries: 0, helped: 0, unhelped: 0, rest: 0 });
  });

  it("counts noes, silence and hurt beside the help", () => {
    expect(keptOf(tried(["yes", "partly", "no", "silence", "hurtful", "later"]))).toEqual({
      tries: 6,
      helped: 2,
      unhelped: 3,
      rest: 1,
    });
  });

  it("always adds up, and counts nothing that was let be", () => {
    const [sample] = tried(["yes"]);
    if (sample === undefined) throw new Error("there is one try");
    const outcome = fc.constantFrom("yes", "partial", "no", "hurtful", null);
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, fc.constantFrom(...statuses))), (rows) => {
        const given = rows.map(([came, status]) => ({ ...sample, outcome: came, status }));
        const { tries, helped, unhelped, rest } = keptOf(given);
        expect(helped + unhelped + rest).toBe(tries);
        expect(tries).toBe(rows.filter(([, status]) => status === "done" || status === "started").length);
      }),
    );
  });
});
