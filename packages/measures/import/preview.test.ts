import { dayFromNumber, parseDay, type LocalDay } from "@belay/basics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments } from "../catalogue.ts";
import { score } from "../score.ts";
import { numberedBy, proposedCodes, valuesIn } from "./codes.ts";
import { proposed } from "./columns.ts";
import { isIn, previewOf, sittingsOf, type Preview, type Reading } from "./preview.ts";
import { tableOf } from "./table.ts";

const dayOf = (text: string): LocalDay => {
  const day = parseDay(text);
  if (!day.ok) throw new Error(text);
  return day.value;
};
const today = dayOf("2026-11-23");

/** Reads rows as the code itself would propose it, the numbers as the instrument has them. */
const readingOf = (rows: readonly (readonly string[])[], change: Partial<Reading> = {}): Reading | null => {
  const table = tableOf(rows, true);
  if (!table.ok) return null;
  const mapping = proposed(table.value, "", () => []);
  const values = valuesIn(table.value, mapping.items).keys();
  const at = mapping.instrument === null ? null : instruments[mapping.instrument];
  const codes = at === null ? new Map() : numberedBy(at, proposedCodes(at, values, []), { way: "own", isDown: false });
  return { table: table.value, mapping, codes, isTurned: false, ...change };
};

const preview = (
  rows: readonly (readonly string[])[],
  change: Partial<Reading> = {},
  recorded: readonly LocalDay[] = [],
): Preview => {
  const reading = readingOf(rows, change);
  if (reading === null) throw new Error("no table");
  return previewOf(reading, new Set(recorded), today);
};

const head = ["date", "ucla3_1", "ucla3_2", "ucla3_3"];
const noTicks = { leftOut: new Set<number>(), wanted: new Set<number>() };

describe("a preview", () => {
  it("shows a row as it would be taken in, with its score", () => {
    expect(preview([head, ["2025-01-01", "1", "2", "3"]]).taken).toEqual([
      {
        n: 2,
        sitting: { instrument: "ucla3", on: "2025-01-01", answers: [1, 2, 3], scores: null },
        scores: { total: 6 },
        twice: null,
      },
    ]);
  });

  it("takes a gap as a gap: the answers are kept, and there is no score", () => {
    const [row] = preview([head, ["2025-01-01", "1", "", "NA"], ["2025-01-02", "3", "3", "1"]]).taken;
    expect(row?.sitting.answers).toEqual([1, null, null]);
    expect(row?.scores).toBeNull();
  });

  it("says of every row that cannot be taken what stands where", () => {
    const rows = [
      head,
      ["", "1", "2", "3"],
      ["2025-02-30", "1", "2", "3"],
      ["2030-01-01", "1", "2", "3"],
      ["2025-01-04", "1", "maybe", "3"],
      ["2025-01-05", "", "NA", ""],
      ["2025-01-06", "1", "2", "3"],
    ];
    const { taken, doubtful } = preview(rows);
    expect(taken.map(({ n }) => n)).toEqual([7]);
    expect(doubtful).toEqual([
      { n: 2, faults: [{ type: "NoDay", column: 0 }] },
      { n: 3, faults: [{ type: "NotADay", column: 0, text: "2025-02-30" }] },
      { n: 4, faults: [{ type: "NotYet", column: 0, text: "2030-01-01" }] },
      { n: 5, faults: [{ type: "NoMeaning", column: 2, item: 2, text: "maybe" }] },
      { n: 6, faults: [{ type: "Nothing" }] },
    ]);
  });

  it("refuses an answer that its own item does not allow", () => {
    const rows = [
      ["date", "osss3_1", "osss3_2", "osss3_3"],
      ["2025-01-01", "5", "5", "5"],
    ];
    expect(preview(rows).doubtful[0]?.faults).toEqual([{ type: "NotOnScale", column: 1, item: 1, text: "5" }]);
  });

  it("turns items back that the file has turned already, so that the score is the same", () => {
    const rows = [
      ["date", ...Array.from({ length: 4 }, (_, i) => `pss4_${i + 1}`)],
      ["2025-01-01", "0", "1", "4", "4"],
    ];
    const [raw] = preview(rows).taken;
    const [turned] = preview(rows, { isTurned: true }).taken;
    expect([raw?.sitting.answers, raw?.scores]).toEqual([[0, 1, 4, 4], { total: 7 }]);
    expect([turned?.sitting.answers, turned?.scores]).toEqual([[0, 3, 0, 4], { total: 9 }]);
  });

  it("takes totals from elsewhere as they are, within their range", () => {
    const rows = [
      ["date", "pss10 total"],
      ["2025-01-01", "40"],
      ["2025-01-02", "41"],
      ["2025-01-03", "many"],
      ["2025-01-04", ""],
    ];
    const { taken, doubtful } = preview(rows);
    expect(taken.map(({ sitting }) => sitting)).toEqual([
      { instrument: "pss10", on: "2025-01-01", answers: null, scores: { total: 40 } },
    ]);
    expect(doubtful.map(({ faults }) => faults[0]?.type)).toEqual(["NotAScore", "NotAScore", "Nothing"]);
  });

  it("marks a day that is recorded already, and one that comes twice in the file", () => {
    const rows = [head, ["2025-01-01", "1", "2", "3"], ["2025-01-02", "1", "1", "1"], ["2025-01-02", "3", "3", "3"]];
    expect(preview(rows, {}, [dayOf("2025-01-01")]).taken.map(({ twice }) => twice)).toEqual(["recorded", null, 3]);
  });

  it("takes totals on the range that they were said to have, and none before that is said", () => {
    const rows = [
      ["date", "who5 total"],
      ["2025-01-01", "12"],
      ["2025-01-02", "20"],
    ];
    const open = readingOf(rows);
    if (open === null) throw new Error("no table");
    const scoresBy = (totals: Reading["mapping"]["totals"]) =>
      previewOf({ ...open, mapping: { ...open.mapping, totals } }, new Set(), today).taken.map(({ scores }) => scores);
    expect(open.mapping.totals).toBeNull();
    expect(scoresBy(null)).toEqual([]);
    expect(scoresBy("own")).toEqual([{ total: 12 }, { total: 20 }]);
    expect(scoresBy("other")).toEqual([{ total: 48 }, { total: 80 }]);
  });

  it("takes every score of a questionnaire that has several, each within its own range", () => {
    const rows = [
      ["date", "ecr-rs avoidance", "ecr-rs anxiety"],
      ["2025-01-01", "2,5", "7"],
      ["2025-01-02", "2.5", ""],
      ["2025-01-03", "0.5", "8"],
    ];
    const asked = readingOf(rows);
    if (asked === null) throw new Error("no table");
    expect(asked.mapping.totals).toBeNull();
    const { taken, doubtful } = preview(rows, { mapping: { ...asked.mapping, totals: "own" } });
    expect(taken.map(({ scores }) => scores)).toEqual([{ avoidance: 2.5, anxiety: 7 }, { avoidance: 2.5 }]);
    expect(doubtful[0]?.faults).toEqual([
      { type: "NotAScore", column: 1, scale: "avoidance", text: "0.5" },
      { type: "NotAScore", column: 2, scale: "anxiety", text: "8" },
    ]);
  });

  it("of as many rows as a file may have is there in a moment, and takes every one of them", () => {
    const body = Array.from({ length: 5000 }, (_, i) => [dayFromNumber(5000 + i), "1", "2", String((i % 3) + 1)]);
    const begun = performance.now();
    const { taken, doubtful } = preview([head, ...body]);
    expect(performance.now() - begun).toBeLessThan(3000);
    expect([taken.length, doubtful.length]).toEqual([5000, 0]);
    expect(taken.at(-1)?.n).toBe(5001);
  });

  it("of no questionnaire is empty", () => {
    expect(preview([["a"], ["1"]])).toEqual({ taken: [], doubtful: [] });
  });
});

