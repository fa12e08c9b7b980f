/** Tests the comparison of two phases on published examples, against other programs' results, and by laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  middleOf,
  napIntervalOf,
  phasesOf,
  pointsForPhase,
  smallestPhaseDifference,
  tooEarly,
  type Phases,
} from "./phases.ts";

const compared = (a: readonly number[], b: readonly number[], better?: "higher" | "lower"): Phases => {
  const found = phasesOf(a, b, better);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

/** Pair by pair, as a person would with paper. */
const byHand = (a: readonly number[], b: readonly number[]): number =>
  a.flatMap((x) => b.map((y) => (y > x ? 1 : y === x ? 0.5 : 0))).reduce<number>((sum, each) => sum + each, 0) /
  (a.length * b.length);

/** Parker & Vannest 2009, Behav Ther 40:357-367, the worked example; the rows as the R package SingleCaseES cites them. */
const parkerVannest2009 = [
  [4, 3, 4, 3, 4, 7, 5, 2, 3, 2],
  [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9],
] as const;
/** Parker, Vannest & Davis 2011, Behav Modif 35:303-322; its NAP in the tests of SingleCaseES and the pages of scda. */
const parkerVannestDavis2011 = [
  [20, 20, 26, 25, 22, 23],
  [28, 25, 24, 27, 30, 30, 29],
] as const;
/** The example of the R package scan, where less is better; its page gives NAP 94, rescaled 88. */
const gretchen = [
  [12, 14, 9, 10],
  [10, 6, 4, 5, 3, 4],
] as const;

describe("published examples", () => {
  it("of Parker & Vannest 2009: NAP .96 over 110 pairs, 104 higher, 4 ties", () => {
    const found = compared(...parkerVannest2009);
    expect(found).toMatchObject({ pairs: 110, higher: 104, ties: 4, lower: 2, pointsA: 10, pointsB: 11 });
    expect(found.nap).toBeCloseTo(0.96, 2);
    expect(found.nap).toBeCloseTo(106 / 110, 12);
  });

  it("of Parker, Vannest & Davis 2011: NAP .9167 over 42 pairs", () => {
    const found = compared(...parkerVannestDavis2011);
    expect(found.nap).toBeCloseTo(0.9166667, 7);
    expect(found.tau).toBeCloseTo(35 / 42, 12);
  });

  it("of the R package scan: NAP 94 %, rescaled 88 %, where less is better", () => {
    const found = compared(...gretchen, "lower");
    expect(Math.round(found.nap * 100)).toBe(94);
    expect(Math.round(found.tau * 100)).toBe(88);
  });

  // The ends were found a second time as roots of the quartic, by the eigenvalues of its companion matrix.
  it.each([
    [parkerVannest2009, 0.7499720066, 0.9950812864],
    [parkerVannestDavis2011, 0.59731936, 0.9859976894],
    [gretchen, 0.0065255775, 0.44260567417],
    [
      [
        [3, 3, 3, 3, 3],
        [3, 3, 3, 3, 3],
      ] as const,
      0.2056130573,
      0.7943869427,
    ],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ] as const,
      0.5010187607,
      1,
    ],
  ])("have the interval of Newcombe 2006, method 5: %j", ([a, b], low, high) => {
    const { napInterval } = compared(a, b);
    expect(napInterval[0]).toBeCloseTo(low, 9);
    expect(napInterval[1]).toBeCloseTo(high, 9);
  });
});

describe("too early to say", () => {
  it.each([
    [0, 9, true],
    [4, 9, true],
    [9, 4, true],
    [5, 5, false],
    [5, 4, true],
    [14, 14, false],
  ])("%d and %d points: %j", (m, n, early) => {
    expect(tooEarly(m, n)).toBe(early);
  });

  it("holds below five points in either phase, however far apart they lie", () => {
    expect(pointsForPhase).toBe(5);
    expect(compared([1, 1, 1, 1], [9, 9, 9, 9, 9, 9])).toMatchObject({ tooEarly: true, verdict: "early", nap: 1 });
    expect(compared([1, 1, 1, 1, 1], [9, 9, 9, 9, 9])).toMatchObject({ tooEarly: false, verdict: "higher" });
  });
});

