/** Tests what is said of the smaller step that stands ready in the place of the chosen one. */
import { describe, expect, test } from "vitest";
import type { Trial } from "@belay/domain";
import { aPerson, aRecord, aStep, aTrial, aWish, theDay } from "../rehearsal.ts";
import type { Choice } from "./choice.ts";
import { guidedBy } from "./guided.ts";
import type { Known } from "./messages.ts";
import { offerOf } from "./offer.ts";

const offered = (known: Partial<Known>): Extract<Choice, { kind: "step" }> => {
  const choice = offerOf(guidedBy(aRecord(known), null), aWish());
  if (choice.kind !== "step") throw new Error("rest");
  return choice;
};

const friend = { needsPerson: true, roles: ["friend"], contexts: ["call"] } as const;

describe("the numbers of the smaller step", () => {
  test("promise less distress and a likelier doing than those of the chosen one", () => {
    const { numbers, smaller, smallerNumbers } = offered({
      steps: [5, 15, 25, 45].map((difficulty) => aStep({ id: `step-${difficulty}`, difficulty })),
    });
    expect(smaller).not.toBeNull();
    expect(smallerNumbers?.peak.mean).toBeLessThan(numbers.peak.mean);
    expect(smallerNumbers?.done).toBeGreaterThan(numbers.done);
    expect(smallerNumbers?.over).toBeLessThanOrEqual(numbers.over);
    expect(smallerNumbers?.tries).toBe(numbers.tries);
  });

  test.each([
    ["named by the catalogue", "tiny"],
    ["found beside it", undefined],
  ])("are never of one that went badly and now looks harder, though published easier: %s", (_name, smaller) => {
    const tries = (step: string, n: number, fields: Partial<Trial>) =>
      Array.from({ length: n }, (_, i) => aTrial({ id: `${step}-${i}`, step, day: theDay("2026-04-02"), ...fields }));
    const { step, smaller: beside } = offered({
      steps: [
        aStep({ id: "big", difficulty: 25, ...(smaller === undefined ? {} : { smaller }) }),
        aStep({ id: "tiny", difficulty: 20 }),
      ],
      trials: [
        ...tries("big", 14, { difficulty: 25, predBad: 30, peak: 25, bad: 25 }),
        ...tries("tiny", 2, { difficulty: 20, predBad: 70, peak: 85, bad: 85, status: "started", outcome: null }),
      ],
    });
    expect([step.id, beside]).toEqual(["big", null]);
  });

  test("know a yes where it goes to somebody, and none where it needs nobody", () => {
    const hard = aStep({ id: "hard", difficulty: 22, smaller: "small", ...friend });
    const withSomebody = offered({
      people: [aPerson()],
      steps: [hard, aStep({ id: "small", difficulty: 3, ...friend })],
    });
    expect(withSomebody.smaller?.id).toBe("small");
    expect(withSomebody.smallerNumbers?.yes).not.toBeNull();
    const alone = offered({ people: [aPerson()], steps: [hard, aStep({ id: "small", difficulty: 3 })] });
    expect([alone.smaller?.id, alone.smallerNumbers?.yes]).toEqual(["small", null]);
  });

  test("are for a place where the smaller one can happen", () => {
    const hard = aStep({ id: "hard", difficulty: 22, smaller: "small", contexts: ["call"] });
    const written = offered({ steps: [hard, aStep({ id: "small", difficulty: 3, contexts: ["message"] })] });
    const either = offered({ steps: [hard, aStep({ id: "small", difficulty: 3, contexts: ["message", "call"] })] });
    expect([written, either].map(({ smallerNumbers }) => smallerNumbers?.context)).toEqual(["message", "call"]);
  });

  test("are none where nothing is smaller", () => {
    expect(offered({ steps: [aStep({ id: "only", difficulty: 22 })] })).toMatchObject({
      smaller: null,
      smallerNumbers: null,
    });
  });
});
