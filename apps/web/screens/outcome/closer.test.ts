import { closenesses, strands } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { sampleExperiment, sampleOutcome, samplePlan } from "../sample-experiment.ts";
import { closerSentence, isNear } from "./closer.ts";

describe("less alone, more known", () => {
  it("is the question for sharing and being with somebody, and for nothing else", () => {
    expect(strands.filter((strand) => isNear({ plan: samplePlan({ strand }) }))).toEqual(["share", "bewith"]);
  });

  it.each(closenesses)("%s is said in the look back of a sharing", (closer) => {
    const share = sampleExperiment({ plan: samplePlan({ strand: "share" }), outcome: sampleOutcome({ closer }) });
    expect(closerSentence(share)).toMatch(/^outcome\.closerWas/);
    expect(closerSentence({ ...share, plan: samplePlan({ strand: "ask" }) })).toBeNull();
  });

  it("is three different sentences, and none without an answer", () => {
    const said = closenesses.map((closer) =>
      closerSentence({ plan: samplePlan({ strand: "bewith" }), outcome: sampleOutcome({ closer }) }),
    );
    expect(new Set(said).size).toBe(3);
    expect(closerSentence({ plan: samplePlan({ strand: "share" }), outcome: sampleOutcome() })).toBeNull();
    expect(closerSentence({ plan: samplePlan({ strand: "share" }), outcome: null })).toBeNull();
  });
});
