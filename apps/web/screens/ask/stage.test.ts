import type { Stage, Strand } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { idOf, sampleExperiment, samplePlan } from "../sample-experiment.ts";
import { askStage, composes } from "./stage.ts";

const experiment = (stage: Stage, strand: Strand = "ask", person: string | null = "noor-1234") =>
  sampleExperiment({ stage, person, plan: samplePlan({ strand }) });

describe("whether there is something to say", () => {
  it.each([
    ["ask", "noor-1234", true],
    ["share", "noor-1234", true],
    ["handover", "noor-1234", true],
    ["accept", "noor-1234", false],
    ["bewith", "noor-1234", false],
    ["ask", null, false],
  ] as const)("%s with %s: %s", (strand, person, says) => {
    expect(composes(experiment("planned", strand, person))).toBe(says);
  });

  it.each(["accept-after-all", "accept-a-standing-offer"])("%s is taken up in words, with somebody alone", (step) => {
    const plan = samplePlan({ strand: "accept", step: idOf(step) });
    expect(composes({ person: "noor-1234", plan })).toBe(true);
    expect(composes({ person: null, plan })).toBe(false);
  });
});

describe("the stage of an ask", () => {
  it.each([
    ["planned", "ask", null, "words"],
    ["planned", "ask", "expect", "expect"],
    ["planned", "ask", "send", "words"],
    ["planned", "accept", null, "expect"],
    ["predicted", "ask", null, "send"],
    ["predicted", "ask", "words", "words"],
    ["predicted", "ask", "expect", "send"],
    ["predicted", "bewith", null, "go"],
    ["waiting", "ask", "words", "open"],
    ["answered", "ask", null, "open"],
    ["closed", "ask", "send", "closed"],
  ] as const)("%s, strand %s, wanting %s: %s", (stage, strand, wanted, drawn) => {
    expect(askStage(experiment(stage, strand), wanted)).toBe(drawn);
  });

  it("is gone when there is no such experiment", () => {
    expect(askStage(null, "words")).toBe("gone");
  });

  it("never goes back to guessing once the guess is fixed", () => {
    for (const stage of ["predicted", "waiting", "answered", "closed"] as const) {
      expect(askStage(experiment(stage), "expect")).not.toBe("expect");
    }
  });
});
