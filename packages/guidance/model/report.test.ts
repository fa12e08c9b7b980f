/** Tests the record against exact counts, and against the figures that the app shows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCheckin, anEvent, type Fields } from "../pretend.ts";
import { countedWith, noCounts, recordOf as recordOfCounts } from "./report.ts";
import { rowIn, type Row } from "./rows.ts";

const recordOf = (list: readonly Row[]) => recordOfCounts(countedWith(noCounts, list));

const rows = (...list: readonly Fields[]): readonly Row[] =>
  list.flatMap((fields, i) => rowIn("event", anEvent({ id: i, ...fields })) ?? []);

test("nothing gives nothing", () => {
  expect(recordOf([])).toEqual({ brier: null, violation: null, yesRate: null });
  const checkin = rowIn("checkin", aCheckin());
  expect(recordOf(checkin === null ? [] : [checkin])).toEqual({ brier: null, violation: null, yesRate: null });
});

describe("the Brier score", () => {
  // Worked by hand: (0.9 - 1)^2, (0.2 - 0)^2, (0.5 - 1)^2.
  test("is the mean squared distance, with a partial help as help", () => {
    const given = rows(
      { predHelp: 90, outcome: "yes" },
      { predHelp: 20, outcome: "hurtful" },
      { predHelp: 50, outcome: "partial" },
    );
    expect(recordOf(given).brier).toBeCloseTo((0.01 + 0.04 + 0.25) / 3, 12);
  });

  test("leaves out what was not predicted or has no answer", () => {
    const given = rows(
      { predHelp: null, outcome: "yes" },
      { predHelp: 30, outcome: null },
      { predHelp: 100, outcome: "no" },
    );
    expect(recordOf(given).brier).toBe(1);
    expect(recordOf(rows({ predHelp: null })).brier).toBeNull();
  });
});

describe("the violation", () => {
  test("is the mean of feared minus felt, also when it was worse", () => {
    expect(
      recordOf(rows({ predBad: 80, bad: 20 }, { predBad: 30, bad: 50 }, { predBad: 5, bad: null })).violation,
    ).toBe(20);
  });
});

describe("the share of yes", () => {
  // Jeffreys' intervals; quantiles of Beta(yes + 1/2, no + 1/2) by integrating the density.
  test.each([
    [2, 3, 0.235534, 0.937587],
    [0, 3, 0, 0.446],
    [3, 3, 0.554, 1],
  ])("%i of %i lies between %f and %f", (yes, all, low, high) => {
    const given = rows(...Array.from({ length: all }, (_, i) => ({ outcome: i < yes ? "yes" : "no" })));
    const [mean, from, to] = recordOf(given).yesRate ?? [0, 0, 0];
    expect(mean).toBeCloseTo(yes / all, 12);
    expect(from).toBeCloseTo(low, 2);
    expect(to).toBeCloseTo(high, 2);
  });

  test("lies within its interval, which narrows as answers come", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("yes", "partial", "no", "hurtful"), { minLength: 1, maxLength: 30 }),
        (outcomes) => {
          const list = outcomes.map((outcome) => ({ outcome }));
          const [mean, low, high] = recordOf(rows(...list)).yesRate ?? [0, 0, 0];
          const [, low4, high4] = recordOf(rows(...list, ...list, ...list, ...list)).yesRate ?? [0, 0, 0];
          expect(low).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(high);
          expect(high4 - low4).toBeLessThan(high - low);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("counting in two goes comes to the same as in one", () => {
  const list = rows(
    { predHelp: 90 },
    { outcome: "no" },
    { predBad: 3, bad: 9 },
    { outcome: null },
    { predHelp: 1, outcome: "partial" },
  );
  for (let cut = 0; cut <= list.length; cut += 1)
    expect(recordOfCounts(countedWith(countedWith(noCounts, list.slice(0, cut)), list.slice(cut)))).toEqual(
      recordOf(list),
    );
});
