import { describe, expect, it } from "vitest";
import { dayOf, sampleAsk } from "../sample-experiment.ts";
import { planOf, wasReminded } from "./silence-plan.ts";

const silence = { by: dayOf("2026-11-25"), then: "Ask Raj" };

describe("what was decided for silence", () => {
  it("is that of the newest ask that went out with one", () => {
    const sentOn = dayOf("2026-11-22");
    const asks = [sampleAsk({ silence: null }), sampleAsk({ silence, sentOn }), sampleAsk({ silence, sentOn: null })];
    expect(planOf({ asks })).toEqual({ silence, sentOn });
  });

  it("is nothing where none was made, or the ask never went out", () => {
    expect(planOf({ asks: [] })).toBeNull();
    expect(planOf({ asks: [sampleAsk()] })).toBeNull();
    expect(planOf({ asks: [sampleAsk({ silence, sentOn: null })] })).toBeNull();
  });
});

describe("a reminder", () => {
  const walked = [{ path: "after-silence", experiment: "exp-1", chose: "remind" }] as const;

  it("was there for this ask and for no other", () => {
    expect(wasReminded(walked, "exp-1")).toBe(true);
    expect(wasReminded(walked, "exp-2")).toBe(false);
    expect(wasReminded(walked, null)).toBe(false);
  });

  it("is not any other end of the path", () => {
    expect(wasReminded([{ path: "after-silence", experiment: "exp-1", chose: "rest" }], "exp-1")).toBe(false);
  });
});
