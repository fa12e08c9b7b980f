import { outcomes, pathNames } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleExperiment, sampleOutcome } from "../sample-experiment.ts";
import { correctOutcome, endingCommands, fearCommand } from "./records.ts";

const yes = sampleExperiment({
  stage: "closed",
  outcome: sampleOutcome({ outcome: "yes", before: 60, peak: 70, after: 20, bad: 40, learnt: "It was quick" }),
});

describe("a yes that did not happen", () => {
  it("is counted as what it became, and every number of then stays", () => {
    expect(correctOutcome(yes, "no")).toMatchObject({
      kind: "steps/note-outcome",
      experiment: yes.id,
      status: "done",
      outcome: "no",
      before: 60,
      peak: 70,
      after: 20,
      bad: 40,
      learnt: "It was quick",
    });
  });

  it("that was never noted starts a record with nothing but that", () => {
    expect(correctOutcome(sampleExperiment(), "partly")).toMatchObject({ outcome: "partly", bad: null, learnt: "" });
  });

  it("is not noted twice alike", () => {
    for (const outcome of outcomes)
      expect(correctOutcome({ ...yes, outcome: sampleOutcome({ outcome }) }, outcome)).toBeNull();
  });

  it("loses nothing but the outcome, whatever was noted", () => {
    const percent = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(percent, percent, fc.string(), fc.constantFrom(...outcomes), (bad, peak, learnt, outcome) => {
        const noted = sampleOutcome({ outcome: "yes", bad, peak, learnt });
        const command = correctOutcome({ ...yes, outcome: noted }, outcome);
        if (outcome === "yes") expect(command).toBeNull();
        else expect(command).toMatchObject({ bad, peak, learnt, outcome, feared: null, closer: null });
      }),
    );
  });
});

describe("the feared sign", () => {
  it("is added to what was noted", () => {
    expect(fearCommand(yes, "did-not")).toMatchObject({ feared: "did-not", outcome: "yes", bad: 40 });
  });

  it.each([
    ["nothing that is known", yes, "perhaps"],
    ["the same as before", { ...yes, outcome: sampleOutcome({ feared: "happened" }) }, "happened"],
    ["an ask without an outcome", sampleExperiment(), "happened"],
  ])("records nothing for %s", (_, experiment, feared) => {
    expect(fearCommand(experiment, feared)).toBeNull();
  });
});

describe("the end of a walk", () => {
  const end = (change: Partial<Parameters<typeof endingCommands>[0]>) =>
    endingCommands({
      path: "after-no",
      experiment: yes,
      chose: "ask-other",
      words: " It stung. ",
      rested: false,
      ...change,
    });

  it("records the path, what it was about, what was chosen and the words, and nothing else", () => {
    expect(end({})).toEqual([
      { kind: "paths/walk", path: "after-no", experiment: yes.id, chose: "ask-other", words: "It stung." },
    ]);
  });

  it.each([
    ["after-no", "rest", "after-bad"],
    ["after-silence", "rest", "after-bad"],
    ["carried-all", "rest", "not-today"],
    ["low-day", "water", "low"],
    ["low-day", "nothing", "low"],
  ] as const)("%s with %s leaves the day without a step (%s), once", (path, chose, reason) => {
    expect(end({ path, chose })[0]).toEqual({ kind: "steps/rest", reason });
    expect(end({ path, chose, rested: true }).map(({ kind }) => kind)).toEqual(["paths/walk"]);
  });

  it("counts silence as no answer, before the walk is noted", () => {
    const waiting = sampleExperiment({ stage: "waiting" });
    expect(end({ path: "after-silence", experiment: waiting, chose: "no-answer" })).toMatchObject([
      { kind: "steps/note-outcome", outcome: "silence" },
      { kind: "paths/walk", chose: "no-answer" },
    ]);
  });

  it.each(pathNames)("%s ends with the walk, whatever comes before it", (path) => {
    for (const chose of ["rest", "no-answer", "sit-with"] as const)
      expect(end({ path, chose }).at(-1)?.kind).toBe("paths/walk");
  });
});