describe("what is taken in", () => {
  const rows = [head, ["2025-01-01", "1", "2", "3"], ["someday", "1", "2", "3"], ["2025-01-01", "1", "1", "1"]];
  const shown = preview(rows);

  it("is nothing while one row is in doubt, and names it", () => {
    expect(sittingsOf(shown, noTicks)).toEqual({ ok: false, error: { type: "InDoubt", rows: [3] } });
  });

  it("is the others once that row is left out by a tick, without what is there twice", () => {
    const taken = sittingsOf(shown, { ...noTicks, leftOut: new Set([3]) });
    expect(taken.ok && taken.value.map(({ answers }) => answers)).toEqual([[1, 2, 3]]);
  });

  it("is what is there twice, too, where it is wanted", () => {
    const taken = sittingsOf(shown, { leftOut: new Set([3]), wanted: new Set([4]) });
    expect(taken.ok && taken.value).toHaveLength(2);
  });

  it("is refused where every row is left out", () => {
    expect(sittingsOf(shown, { ...noTicks, leftOut: new Set([2, 3]) })).toEqual({
      ok: false,
      error: { type: "NothingLeft" },
    });
  });

  const cell = fc.oneof(
    fc.constantFrom("0", "1", "2", "3", "4", "NA", "", "-99", "often", '"1"', "NaN", "1e999", "=1+1"),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const day = fc.oneof(fc.constantFrom("2025-01-01", "2025-01-02", "2030-01-01", "x", ""), fc.string({ maxLength: 8 }));
  const files = fc.array(
    fc.tuple(day, cell, cell, cell).map((cells) => [...cells]),
    { maxLength: 12 },
  );

  it("is just what was shown, for any file and any ticks: never a row in doubt, never another number", () => {
    fc.assert(
      fc.property(files, fc.array(fc.nat(14)), fc.array(fc.nat(14)), fc.boolean(), (body, out, wanted, isTurned) => {
        const reading = readingOf([head, ...body], { isTurned });
        if (reading === null) return;
        const seen = previewOf(reading, new Set([dayOf("2025-01-02")]), today);
        const numbers = [...seen.taken, ...seen.doubtful].map(({ n }) => n);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(
          reading.mapping.instrument === null ? [] : reading.table.rows.map(({ n }) => n),
        );
        for (const row of seen.taken) {
          const again = score(instruments.ucla3, row.sitting.answers ?? []);
          expect(row.scores).toEqual(again.ok ? again.value : null);
          if (!again.ok) expect(again.error.type).toBe("TooManyMissing");
          expect(row.sitting.on <= today).toBe(true);
        }
        for (const { faults } of seen.doubtful) expect(faults).not.toEqual([]);
        const ticks = { leftOut: new Set(out), wanted: new Set(wanted) };
        const taken = sittingsOf(seen, ticks);
        const inDoubt = seen.doubtful.filter(({ n }) => !ticks.leftOut.has(n));
        expect(taken.ok && inDoubt.length > 0).toBe(false);
        if (taken.ok)
          expect(taken.value).toEqual(seen.taken.filter((row) => isIn(row, ticks)).map((row) => row.sitting));
      }),
    );
  });
});
