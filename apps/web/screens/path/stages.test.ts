import { people, pathNames, type Person } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { sampleExperiment, sampleOutcome, samplePrediction } from "../sample-experiment.ts";
import { mayBeTold, stagesOf } from "./stages.ts";

/** Noor, rated as given. */
const noor = (safety: "safe" | "unsure" | "unsafe", harmed = false): Person => {
  const pretend = pretendEngine();
  const person = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  pretend.say({ kind: "circle/rate-safety", person, safety, note: "" });
  if (harmed) pretend.say({ kind: "circle/note-harm", person, on: "2026-11-01", note: "" });
  const found = people(pretend.state.value)[0];
  if (found === undefined) throw new Error("nobody was added");
  return found;
};

const after = (outcome: "yes" | "no" | "hurtful", sign = "") =>
  sampleExperiment({
    stage: "closed",
    prediction: samplePrediction({ sign }),
    outcome: sampleOutcome({ outcome }),
  });

describe("the pages of a path", () => {
  it.each(pathNames)("%s has three to five of them, and ends with the small next thing", (path) => {
    for (const experiment of [null, after("no"), after("no", "A short answer"), after("hurtful", "Laughter")]) {
      const stages = stagesOf(path, experiment, noor("safe"));
      expect(stages.length).toBeGreaterThanOrEqual(3);
      expect(stages.length).toBeLessThanOrEqual(5);
      expect(stages.at(-1)).toBe("next");
      expect(new Set(stages).size).toBe(stages.length);
    }
  });

  it("what was owed comes before anything that reads a no kindly", () => {
    const stages = stagesOf("after-no", after("no", "A short answer"), null);
    expect(stages.slice(0, 3)).toEqual(["owed", "tells", "feared"]);
    expect(stages.indexOf("kind")).toBeGreaterThan(stages.indexOf("owed"));
  });

  it("something hurtful is neither weighed as a debt nor read kindly", () => {
    expect(stagesOf("after-no", after("hurtful"), null)).toEqual(["hurt", "kind", "next"]);
  });

  it("a fear without a sign is not asked about again", () => {
    expect(stagesOf("after-no", after("no"), null)).not.toContain("feared");
    expect(stagesOf("after-no", null, null)).not.toContain("feared");
  });

  it.each([
    ["safe", false, true],
    ["unsure", false, true],
    ["unsafe", false, false],
    ["safe", true, false],
  ] as const)("a person who is %s, harm noted %s: saying it is offered %s", (safety, harmed, told) => {
    const person = noor(safety, harmed);
    expect(mayBeTold(person)).toBe(told);
    expect(stagesOf("after-let-down", after("yes"), person).includes("say")).toBe(told);
  });
});
