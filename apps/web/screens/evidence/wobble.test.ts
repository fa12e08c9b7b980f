import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@belay/basics";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { seriesOf } from "./series.ts";
import { wobbleOf, type Stand } from "./wobble.ts";

/** A line of brought scores, one every four weeks. */
const wobble = (instrument: string, values: readonly number[]) => {
  const [series] = seriesOf(
    values.map((total, index) => ({
      instrument,
      about: null,
      day: addDays(dayOf("2026-01-05"), 28 * index),
      set: "imported",
      answers: null,
      scores: { total },
    })),
  );
  const found = series === undefined ? null : wobbleOf(series);
  if (found === null) throw new Error("no line");
  return found;
};

describe("the band", () => {
  it("lies 1.96 standard errors of a difference around the mean of the first three", () => {
    // GAD-7: SD 4.96, retest .753; SE 2.465; one time against the mean of three: 2.465 * sqrt(4/3) * 1.96 = 5.579.
    const { band } = wobble("gad7", [12, 10, 11, 12, 11]);
    expect(band?.base).toBe(11);
    expect(band?.high).toBeCloseTo(16.579, 2);
    expect(band?.low).toBeCloseTo(5.421, 2);
    expect(band?.reliability).toMatchObject({ kind: "retest", value: 0.753 });
  });

  it("is not there before three times, nor where no reliability is known", () => {
    expect(wobble("gad7", [12, 10]).band).toBeNull();
    expect(wobble("gad7", [12, 10, 9]).band).not.toBeNull();
    expect(wobble("pss4", [8, 8, 8, 8, 8]).band).toBeNull();
  });
});

describe("what may be said of a line", () => {
  it.each<readonly [string, readonly number[], Stand]>([
    ["four times, however far apart", [20, 20, 20, 0], { kind: "early" }],
    ["five within the band", [12, 10, 11, 6, 16], { kind: "wobble" }],
    ["the newest alone beyond it", [12, 10, 11, 11, 5], { kind: "once" }],
    ["the one before beyond it, the newest back", [12, 10, 11, 5, 11], { kind: "wobble" }],
    ["twice running on the easier side", [12, 10, 11, 5, 5], { kind: "changed", better: true }],
    ["twice running on the harder side", [6, 5, 4, 12, 13], { kind: "changed", better: false }],
    ["twice, on either side once", [12, 10, 11, 5, 17], { kind: "once" }],
    ["twice long ago", [12, 10, 11, 5, 5, 11, 11], { kind: "wobble" }],
  ])("%s", (_name, values, stand) => {
    expect(wobble("gad7", values).stand).toEqual(stand);
  });

  it("nothing where no reliability is known", () => {
    expect(wobble("pss4", [8, 8, 8, 0, 0]).stand).toEqual({ kind: "unknown" });
  });

  it("knows that more is easier where it is: WHO-5 with its wide band", () => {
    expect(wobble("who5", [40, 40, 40, 50, 50]).stand).toEqual({ kind: "wobble" });
    expect(wobble("who5", [40, 40, 40, 64, 64]).stand).toEqual({ kind: "changed", better: true });
  });

  it("agrees with the drawing: changed is said exactly when the last two dots lie beyond the band on one side", () => {
    const score = fc.integer({ min: 0, max: 21 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 5, maxLength: 9 }), (values) => {
        const { band, stand } = wobble("gad7", values);
        if (band === null) return false;
        const lastTwo = values.slice(-2);
        const changed = lastTwo.every((value) => value > band.high) || lastTwo.every((value) => value < band.low);
        const out = (values.at(-1) ?? 0) > band.high || (values.at(-1) ?? 0) < band.low;
        return changed ? stand.kind === "changed" : out ? stand.kind === "once" : stand.kind === "wobble";
      }),
    );
  });
});

describe("regression to the mean", () => {
  it("is set beside a fall from a start far out, with what was to be expected anyway", () => {
    // Three sittings of .753 repeat themselves as one of 2.259 / 2.506 = .9014 would: .9014 * 16 + .0986 * 6.21 = 15.04
    expect(wobble("gad7", [16, 16, 16, 5, 5]).regression?.expected).toBeCloseTo(15.035, 2);
  });

  it("goes by the newest alone where it alone left the band", () => {
    expect(wobble("gad7", [14, 14, 14, 2, 21]).stand).toEqual({ kind: "once" });
    expect(wobble("gad7", [14, 14, 14, 2, 21]).regression).toBeNull();
    expect(wobble("gad7", [14, 14, 14, 21, 2]).regression).not.toBeNull();
    expect(wobble("gad7", [12, 12, 12, 21, 4]).regression).not.toBeNull();
  });

  it.each([
    ["a start that is not far out", [9, 9, 9, 0, 0]],
    ["a move to the harder side", [14, 14, 14, 21, 21]],
    ["ordinary wobble", [16, 16, 16, 12, 12]],
    ["too few times", [16, 16, 16, 12]],
  ])("is not said of %s", (_name, values) => {
    expect(wobble("gad7", values).regression).toBeNull();
  });
});
