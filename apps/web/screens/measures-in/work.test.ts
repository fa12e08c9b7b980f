import { describe, expect, it } from "vitest";
import type { InstrumentId } from "@belay/measures";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import {
  asksTurned,
  begun,
  inOrder,
  lacksColumns,
  lacksValues,
  rowsOf,
  withCounted,
  withInstrument,
  withItem,
  withMapping,
  withMeaning,
  withNames,
  withScore,
  withValues,
  type KnownWords,
  type Work,
} from "./work.ts";

/** Nothing but one list of answers, which stands beside the numbers. */
const fewWords: KnownWords = { items: () => [], answers: () => [["never"]] };
const noWords: KnownWords = { items: () => [], answers: () => [] };
const today = dayOf("2026-11-22");

const workOf = (rows: readonly (readonly string[])[], headed = true): Work => {
  const work = begun("old\u202e.csv", { rows, headed, sure: false }, fewWords);
  if (!work.ok) throw new Error(work.error.type);
  return work.value;
};

const three = [
  ["date", "a", "b", "c"],
  ["2025-01-01", "1", "2", "3"],
  ["2025-01-02", "3", "often", "1"],
];

/** The three questions of the UCLA-3, taken in order. */
const known = (id: InstrumentId = "ucla3"): Work => withInstrument(workOf(three), id, fewWords);

describe("the work on a file", () => {
  it("keeps a name that can stand in a sentence", () => {
    expect(workOf(three).name).toBe("old.csv");
    const long = begun("x".repeat(300), { rows: three, headed: true, sure: false }, fewWords);
    expect(long.ok && long.value.name).toHaveLength(80);
  });

  it("asks for what is not known, one thing after the other", () => {
    expect(lacksColumns(workOf(three))).toEqual({ type: "NoInstrument" });
    expect(lacksColumns(known())).toBeNull();
    expect(lacksColumns(withMapping(known(), { day: null }))).toEqual({ type: "NoDay" });
    expect(lacksColumns(withItem(known(), 0, 2))).toEqual({ type: "TwiceUsed", column: 2 });
  });

  it("takes the other questions in order once the first is known", () => {
    const none = withMapping(known(), { items: [null, null, null] });
    expect(inOrder(none)).toBe(none);
    expect(inOrder(withItem(none, 0, 1)).mapping.items).toEqual([1, 2, 3]);
    expect(withScore(known(), 0, 3).mapping.scores).toEqual([3]);
  });

  it("reads the first row as a row when it holds no names, and leaves a file that would be empty as it is", () => {
    const bare = withNames(workOf(three.slice(1), true), false, fewWords);
    expect(bare.table.rows.map(({ n }) => n)).toEqual([1, 2]);
    const single = workOf([["2025-01-01", "1"]], false);
    expect(withNames(single, true, fewWords)).toBe(single);
  });

  it("leaves a value open that nobody knows, and a row with it is in doubt until it has a meaning", () => {
    const work = withValues(known(), fewWords);
    expect(work.codes.get("often")).toBeNull();
    expect(lacksValues(work)).toBeNull();
    expect(rowsOf(work, new Set(), today).doubtful.map(({ n }) => n)).toEqual([3]);
    const said = withMeaning(work, "often", 3);
    expect(rowsOf(said, new Set(), today).taken.map(({ scores }) => scores)).toEqual([{ total: 6 }, { total: 7 }]);
  });

  it("keeps what was said of the values when one comes back to them, and asks anew for another questionnaire", () => {
    const said = withMeaning(withValues(known(), fewWords), "often", 3);
    expect(withValues(said, fewWords)).toBe(said);
    expect(withValues(withInstrument(said, "osss3", fewWords), fewWords).codes.get("often")).toBeNull();
  });

  it("asks how numbers are counted where that is not clear, and by no means goes on without one meaning", () => {
    const rows = [
      ["date", "who5_1", "who5_2", "who5_3", "who5_4", "who5_5"],
      ["2025-01-01", "1", "2", "3", "4", "5"],
    ];
    const open = withValues(workOf(rows), fewWords);
    expect([open.counted.way, lacksValues(open)]).toEqual([null, { type: "Open" }]);
    const one = withCounted(open, { way: "one" });
    expect(lacksValues(one)).toBeNull();
    expect(rowsOf(one, new Set(), today).taken[0]?.sitting.answers).toEqual([0, 1, 2, 3, 4]);
    const down = withCounted(withCounted(open, { isDown: true }), { way: "own" });
    expect(rowsOf(down, new Set(), today).taken[0]?.sitting.answers).toEqual([4, 3, 2, 1, 0]);
  });

  it("asks which end is which where no words are here to see it by, and takes nothing before", () => {
    const rows = [
      ["date", ...[1, 2, 3, 4, 5, 6].map((n) => `dejong6_${n}`)],
      ["2025-01-01", "1", "2", "3", "1", "1", ""],
    ];
    const open = withValues(workOf(rows), noWords);
    expect([open.counted, lacksValues(open)]).toEqual([{ way: "own", isDown: null }, { type: "Open" }]);
    expect(rowsOf(open, new Set(), today).taken).toEqual([]);
    const answers = [true, false].map(
      (isDown) => rowsOf(withCounted(open, { isDown }), new Set(), today).taken[0]?.sitting.answers,
    );
    expect(answers).toEqual([
      [3, 2, 1, 3, 3, null],
      [1, 2, 3, 1, 1, null],
    ]);
  });

  it("looks anew on which range totals are counted when another column is taken, and asks where two fit", () => {
    const rows = [
      ["date", "who5 total", "other"],
      ["2025-01-01", "12", "52"],
    ];
    const open = workOf(rows);
    expect(lacksColumns(open)).toEqual({ type: "NoRange" });
    expect(lacksColumns(withMapping(open, { totals: "other" }))).toBeNull();
    expect(lacksColumns(withScore(open, 0, 2))).toBeNull();
    expect(lacksColumns(withScore(withScore(open, 0, 2), 0, 1))).toEqual({ type: "NoRange" });
    const none = workOf([["date"], ["2025-01-01"]]);
    expect(withScore(none, 0, 0)).toBe(none);
  });

  it("asks if items are turned already, only where some are", () => {
    expect(asksTurned(known())).toBe(false);
    const rows = [
      ["date", ...[1, 2, 3, 4].map((n) => `pss4_${n}`)],
      ["2025-01-01", "0", "1", "2", "4"],
    ];
    const work = withValues(workOf(rows), fewWords);
    expect(lacksValues(work)).toEqual({ type: "Turned" });
    expect(lacksValues({ ...work, isTurned: false })).toBeNull();
    expect(lacksValues(withMapping(work, { take: "scores" }))).toBeNull();
  });

  it("says so when a column holds no answers but a diary", () => {
    const rows = [
      ["date", "a", "b", "c"],
      ...Array.from({ length: 70 }, (_, i) => ["2025-01-01", `note ${i}`, "1", "2"]),
    ];
    expect(lacksValues(withValues(withInstrument(workOf(rows), "ucla3", fewWords), fewWords))).toEqual({
      type: "TooMany",
    });
  });
});
