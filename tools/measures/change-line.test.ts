/** Tests the lines of `measures -- change` on published examples, on known instruments, and on lines that are refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeLine } from "./change-line.ts";

const asked = (line: unknown): unknown => JSON.parse(changeLine(JSON.stringify(line)));
const near = (value: number, digits = 3): unknown => expect.closeTo(value, digits);

describe("sittings before and after", () => {
  it("of Jacobson & Truax 1991 have the published indices, with the spread and reliability of the line", () => {
    const line = { instrument: "das", before: [32.5], after: [47.5], sd: 7.5, reliability: 0.8 };
    expect(asked(line)).toEqual({
      instrument: "das",
      scale: null,
      before: { n: 1, mean: 32.5 },
      after: { n: 1, mean: 47.5 },
      change: 15,
      towards: null,
      sd: { value: 7.5, source: "with the line" },
      reliability: { value: 0.8, kind: "given", days: null, source: "with the line" },
      standardError: near(3.354),
      standardErrorOfDifference: near(4.743),
      reliableChangeIndex: near(3.162),
      minimalDetectableChange: near(9.297),
      reliable: true,
      twiceRunning: false,
      verdict: "too early to say",
      regressionToTheMean: null,
      otherReliabilities: [],
    });
  });

  it("have the published cut-offs when both groups are given", () => {
    const groups = { clinical: { mean: 40, sd: 7.5 }, functional: { mean: 60, sd: 7.5 } };
    const line = { before: [32.5], after: [47.5], sd: 7.5, reliability: 0.8, ...groups };
    expect(asked(line)).toMatchObject({ instrument: null, cutoffs: { a: 55, b: 45, c: 50 } });
  });

  it("of a known instrument take its own spread, and name the reliability that decides", () => {
    expect(asked({ instrument: "phq9", before: [15, 14, 16], after: [8, 7] })).toMatchObject({
      instrument: "phq9",
      scale: "total",
      before: { n: 3, mean: 15 },
      after: { n: 2, mean: 7.5 },
      change: -7.5,
      towards: "better",
      sd: { value: 5.96, source: expect.stringContaining("403") },
      reliability: { value: 0.783, kind: "retest", source: expect.stringContaining("asked twice") },
      reliableChangeIndex: near(-2.959),
      reliable: true,
      twiceRunning: true,
      verdict: "more than usual wobble, twice running",
      regressionToTheMean: { due: true, expected: near(14.364) },
    });
  });

  it("show what the other known reliability would say", () => {
    expect(asked({ instrument: "ucla20-v3", before: [50], after: [40] })).toMatchObject({
      reliability: { value: 0.68, kind: "retest", days: 28 },
      minimalDetectableChange: near(15.24, 2),
      reliable: false,
      otherReliabilities: [
        { value: 0.73, kind: "retest", days: 182, reliable: false },
        {
          value: 0.93,
          kind: "alpha",
          days: null,
          reliable: true,
          minimalDetectableChange: near(7.128, 3),
          reliableChangeIndex: near(-2.75, 2),
        },
      ],
    });
  });

  it("show them for averaged sittings too", () => {
    const found = asked({ instrument: "phq9", before: [15, 14, 16], after: [8, 7] });
    const again = asked({ instrument: "phq9", before: [15, 14, 16], after: [8, 7], reliability: 0.9 });
    const other: unknown =
      typeof found === "object" && found !== null ? Reflect.get(found, "otherReliabilities") : null;
    const index: unknown =
      typeof again === "object" && again !== null ? Reflect.get(again, "reliableChangeIndex") : null;
    const least: unknown =
      typeof again === "object" && again !== null ? Reflect.get(again, "minimalDetectableChange") : null;
    expect(other).toEqual([
      expect.objectContaining({
        value: 0.9,
        reliableChangeIndex: near(Number(index), 9),
        minimalDetectableChange: near(Number(least), 9),
      }),
    ]);
  });

  it.each<[string, readonly number[], readonly number[], string]>([
    ["two before", [15, 15], [4, 4], "too early to say"],
    ["hardly any change", [15, 14, 16], [13, 14], "no more than usual wobble"],
    ["once", [15, 14, 16], [4], "more than usual wobble, once so far"],
    ["twice running", [15, 14, 16], [4, 5], "more than usual wobble, twice running"],
  ])("with %s say no more than that", (_what, before, after, verdict) => {
    expect(asked({ instrument: "phq9", before, after })).toMatchObject({ verdict });
  });

  it("leave a skipped week out, which is a gap and not a zero", () => {
    expect(asked({ instrument: "phq9", before: [15, null, 15, 15], after: [null, 12] })).toMatchObject({
      before: { n: 3, mean: 15 },
      after: { n: 1, mean: 12 },
    });
  });

  it.each([
    [{ instrument: "who5", before: [40], after: [60] }, "better"],
    [{ instrument: "who5", before: [60], after: [40] }, "worse"],
    [{ instrument: "gad7", before: [5], after: [5] }, "same"],
    [{ instrument: "phq9", before: [5], after: [9] }, "worse"],
  ])("%j move towards %s", (line, towards) => {
    expect(asked(line)).toMatchObject({ towards });
  });

  it("of a part of an instrument are asked for by its name", () => {
    expect(asked({ instrument: "ecr-s", scale: "avoidance", before: [30], after: [20] })).toMatchObject({
      scale: "avoidance",
      reliability: { value: 0.83, kind: "retest", days: 30 },
      sd: { value: 6.4 },
    });
  });

  it("with a reliability of the line keep the known spread, and the other way round", () => {
    expect(asked({ instrument: "phq9", before: [15], after: [8], reliability: 0.9 })).toMatchObject({
      sd: { value: 5.96 },
      reliability: { value: 0.9, kind: "given" },
    });
    expect(asked({ instrument: "phq9", before: [15], after: [8], sd: 6 })).toMatchObject({
      sd: { value: 6, source: "with the line" },
      reliability: { value: 0.783, kind: "retest" },
    });
  });

  it("with both of the line may be of another version, and a note says so", () => {
    expect(asked({ instrument: "phq9", before: [32.5], after: [47.5], sd: 7.5, reliability: 0.8 })).toMatchObject({
      reliableChangeIndex: near(3.162),
      note: "32.5 lies outside of 0 to 27, where total of phq9 lies",
    });
  });

  it("with both of the line need no name of a part", () => {
    expect(asked({ instrument: "ecr36-7", before: [4], after: [2], sd: 1, reliability: 0.9 })).toMatchObject({
      scale: null,
    });
  });
});

describe("two phases", () => {
  it("of Parker & Vannest 2009 have a NAP of .96, its interval, Tau, means and medians", () => {
    const line = { phaseA: [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], phaseB: [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9] };
    expect(asked(line)).toEqual({
      pointsA: 10,
      pointsB: 11,
      tooEarly: false,
      pairs: 110,
      higher: 104,
      lower: 2,
      ties: 4,
      nap: near(0.9636, 4),
      napInterval: [near(0.75, 3), near(0.9951, 4)],
      tau: near(0.9273, 4),
      meanA: near(3.7),
      meanB: near(8.364),
      medianA: 3.5,
      medianB: 9,
      verdict: "phase B lies higher",
      better: "higher",
    });
  });

  it("say which way is better", () => {
    const line = { phaseA: [12, 14, 9, 10, 11], phaseB: [10, 6, 4, 5, 3, 4], better: "lower" };
    expect(asked(line)).toMatchObject({ nap: near(0.95, 12), verdict: "phase B lies lower", better: "lower" });
  });

  it.each([
    [
      [1, 1, 1, 1],
      [9, 9, 9, 9, 9],
    ],
    [
      [1, 1, 1, 1, 1],
      [9, 9, 9, 9],
    ],
    [[1], [2]],
    [
      [1, null, 1, 1, 1],
      [9, 9, 9, 9, 9],
    ],
  ])("with fewer than five points are too early: %j, %j", (phaseA, phaseB) => {
    expect(asked({ phaseA, phaseB })).toMatchObject({ tooEarly: true, verdict: "too early to say", nap: 1 });
  });

  it("that do not part say so", () => {
    expect(asked({ phaseA: [1, 2, 3, 4, 5], phaseB: [1, 2, 3, 4, 5] })).toMatchObject({
      nap: 0.5,
      tau: 0,
      verdict: "no clear difference",
    });
  });
});

describe("a line that is refused", () => {
  it.each<[unknown, string]>([
    [{}, "instrument is missing"],
    [{ instrument: "phq9" }, "before is missing or not a list"],
    [{ instrument: "phq9", before: [1] }, "after is missing or not a list"],
    [{ instrument: "phq9", before: 15, after: [8] }, "before is missing or not a list"],
    [{ instrument: "phq9", before: [], after: [8] }, "before holds no score"],
    [{ instrument: "phq9", before: [null], after: [8] }, "before holds no score"],
    [{ instrument: "phq9", before: [8], after: [] }, "after holds no score"],
    [{ instrument: "phq9", before: ["15"], after: [8] }, "before 1 is not a number"],
    [{ instrument: "phq9", before: [15], after: [8, true] }, "after 2 is not a number"],
    [{ instrument: "phq9", before: [15], after: [28] }, "28 lies outside of 0 to 27, where total of phq9 lies"],
    [{ instrument: "phq9", before: [-1], after: [2] }, "-1 lies outside of 0 to 27, where total of phq9 lies"],
    [{ instrument: "nobody", before: [15], after: [8] }, 'there is no instrument "nobody"'],
    [{ instrument: 9, before: [15], after: [8] }, "instrument is not a text"],
    [{ instrument: "ecr-s", before: [15], after: [8] }, "scale is missing: one of avoidance, anxiety"],
    [{ instrument: "ecr-s", scale: "total", before: [15], after: [8] }, 'ecr-s has no scale "total"'],
    [
      { instrument: "phq9", scale: "somatic", before: [15], after: [8], sd: 1, reliability: 0.5 },
      'phq9 has no scale "somatic"',
    ],
    [{ instrument: "rses", before: [15], after: [20] }, "no standard deviation is known of this score: give sd"],
    [
      { instrument: "rses", before: [15], after: [20], sd: 5 },
      "no reliability is known of this score: give reliability",
    ],
    [{ instrument: "phq9", before: [15], after: [8], sd: 0 }, "sd is not above 0"],
    [{ instrument: "phq9", before: [15], after: [8], sd: "6" }, "sd is not a number"],
    [{ instrument: "phq9", before: [15], after: [8], sd: 1e-320 }, "sd is too small to compute with"],
    [{ instrument: "phq9", before: [15], after: [8], reliability: 1 }, "reliability is not from 0 to below 1"],
    [{ instrument: "phq9", before: [15], after: [8], reliability: -0.2 }, "reliability is not from 0 to below 1"],
    [{ before: [1e300], after: [1], sd: 1, reliability: 0.5 }, "before 1 is out of all bounds"],
    [{ before: [1], after: [1], sd: 1, reliability: 0.5, clinical: 3, functional: {} }, "clinical is not an object"],
    [
      {
        before: [1],
        after: [1],
        sd: 1,
        reliability: 0.5,
        clinical: { mean: 1, sd: 0 },
        functional: { mean: 1, sd: 1 },
      },
      "clinical.sd is not above 0",
    ],
    [{ phaseA: [1] }, "phaseB is missing or not a list"],
    [{ phaseB: [1] }, "phaseA is missing or not a list"],
    [{ phaseA: [], phaseB: [1] }, "phaseA holds no point"],
    [{ phaseA: [1], phaseB: [null] }, "phaseB holds no point"],
    [{ phaseA: [1], phaseB: ["2"] }, "phaseB 1 is not a number"],
    [{ phaseA: [1], phaseB: [2], better: "up" }, "better is neither higher nor lower"],
    [{ phaseA: [1], phaseB: [2], before: [1] }, "either before and after, or phaseA and phaseB"],
  ])("%j: %s", (line, reason) => {
    expect(asked(line)).toEqual({ refused: reason });
  });

  it.each([
    ["", "the line is empty"],
    ["{", "the line is not JSON"],
    ["[]", "the line is not a JSON object"],
    ['{"phaseA":[1],"phaseA":[2],"phaseB":[3]}', 'the key "phaseA" stands twice'],
  ])("%j: %s", (line, reason) => {
    expect(JSON.parse(changeLine(line))).toEqual({ refused: reason });
  });

  it("or any other gives one line, and every number in it has an end", () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -5, max: 30 }));
    const list = fc.array(fc.oneof(number, fc.constant(null)), { maxLength: 8 });
    const line = fc.oneof(
      fc.json(),
      fc
        .record(
          {
            instrument: fc.constantFrom("phq9", "ecr-s", "x"),
            before: list,
            after: list,
            sd: number,
            reliability: number,
          },
          { requiredKeys: [] },
        )
        .map((each) => JSON.stringify(each)),
      fc.record({ phaseA: list, phaseB: list }).map((each) => JSON.stringify(each)),
    );
    fc.assert(
      fc.property(line, (text) => {
        const said = changeLine(text);
        expect(said).not.toMatch(/[\n\r]/);
        expect(said).not.toMatch(/"(?:index|nap|tau|change|minimalDetectableChange|reliableChangeIndex)":null/);
        expect(JSON.parse(said)).toEqual(expect.any(Object));
      }),
    );
  });
});
