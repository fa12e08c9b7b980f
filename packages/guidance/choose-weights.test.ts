/** Tests each weight of the choice by itself: without it, the other candidate would be chosen. */
import { describe, expect, test } from "vitest";
import type { Person, Trial } from "@belay/domain";
import { chooseStep } from "./choose.ts";
import { aDay, aPerson, aStep, aTrial } from "./rehearsal.ts";

/** A try that says nothing about how it felt or what came back. */
const blank = (fields: Partial<Trial>): Trial => aTrial({ step: "other", outcome: null, strand: "accept", ...fields });

describe("between two steps", () => {
  const chosen = (near: Parameters<typeof aStep>[0], far: Parameters<typeof aStep>[0], trials: readonly Trial[]) => {
    const steps = [aStep({ id: "near", strand: "ask", ...near }), aStep({ id: "far", strand: "ask", ...far })];
    const choice = chooseStep(aDay({ steps, trials }));
    return choice.kind === "step" ? choice.step.id : "rest";
  };

  test("the nearer to the target is chosen, when nothing else tells them apart", () => {
    expect(chosen({ difficulty: 39 }, { difficulty: 43 }, [blank({})])).toBe("near");
  });

  test("the strand of the last try counts six points", () => {
    expect(chosen({ difficulty: 39 }, { difficulty: 43, strand: "share" }, [blank({ strand: "ask" })])).toBe("far");
    expect(chosen({ difficulty: 39 }, { difficulty: 48, strand: "share" }, [blank({ strand: "ask" })])).toBe("near");
  });

  test("a strand among the last four counts three", () => {
    const trials = [blank({ id: "a", strand: "ask" }), blank({ id: "b" })];
    expect(chosen({ difficulty: 40 }, { difficulty: 43, strand: "share" }, trials)).toBe("far");
    expect(chosen({ difficulty: 40 }, { difficulty: 45, strand: "share" }, trials)).toBe("near");
  });

  test("a strand further back counts nothing", () => {
    const trials = [blank({ id: "a", strand: "ask" }), ...["b", "c", "d", "e"].map((id) => blank({ id }))];
    expect(chosen({ difficulty: 42 }, { difficulty: 44, strand: "share" }, trials)).toBe("near");
  });

  test("a setting used in the last two tries counts three, unless the step can be done elsewhere too", () => {
    const trials = [blank({ context: "message" })];
    expect(chosen({ difficulty: 39, contexts: ["message"] }, { difficulty: 41, contexts: ["call"] }, trials)).toBe(
      "far",
    );
    expect(
      chosen({ difficulty: 39, contexts: ["message", "online"] }, { difficulty: 41, contexts: ["call"] }, trials),
    ).toBe("near");
  });

  test("a step tried among the last six counts fifteen", () => {
    expect(chosen({ difficulty: 39 }, { difficulty: 52 }, [blank({ step: "near" })])).toBe("far");
    const long = [blank({ id: "z", step: "near" }), ..."abcdef".split("").map((id) => blank({ id }))];
    expect(chosen({ difficulty: 42 }, { difficulty: 52 }, long)).toBe("near");
  });
});

describe("between two people", () => {
  const step = aStep({ needsPerson: true, difficulty: 38, cost: 1 });
  const chosen = (first: Partial<Person>, second: Partial<Person>, trials: readonly Trial[] = []) => {
    const people = [aPerson({ id: "ana", ...first }), aPerson({ id: "bo", ...second })];
    const choice = chooseStep(aDay({ steps: [step], people, trials }));
    return choice.kind === "step" ? choice.person?.id : "rest";
  };

  test("comfort counts a tenth of a point for each point", () => {
    expect(chosen({ comfort: 20 }, { comfort: 40 })).toBe("bo");
    expect(chosen({ comfort: 60 }, { comfort: null })).toBe("ana");
  });

  test("trust counts as much, the more the step asks", () => {
    expect(chosen({ trust: 10 }, { comfort: 30 })).toBe("bo");
    const free = chooseStep(
      aDay({
        steps: [{ ...step, cost: 0 }],
        people: [aPerson({ id: "ana", trust: 10 }), aPerson({ id: "bo", comfort: 30 })],
      }),
    );
    expect(free.kind === "step" && free.person?.id).toBe("ana");
  });

  test("being unsure of their safety counts two points", () => {
    expect(chosen({ safety: "unsure" }, { comfort: 40 })).toBe("bo");
    expect(chosen({ safety: "unsure" }, { comfort: 20 })).toBe("ana");
  });

  test("having been asked among the last four counts four points", () => {
    const trials = [blank({ id: "a", person: "ana" }), blank({ id: "b", person: "cy" })];
    expect(chosen({}, { comfort: 30 }, trials)).toBe("bo");
    expect(chosen({}, { comfort: 0 }, trials)).toBe("ana");
  });

  test("refusals count for whoever refused, long after", () => {
    const refusals = ["a", "b", "c"].map((id) => blank({ id, person: "ana", outcome: "no" }));
    const since = ["d", "e", "f", "g"].map((id) => blank({ id, person: "cy" }));
    expect(chosen({}, { comfort: 40 }, [...refusals, ...since])).toBe("bo");
    expect(chosen({}, { comfort: 40 }, since)).toBe("ana");
  });
});
