import type { Belief } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf, sampleExperiment, sampleOutcome } from "../sample-experiment.ts";
import { thoughtForToday } from "./thought.ts";

const belief = (id: string, experiments: readonly string[], weighed: readonly string[] = []): Belief => ({
  id,
  text: null,
  strength: null,
  ratings: [],
  test: null,
  questions: [],
  alternative: null,
  alternativeRatings: [],
  experiments,
  moments: weighed.map((experiment) => ({ experiment, verdict: "against", because: "", day: dayOf("2026-11-22") })),
});
const over = (id: string) => sampleExperiment({ id, stage: "closed", outcome: sampleOutcome() });

describe("the thought of the day", () => {
  it.each([
    ["no thought was named", [belief("bel-01", [])], [over("exp-1")], null],
    ["one was named by a finished try", [belief("bel-01", ["exp-1"])], [over("exp-1")], "bel-01"],
    ["its try is not over", [belief("bel-01", ["exp-1"])], [sampleExperiment({ id: "exp-1" })], null],
    ["it was weighed by that try", [belief("bel-01", ["exp-1"], ["exp-1"])], [over("exp-1")], null],
    [
      "the one of the newest try comes first",
      [belief("bel-01", ["exp-1"]), belief("bel-02", ["exp-2"])],
      [over("exp-2"), over("exp-1")],
      "bel-02",
    ],
  ] as const)("%s", (_name, beliefs, experiments, id) => {
    expect(thoughtForToday(beliefs, experiments)?.id ?? null).toBe(id);
  });
});
