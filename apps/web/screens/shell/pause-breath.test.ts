import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathAt } from "./pause-breath.ts";

const calm = { inTenths: 45, outTenths: 55 };

describe("a breath of four and a half seconds in and five and a half out", () => {
  it.each([
    [0, "in", 1, 1000],
    [999, "in", 1, 1],
    [1000, "in", 2, 1000],
    [4000, "in", 5, 500],
    [4499, "in", 5, 1],
    [4500, "out", 1, 1000],
    [9500, "out", 6, 500],
    [10_000, "in", 1, 1000],
    [64_500, "out", 1, 1000],
  ] as const)("is at %i ms: %s, second %i, for %i ms more", (ms, phase, second, next) => {
    expect(breathAt(ms, calm)).toEqual({ phase, second, next });
  });

  it("comes six times a minute", () => {
    const turns = Array.from({ length: 600 }, (_, tenth) => breathAt(tenth * 100, calm)).filter(
      ({ phase, second, next }) => phase === "in" && second === 1 && next === 1000,
    );
    expect(turns).toHaveLength(6);
  });
});

describe("a breath of any length that can be set", () => {
  const pace = fc.record({ inTenths: fc.integer({ min: 20, max: 80 }), outTenths: fc.integer({ min: 20, max: 80 }) });
  const ms = fc.integer({ min: 0, max: 3_600_000 });

  it("always changes a moment later, and by no more than a second", () => {
    fc.assert(
      fc.property(pace, ms, (breath, at) => {
        const now = breathAt(at, breath);
        const then = breathAt(at + now.next, breath);
        expect(now.next).toBeGreaterThan(0);
        expect(now.next).toBeLessThanOrEqual(1000);
        expect([then.phase, then.second]).not.toEqual([now.phase, now.second]);
      }),
    );
  });

  it("is the same again one whole breath later", () => {
    fc.assert(
      fc.property(pace, ms, (breath, at) => {
        const whole = (breath.inTenths + breath.outTenths) * 100;
        expect(breathAt(at + whole, breath)).toEqual(breathAt(at, breath));
      }),
    );
  });

  it("spends on each half the time that was set for it", () => {
    fc.assert(
      fc.property(pace, (breath) => {
        expect(breathAt(breath.inTenths * 100 - 1, breath).phase).toBe("in");
        expect(breathAt(breath.inTenths * 100, breath)).toMatchObject({ phase: "out", second: 1 });
        expect(breathAt((breath.inTenths + breath.outTenths) * 100 - 1, breath).phase).toBe("out");
      }),
    );
  });
});
