import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instrumentIds, type InstrumentId } from "../ids.ts";
import { holdsNumbers, inOrderFrom, lackingIn, mappingFor, proposed, type Mapping } from "./columns.ts";
import { tableOf, type Table } from "./table.ts";

const tableFrom = (...rows: readonly (readonly string[])[]): Table => {
  const table = tableOf(rows, true);
  if (!table.ok) throw new Error(table.error.type);
  return table.value;
};

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
const ones = (n: number): readonly string[] => upTo(n).map(() => "1");
const said = ["I feel left out", "I feel alone", "I lack company"];
const words = (id: InstrumentId): readonly string[] => (id === "ucla3" ? said : []);

/** A table of one day and `n` answers, with these names. */
const named = (...names: readonly string[]): Table =>
  tableFrom(["Date", ...names], ["2025-01-31", ...ones(names.length)]);

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("the columns of a table", () => {
  it.each<[string, Table, InstrumentId, readonly number[]]>([
    ["phq9_1", named(...upTo(9).map((n) => `phq9_${n}`)), "phq9", nine],
    ["PHQ-9 item 01", named(...upTo(9).map((n) => `PHQ-9 item 0${n}`)), "phq9", nine],
    ["PHQ-9: Frage 1", named(...upTo(9).map((n) => `PHQ-9: Frage ${n}`)), "phq9", nine],
    [
      "gad7q1, last first",
      named(
        ...upTo(7)
          .toReversed()
          .map((n) => `gad7q${n}`),
      ),
      "gad7",
      [7, 6, 5, 4, 3, 2, 1],
    ],
    ["who5.0, counted from 0", named(...upTo(5).map((n) => `who5.${n - 1}`)), "who5", [1, 2, 3, 4, 5]],
    ["the questions themselves", named("I lack company", "I FEEL left out.", "I feel alone?"), "ucla3", [2, 3, 1]],
  ])("called like %s are found", (_, table, instrument, items) => {
    expect(proposed(table, "old.csv", words)).toEqual({
      instrument,
      day: 0,
      form: "ymd",
      take: "answers",
      items,
      scores: expect.any(Array),
      totals: instrument === "phq9" ? "own" : expect.toBeOneOf([null, "own"]),
    });
  });

  it("called Q1 and so on are found once the questionnaire is known, from the file's name or from the person", () => {
    const table = named(...upTo(8).map((n) => `Q${n}`));
    expect(proposed(table, "my phq8 2019.csv", words)).toMatchObject({ instrument: "phq8", items: nine.slice(0, 8) });
    const open = proposed(table, "old.csv", words);
    expect(open).toMatchObject({ instrument: null, items: [], day: 0 });
    expect(mappingFor(table, "phq8", open, words).items).toEqual(nine.slice(0, 8));
  });

  it("without numbers are taken in order, where just as many are left as there are items", () => {
    const table = named("worry", "calm", "sleep");
    expect(mappingFor(table, "ucla3", { day: 0, form: "ymd" }, () => []).items).toEqual([1, 2, 3]);
    expect(mappingFor(table, "pss4", { day: 0, form: "ymd" }, () => []).items).toEqual([null, null, null, null]);
  });

  it("that are the second and the ninth of a row do not name the PHQ-2 or the PHQ-9", () => {
    expect(proposed(named("phq_1", "phq_2", "phq_3"), "x.csv", words).instrument).toBeNull();
  });

  it("of two questionnaires leave it to the person which one is meant", () => {
    const table = named(...upTo(9).map((n) => `phq9_${n}`), ...upTo(7).map((n) => `gad7_${n}`));
    expect(proposed(table, "phq9.csv", words).instrument).toBeNull();
    expect(mappingFor(table, "gad7", { day: 0, form: "ymd" }, words).items).toEqual([10, 11, 12, 13, 14, 15, 16]);
  });

  it("tell apart questionnaires whose names begin alike", () => {
    expect(proposed(named(...upTo(9).map((n) => `ecr-rs_${n}`)), "", words).instrument).toBe("ecr-rs");
    expect(proposed(named("ECR-R score anxiety"), "", words).instrument).toBe("ecr-r");
    expect(proposed(named("ECR score"), "", words).instrument).toBeNull();
  });

  it("that hold totals alone are taken as scores", () => {
    expect(proposed(named("PSS10 total"), "", words)).toMatchObject({
      instrument: "pss10",
      take: "scores",
      scores: [1],
    });
    const two = mappingFor(named("avoidance", "anxiety"), "ecr-r", { day: 0, form: "ymd" }, words);
    expect(two.take).toBe("scores");
    expect(new Set(two.scores)).toEqual(new Set([1, 2]));
  });

  it("tell the day by what is in them, and by their name where several hold days", () => {
    const table = tableFrom(["sent", "date", "q"], ["1.1.2025", "2.1.2025", "1"], ["3.1.2025", "4.1.2025", "1"]);
    expect(proposed(table, "", words)).toMatchObject({ day: 1, form: "dmy" });
    expect(proposed(tableFrom(["a", "b"], ["1", "2"]), "", words)).toMatchObject({ day: null, form: null });
    expect(proposed(tableFrom(["date", "b"], ["3/4/2025", "2"]), "", words)).toMatchObject({ day: 0, form: null });
  });

  it("can be taken in order from the first one on, the day passed over", () => {
    const mapping: Mapping = {
      instrument: "ucla3",
      day: 2,
      form: "ymd",
      take: "answers",
      items: [1, null, null],
      scores: [],
      totals: null,
    };
    expect(inOrderFrom(mapping, 1, 5)).toEqual([1, 3, 4]);
    expect(inOrderFrom(mapping, 3, 5)).toEqual([3, 4, null]);
  });

  it("hold a score only where they hold a number", () => {
    const table = tableFrom(["a", "b"], ["x", "7"]);
    expect([holdsNumbers(table, 0), holdsNumbers(table, 1), holdsNumbers(table, 9)]).toEqual([false, true, false]);
  });

  it("with any names throw nothing, and are quickly read however they are made", () => {
    const cell = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("phq9_1", "__proto__", "Q1"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.constantFrom(...instrumentIds), (names, id) => {
        const table = tableOf(
          [
            ["x", ...names],
            ["1", ...names],
          ],
          true,
        );
        if (!table.ok) return;
        const mapping = proposed(table.value, names.join(""), words);
        const columns = [mapping.day, ...mapping.items, ...mappingFor(table.value, id, mapping, words).items];
        for (const column of columns) expect(column === null || column < table.value.columns.length).toBe(true);
      }),
    );
    const hostile = named(...upTo(399).map((n) => `${"-_".repeat(95)}${n}x`));
    const begun = performance.now();
    proposed(hostile, "-".repeat(10_000), words);
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});

describe("what a mapping lacks", () => {
  const whole: Mapping = {
    instrument: "ucla3",
    day: 0,
    form: "ymd",
    take: "answers",
    items: [1, 2, null],
    scores: [4],
    totals: "own",
  };
  it.each<[Partial<Mapping>, string | null]>([
    [{}, null],
    [{ instrument: null }, "NoInstrument"],
    [{ day: null }, "NoDay"],
    [{ form: null }, "NoForm"],
    [{ items: [null, null, null] }, "NoColumn"],
    [{ items: [1, 1, null] }, "TwiceUsed"],
    [{ items: [0, 1, null] }, "TwiceUsed"],
    [{ take: "scores" }, null],
    [{ take: "scores", totals: null }, "NoRange"],
    [{ totals: null }, null],
    [{ take: "scores", scores: [null] }, "NoColumn"],
  ])("with %j is %j", (part, type) => expect(lackingIn({ ...whole, ...part })?.type ?? null).toBe(type));
});
