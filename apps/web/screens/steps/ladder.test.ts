import { stepCatalogue } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, sampleExperiment, sampleOutcome, samplePlan } from "../sample-experiment.ts";
import { atAGlance, hardnessOf, ladder, passes, reachOf } from "./ladder.ts";

const [some] = stepCatalogue;
if (some === undefined) throw new Error("an empty catalogue");
const reach = { shift: 0, target: 38, tries: 0 };

describe("today's reach", () => {
  it("is read from why a step was chosen", () => {
    const reasons = [
      { type: "NobodyNeeded" },
      { type: "WithinReach", expected: some.difficulty + 6, target: 40, tries: 3 },
    ] as const;
    expect(reachOf({ kind: "step", step: some, person: null, reasons, smaller: null })).toEqual({
      shift: 6,
      target: 40,
      tries: 3,
    });
  });

  it("is nothing on a day of rest", () => {
    expect(reachOf({ kind: "rest", reasons: [{ type: "RestedToday" }] }).target).toBeNull();
  });
});

describe("how hard a step looks", () => {
  it.each([
    [40, reach, { expected: 40, low: 18, high: 62 }],
    [40, { ...reach, shift: 10, tries: 1000 }, { expected: 50, low: 34, high: 66 }],
    [3, reach, { expected: 3, low: 0, high: 25 }],
    [98, { ...reach, shift: 30 }, { expected: 100, low: 100, high: 100 }],
  ])("published as %i", (difficulty, given, hardness) => {
    expect(hardnessOf(difficulty, given)).toEqual(hardness);
  });

  it("is surer with every try, and never quite sure", () => {
    const width = (tries: number): number => {
      const { low, high } = hardnessOf(50, { ...reach, tries });
      return high - low;
    };
    expect(width(0)).toBeGreaterThan(width(4));
    expect(width(4)).toBeGreaterThan(width(40));
    expect(width(10_000)).toBeGreaterThan(25);
  });
});

describe("the ladder", () => {
  it("stands with the hardest on top", () => {
    const hard = ladder(stepCatalogue, "all", reach, []).map(({ expected }) => expected);
    expect(hard).toEqual(hard.toSorted((a, b) => b - a));
    expect(hard).toHaveLength(stepCatalogue.length);
  });

  it("has no rung within reach that is above one beyond it", () => {
    const zones = ladder(stepCatalogue, "all", reach, []).map(({ zone }) => zone);
    expect(zones.lastIndexOf("beyond")).toBeLessThan(zones.indexOf("within"));
    expect(zones.lastIndexOf("within")).toBeLessThan(zones.indexOf("below"));
  });

  it("puts nothing within reach on a day of rest", () => {
    expect(ladder(stepCatalogue, "all", { ...reach, target: null }, []).some(({ zone }) => zone === "within")).toBe(
      false,
    );
  });

  it.each(["ask", "accept", "share", "handover", "bewith", "alone"] as const)("can be narrowed to %s", (filter) => {
    const rungs = ladder(stepCatalogue, filter, reach, []);
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
    const rung = ladder(stepCatalogue, "all", reach, tries).find(({ step }) => step.id === some.id);
    expect(rung).toMatchObject({ done: 1, open: true });
  });
});

describe("the ladder at a glance", () => {
  const rungs = ladder(stepCatalogue, "all", reach, []);
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
        const shown = atAGlance(ladder(stepCatalogue, "all", reach, tries)).map(({ step }) => step.id);
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
