import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments } from "../catalogue.ts";
import { instrumentIds, type InstrumentId } from "../ids.ts";
import { rangeOf } from "../instrument.ts";
import { tableOf } from "./table.ts";
import { proposedTotals, totalAs, totallings, totalRange, type Totalling } from "./totals.ts";

/** What is settled of a file with these totals in the column of one score (from 0), null for a question. */
const settled = (id: InstrumentId, totals: readonly (string | number)[], score = 0): Totalling | null => {
  const table = tableOf([["total"], ...totals.map((total) => [String(total)])], true);
  if (!table.ok) throw new Error(table.error.type);
  const columns = instruments[id].scales.map((_, i) => (i === score ? 0 : null));
  return proposedTotals(table.value, instruments[id], columns);
};

const first = (id: InstrumentId) => {
  const [scale] = instruments[id].scales;
  if (scale === undefined) throw new Error(id);
  return scale;
};

describe("the totals of a file", () => {
  it.each<[InstrumentId, readonly (string | number)[], Totalling | null]>([
    ["who5", [8, 12, 20], null],
    ["who5", [24], null],
    ["who5", [0], null],
    ["who5", [8, 13, 20], "other"],
    ["who5", [25], "other"],
    ["who5", [8, 52], "own"],
    ["who5", [53, 60], "own"],
    ["who5", [8, 240], null],
    ["who5", ["many"], null],
    ["rses", [12, 22, 30], null],
    ["rses", [12, 31], "own"],
    ["rses", [8, 22], null],
    ["rses", [2, 3], null],
    ["ucla20-v3", [45], null],
    ["ucla20-v3", [45, 61], "own"],
    ["ucla3", [4, 6], null],
    ["ucla3", [4, 9], "own"],
    ["trust5", [5, 6], null],
    ["trust5", [3.2, 5], "own"],
    ["trust5", ["3,2"], "own"],
    ["trust5", [12, 5], "other"],
    ["scs-sf", [3], "own"],
    ["scs-sf", [37], "other"],
    ["scs-sf", [3, 37], null],
    ["phq9", [3, 28], "own"],
    ["phq9", ["x"], "own"],
    ["dejong6", [2], "own"],
    ["pss10", [12], "own"],
    ["cbi-personal", [50], "own"],
  ])("of %s, %j, are counted so: %j", (id, totals, way) => expect(settled(id, totals)).toBe(way));

  it("of parts have the ranges of those parts", () => {
    expect(settled("mspss", [5], 3)).toBeNull();
    expect(settled("mspss", [5.25], 3)).toBe("own");
    expect(settled("mspss", [20], 3)).toBe("other");
    expect(settled("ecr-rs", [4], 1)).toBeNull();
  });

  it("have these ranges", () => {
    const ranges = (id: InstrumentId) => totallings.map((way) => totalRange(instruments[id], first(id), way));
    expect(ranges("who5")).toEqual([
      [0, 100],
      [0, 25],
    ]);
    expect(ranges("rses")).toEqual([
      [10, 40],
      [0, 30],
    ]);
    expect(ranges("scs-sf")).toEqual([
      [1, 5],
      [12, 60],
    ]);
    for (const id of ["phq9", "dejong6", "cbi-personal"] as const) expect(ranges(id).slice(1)).toEqual([null]);
  });

  it.each<[InstrumentId, Totalling, number, number | null]>([
    ["who5", "own", 52, 52],
    ["who5", "own", 18, null],
    ["who5", "other", 13, 52],
    ["who5", "other", 26, null],
    ["who5", "other", 2.5, null],
    ["rses", "other", 12, 22],
    ["rses", "other", 31, null],
    ["rses", "own", 9, null],
    ["scs-sf", "other", 37, 37 / 12],
    ["scs-sf", "own", 2.4, 2.4],
    ["phq9", "own", 7.5, null],
    ["phq9", "other", 7, null],
  ])("of %s counted as %j make of %d %j", (id, way, total, ours) => {
    const made = totalAs(instruments[id], first(id), way, total);
    if (ours === null) expect(made).toBeNull();
    else expect(made).toBeCloseTo(ours, 12);
  });

  it("written in any way are never another total unless that was said, and are right once it is", () => {
    const files = fc.record({
      id: fc.constantFrom(...instrumentIds),
      way: fc.constantFrom(...totallings),
      shares: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(files, ({ id, way, shares }) => {
        const scale = first(id);
        const [low, high] = totalRange(instruments[id], scale, way) ?? [0, -1];
        fc.pre(high >= low);
        const step = way !== "own" ? 1 : scale.how === "mean" ? 0.25 : scale.times;
        const totals = shares.map((share) => low + step * (share % ((high - low) / step + 1)));
        const said = settled(id, totals);
        expect([null, way]).toContain(said);
        const [from, to] = rangeOf(instruments[id], scale);
        for (const total of totals) {
          const ours = totalAs(instruments[id], scale, way, total);
          expect(ours).toBeCloseTo(from + ((total - low) / (high - low)) * (to - from), 9);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