describe("the verdict", () => {
  it.each<[string, readonly number[], readonly number[], "higher" | "lower", string]>([
    ["clearly above", [1, 2, 1, 2, 1, 2], [5, 6, 5, 6, 5, 6], "higher", "higher"],
    ["clearly above, where less is better", [1, 2, 1, 2, 1, 2], [5, 6, 5, 6, 5, 6], "lower", "higher"],
    ["clearly below", [5, 6, 5, 6, 5, 6], [1, 2, 1, 2, 1, 2], "higher", "lower"],
    ["clearly below, where less is better", [5, 6, 5, 6, 5, 6], [1, 2, 1, 2, 1, 2], "lower", "lower"],
    ["all alike", [3, 3, 3, 3, 3], [3, 3, 3, 3, 3], "higher", "unclear"],
    ["across each other", [1, 5, 2, 6, 3], [2, 4, 3, 5, 4], "higher", "unclear"],
  ])("%s", (_what, a, b, better, verdict) => {
    expect(compared(a, b, better).verdict).toBe(verdict);
  });
});

describe("means and medians", () => {
  it.each<[readonly number[], number]>([
    [[3], 3],
    [[1, 9], 5],
    [[9, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100, 2], 9.5],
  ])("the middle of %j is %d", (values, middle) => {
    expect(middleOf(values)).toBe(middle);
  });

  it("stand beside the overlap", () => {
    const found = compared(...parkerVannest2009);
    expect(found.meanA).toBeCloseTo(3.7, 12);
    expect(found.meanB).toBeCloseTo(92 / 11, 12);
    expect(found.medianA).toBe(3.5);
    expect(found.medianB).toBe(9);
  });
});

describe("the smallest difference between two phase means", () => {
  it.each([
    [4, 0.78],
    [8, 0.55],
    [14, 0.42],
  ])("of %d prompts each is about %d for a within-person SD of .57 (measures page 1.7, rule 6)", (n, least) => {
    expect(Math.abs(smallestPhaseDifference(0.57, n, n) - least)).toBeLessThan(0.011);
  });

  it("goes by the shorter phase when the other grows without end", () => {
    expect(smallestPhaseDifference(1, 4, 1e9)).toBeCloseTo(1.96 / 2, 3);
  });
});

describe("the laws of two phases", () => {
  const phase = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 20 });

  it("the share is that of counting pair by pair", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        expect(compared(a, b).nap).toBeCloseTo(byHand(a, b), 12);
      }),
    );
  });

  it("the other way round, and with the other side better, the share is what is left to one", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        const { nap, napInterval, tau } = compared(a, b);
        expect(compared(b, a).nap).toBeCloseTo(1 - nap, 12);
        const turned = compared(a, b, "lower");
        expect(turned.nap).toBeCloseTo(1 - nap, 12);
        expect(turned.tau).toBeCloseTo(-tau, 12);
        expect(turned.napInterval[0]).toBeCloseTo(1 - napInterval[1], 9);
      }),
    );
  });

  it("tau is twice the share less one, and never leaves -1 to 1", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        const { nap, tau } = compared(a, b);
        expect(tau).toBeCloseTo(2 * nap - 1, 12);
        expect(Math.abs(tau)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the share lies in its interval, and both of them between 0 and 1", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        const { nap, napInterval } = compared(a, b);
        expect(napInterval[0]).toBeGreaterThanOrEqual(0);
        expect(napInterval[0]).toBeLessThanOrEqual(nap);
        expect(napInterval[1]).toBeGreaterThanOrEqual(nap);
        expect(napInterval[1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the interval narrows as both phases grow", () => {
    const width = (n: number): number => napIntervalOf(0.8, n, n)[1] - napIntervalOf(0.8, n, n)[0];
    for (const [few, many] of [
      [5, 6],
      [6, 10],
      [10, 30],
      [30, 100],
    ] as const)
      expect(width(many)).toBeLessThan(width(few));
  });

  it("the order of the points within a phase does not matter", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        expect(
          compared(
            a.toReversed(),
            b.toSorted((x, y) => x - y),
          ),
        ).toMatchObject({ nap: compared(a, b).nap });
      }),
    );
  });

  it("pairs are higher, lower or alike, and nothing else", () => {
    fc.assert(
      fc.property(phase, phase, (a, b) => {
        const { pairs, higher, lower, ties } = compared(a, b);
        expect(higher + lower + ties).toBe(pairs);
        expect(pairs).toBe(a.length * b.length);
      }),
    );
  });

  it("a hundred thousand points a phase take no long time", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 1000);
    expect(compared(many, many).nap).toBeCloseTo(0.5, 9);
  });
});

describe("an empty phase", () => {
  it("is refused, and named", () => {
    expect(phasesOf([], [1])).toEqual({ ok: false, error: { type: "EmptyPhase", phase: "A" } });
    expect(phasesOf([1], [])).toEqual({ ok: false, error: { type: "EmptyPhase", phase: "B" } });
  });
});
