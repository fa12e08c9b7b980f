import { describe, expect, it } from "vitest";
import { sampleAnswer, sampleAsk, sampleExperiment, sampleOutcome, samplePrediction } from "../sample-experiment.ts";
import { outcomeCommand, outcomeOf, startForm, statusOf, wasAsked, wasTried } from "./outcome-form.ts";

const asked = sampleExperiment({ stage: "waiting", asks: [sampleAsk()], prediction: samplePrediction() });
const answered = (answer: "yes" | "partly" | "no" | "talk") =>
  sampleExperiment({ stage: "answered", asks: [sampleAsk()], answers: [sampleAnswer({ answer })] });

describe("what the form starts with", () => {
  it.each([
    ["yes", "yes"],
    ["partly", "partly"],
    ["no", "no"],
    ["talk", ""],
  ] as const)("an answer of %s fills in %j", (answer, outcome) => {
    expect(startForm(answered(answer))).toMatchObject({ status: "done", outcome, bad: null, feared: "" });
  });

  it("is empty for a step that nobody was asked through", () => {
    expect(startForm(sampleExperiment())).toMatchObject({ status: "", outcome: "", peak: null });
  });

  it("is what was noted before, so that adding to it loses nothing", () => {
    const experiment = sampleExperiment({
      stage: "closed",
      asks: [sampleAsk()],
      outcome: sampleOutcome({ outcome: "no", bad: 40, learnt: "it passed" }),
    });
    expect(startForm(experiment)).toMatchObject({ status: "done", outcome: "no", bad: 40, learnt: "it passed" });
  });

  it("lets a later answer replace a noted silence", () => {
    const experiment = { ...answered("yes"), outcome: sampleOutcome({ outcome: "silence" }) };
    expect(startForm(experiment).outcome).toBe("yes");
  });
});

describe("whether an ask went out", () => {
  it.each([
    ["nothing", sampleExperiment(), false],
    ["a link that was only made", sampleExperiment({ asks: [sampleAsk({ sentOn: null, channel: null })] }), false],
    ["an ask that was said", asked, true],
    ["an answer to a link nobody noted handing over", { ...answered("yes"), asks: [] }, true],
  ])("%s", (_name, experiment, out) => {
    expect(wasAsked(experiment)).toBe(out);
  });
});

describe("what is recorded", () => {
  const start = startForm(asked);

  it("needs to know what came back of an ask", () => {
    expect(outcomeCommand(asked, start)).toBeNull();
    expect(outcomeCommand(asked, { ...start, outcome: "later" })?.outcome).toBe("later");
  });

  it("needs to know whether it was done, where nobody was asked", () => {
    const experiment = sampleExperiment();
    expect(outcomeCommand(experiment, startForm(experiment))).toBeNull();
    expect(outcomeCommand(experiment, { ...startForm(experiment), status: "done", outcome: "none" })).toMatchObject({
      status: "done",
      outcome: null,
    });
  });

  it("keeps empty sliders empty, and zero as zero", () => {
    expect(outcomeCommand(asked, { ...start, outcome: "no", bad: 0 })).toMatchObject({
      before: null,
      peak: null,
      after: null,
      bad: 0,
    });
  });

  it.each([
    ["the fear came true", samplePrediction(), "happened", "happened"],
    ["nothing was said about it", samplePrediction(), "", null],
    ["no sign had been named, so it is neither", samplePrediction({ sign: "" }), "happened", "neither"],
    ["nothing was feared", samplePrediction({ feared: "", sign: "" }), "happened", null],
    ["nothing was expected", null, "happened", null],
  ] as const)("%s", (_name, prediction, feared, recorded) => {
    expect(outcomeCommand({ ...asked, prediction }, { ...start, outcome: "yes", feared })?.feared).toBe(recorded);
  });

  it("leaves out what cannot have been felt, when it was let be", () => {
    const experiment = sampleExperiment({ prediction: samplePrediction() });
    const form = {
      ...startForm(experiment),
      status: "avoided",
      outcome: "yes",
      peak: 60,
      bad: 50,
      feared: "happened",
      closer: "more",
      learnt: " not today ",
    };
    expect(outcomeCommand(experiment, form)).toEqual({
      kind: "steps/note-outcome",
      experiment: experiment.id,
      status: "avoided",
      outcome: null,
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "not today",
    });
  });
});

describe("words in a form that no longer mean anything", () => {
  it.each(["", "done!", "DONE", "swapped-away"])("status %j is none", (status) => {
    expect(statusOf({ ...startForm(asked), status })).toBeNull();
    expect(wasTried({ ...startForm(asked), status })).toBe(false);
  });

  it("outcome none is no outcome", () => {
    expect(outcomeOf({ ...startForm(asked), outcome: "none" })).toBeNull();
  });
});
