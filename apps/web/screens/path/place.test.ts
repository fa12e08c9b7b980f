import { pathNames } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf, sampleAnswer, sampleExperiment, sampleOutcome, samplePlan } from "../sample-experiment.ts";
import { mayBeAbout, readPath, writePath } from "./place.ts";

const today = dayOf("2026-11-22");

describe("the place of a hard moment", () => {
  it.each(pathNames)("%s reads back with and without an ask", (path) => {
    expect(readPath(writePath(path, null))).toEqual({ path, experiment: null });
    expect(readPath(writePath(path, "exp-12345678"))).toEqual({ path, experiment: "exp-12345678" });
  });

  it.each([null, "", "nonsense", "after", "~exp-12345678"])("%j is the list", (id) => {
    expect(readPath(id)).toBeNull();
  });
});

describe("what a path may be about", () => {
  const noted = (outcome: "yes" | "partly" | "no" | "hurtful" | "silence" | "later") =>
    sampleExperiment({ stage: "closed", outcome: sampleOutcome({ outcome }) });

  it.each([
    ["after-no", "no", true],
    ["after-no", "hurtful", true],
    ["after-no", "yes", false],
    ["after-no", "silence", false],
    ["after-silence", "silence", true],
    ["after-silence", "no", false],
    ["after-let-down", "yes", true],
    ["after-let-down", "partly", true],
    ["after-let-down", "no", false],
    ["low-day", "no", false],
    ["carried-all", "yes", false],
  ] as const)("%s, with %s noted: %s", (path, outcome, fits) => {
    expect(mayBeAbout(path, [noted(outcome)], today)).toHaveLength(fits ? 1 : 0);
  });

  it("an answer through a link counts before anything is noted, and a note before the answer", () => {
    const answered = sampleExperiment({ stage: "answered", answers: [sampleAnswer({ answer: "no" })] });
    expect(mayBeAbout("after-no", [answered], today)).toHaveLength(1);
    const corrected = { ...answered, outcome: sampleOutcome({ outcome: "yes" }) };
    expect(mayBeAbout("after-no", [corrected], today)).toHaveLength(0);
    expect(mayBeAbout("after-let-down", [corrected], today)).toHaveLength(1);
  });

  it("an ask that waits may have met silence; one that was only planned has not", () => {
    expect(mayBeAbout("after-silence", [sampleExperiment({ stage: "waiting" })], today)).toHaveLength(1);
    expect(mayBeAbout("after-silence", [sampleExperiment({ stage: "predicted" })], today)).toHaveLength(0);
  });

  it("five at most, the newest, and none older than two months", () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...noted("no"), id: `exp-${index}` }));
    expect(mayBeAbout("after-no", many, today).map(({ id }) => id)).toEqual([
      "exp-0",
      "exp-1",
      "exp-2",
      "exp-3",
      "exp-4",
    ]);
    const on = (day: string) => ({ ...noted("no"), plan: samplePlan({ day: dayOf(day) }) });
    expect(mayBeAbout("after-no", [on("2026-09-23")], today)).toHaveLength(1);
    expect(mayBeAbout("after-no", [on("2026-09-22")], today)).toHaveLength(0);
  });
});
