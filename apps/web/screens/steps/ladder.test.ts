import { stepCatalogue } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, sampleExperiment, sampleOutcome, samplePlan } from "../sample-experiment.ts";
import { atAGlance, hardOf, ladder, passes, type Looks } from "./ladder.ts";

const [some] = stepCatalogue;
if (some === undefined) throw new Error("an empty catalogue");
/** Half again as hard as published, within reach between 40 and 60, and ten points unsure each way. */
const looks: Looks = ({ difficulty }) => {
  const mean = Math.min(100, difficulty * 1.5);
  const zone = mean > 60 ? "beyond" : mean < 40 ? "below" : "within";
  return { mean, low: mean - 10, high: mean + 10, done: 0.7, zone, tries: 3 };
};
const day = { looks, resting: false };

describe("how hard a step looks", () => {
  it("is shown in whole points", () => {
    expect(hardOf({ mean: 40.5, low: 17.6, high: 66.4 })).toEqual({ expected: 41, low: 18, high: 66 });
  });
});

describe("the ladder", () => {
  it("stands with the hardest on top", () => {
    const hard = ladder(stepCatalogue, "all", day, []).map((rung) => rung.hard?.expected ?? -1);
    expect(hard).toEqual(hard.toSorted((a, b) => b - a));
    expect(hard).toHaveLength(stepCatalogue.length);
  });

  it("has no rung within reach that is above one beyond it", () => {
    const zones = ladder(stepCatalogue, "all", day, []).map(({ zone }) => zone);
    expect(zones.lastIndexOf("beyond")).toBeLessThan(zones.indexOf("within"));
    expect(zones.lastIndexOf("within")).toBeLessThan(zones.indexOf("below"));
  });

  it("puts nothing within reach on a day of rest", () => {
    const rungs = ladder(stepCatalogue, "all", { looks, resting: true }, []);
    expect(rungs.some(({ zone }) => zone === "within")).toBe(false);
    expect(rungs.every(({ hard }) => hard !== null)).toBe(true);
  });

  it("goes by this person, not by what was published", () => {
    const mine: Looks = (step) => {
      const look = looks(step);
      return look === null ? null : { ...look, mean: 100 - look.mean };
    };
    const [top] = ladder(stepCatalogue, "all", { looks: mine, resting: false }, []);
    expect(top?.step.difficulty).toBe(Math.min(...stepCatalogue.map(({ difficulty }) => difficulty)));
  });

  it("stands as published, and claims nothing, until it is known how hard steps look", () => {
    const rungs = ladder(stepCatalogue, "all", { looks: () => null, resting: false }, []);
    const published = rungs.map(({ step }) => step.difficulty);
    expect(published).toEqual(published.toSorted((a, b) => b - a));
    expect(rungs.every(({ hard, zone }) => hard === null && zone === "beyond")).toBe(true);
  });

  it.each(["ask", "accept", "share", "handover", "bewith", "alone"] as const)("can be narrowed to %s", (filter) => {
    const rungs = ladder(stepCatalogue, filter, day, []);
    expect(rungs.length).toBeGreaterThan(0);
    for (const { step } of rungs) expect(passes(step, filter)).toBe(true);
  });

  it("knows what was done and what is taken up", () => {
    const plan = samplePlan({ step: idOf(some.id) });
    const tries = [
      sampleExperiment({ id: "exp-1", plan, stage: "closed", outcome: sampleOutcome() }),
      sampleExperiment({ id: "exp-2", plan, stage: "closed", outcome: sampleOutcome({ status: "avoided" }) }),
      sampleExperiment({ id: "exp-3", plan, stage: "waiting" }),
    ];
    const rung = ladder(stepCatalogue, "all", day, tries).find(({ step }) => step.id === some.id);
    expect(rung).toMatchObject({ done: 1, open: true });
  });
});

describe("the ladder at a glance", () => {
  const rungs = ladder(stepCatalogue, "all", day, []);
  const few = atAGlance(rungs);

  it("holds three harder, five within reach and three easier ones, in their order", () => {
    expect(few.map(({ zone }) => zone)).toEqual([
      ...Array.from({ length: 3 }, () => "beyond"),
      ...Array.from({ length: 5 }, () => "within"),
      ...Array.from({ length: 3 }, () => "below"),
    ]);
    expect(few).toEqual(rungs.filter((rung) => few.includes(rung)));
  });

  it("shows every kind of step within reach before any comes twice", () => {
    expect(new Set(few.filter(({ zone }) => zone === "within").map(({ step }) => step.strand)).size).toBe(5);
  });

  it("never leaves out what was done or taken up", () => {
    fc.assert(
      fc.property(fc.subarray([...stepCatalogue]), (steps) => {
        const tries = steps.map((step) =>
          sampleExperiment({ plan: samplePlan({ step: idOf(step.id) }), stage: "closed", outcome: sampleOutcome() }),
        );
        const shown = atAGlance(ladder(stepCatalogue, "all", day, tries)).map(({ step }) => step.id);
        for (const step of steps) expect(shown).toContain(step.id);
      }),
      { numRuns: 20 },
    );
  });

  it("is the whole ladder when there is little, and nothing of nothing", () => {
    expect(atAGlance(rungs.slice(0, 2))).toEqual(rungs.slice(0, 2));
    expect(atAGlance([])).toEqual([]);
  });
});
