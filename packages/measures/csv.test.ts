import { parseDay } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { measureTables } from "./csv.ts";
import type { SittingFor } from "./fhir/kept.ts";
import { instruments } from "./catalogue.ts";
import { instrumentIds } from "./ids.ts";
import { answersTo, upTo } from "./instrument.ts";
import { proposedCodes, valuesIn } from "./import/codes.ts";
import { mappingFor } from "./import/columns.ts";
import { previewOf } from "./import/preview.ts";
import { tableOf } from "./import/table.ts";
import { score } from "./score.ts";

const parsed = parseDay("2026-11-23");
if (!parsed.ok) throw new Error("no day");
const today = parsed.value;

const sitting = (id: string, instrument: string, rest: Partial<SittingFor> = {}): SittingFor => ({
  id,
  instrument,
  about: null,
  day: "2026-11-20",
  answers: null,
  scores: null,
  ...rest,
});

/** Rows of a table whose cells hold neither quotes nor commas. */
const rows = (table: string): readonly (readonly string[])[] =>
  table
    .split("\r\n")
    .slice(0, -1)
    .map((line) => line.split(","));

const phq9 = (ninth: number | null): SittingFor =>
  sitting("nine", "phq9", { answers: [1, 2, 0, 3, 1, 0, 2, 1, ninth] });

describe("the table of answers", () => {
  it("has one row for each sitting, raw answers in published order, and an empty cell for none", () => {
    const { answers } = measureTables(
      [
        sitting("a", "phq4", { answers: [1, null, 0, 3], day: "2026-08-03" }),
        sitting("b", "osss3", { answers: [3, 4, 2] }),
        sitting("c", "mspss", { scores: { total: 5 } }),
      ],
      false,
    );
    expect(answers).toBe(
      "day,instrument,person,item1,item2,item3,item4\r\n2026-08-03,phq4,,1,,0,3\r\n2026-11-20,osss3,,3,4,2,\r\n",
    );
  });

  it("numbers the people that were asked about, and names nobody", () => {
    const of = (id: string, about: string): SittingFor =>
      sitting(id, "ecr-rs", { about, answers: [1, 2, 3, 4, 5, 6, 7, 1, 2] });
    const { answers, scores } = measureTables([of("a", "p-9c"), of("b", "p-1d"), of("c", "p-9c")], false);
    expect(
      rows(answers)
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(["1", "2", "1"]);
    expect(answers + scores).not.toMatch(/p-9c|p-1d/);
  });

  it("has rows of one width, ends every line as RFC 4180 says, and is a heading alone where there is nothing", () => {
    const all = instrumentIds.map((id) =>
      sitting(id, id, { answers: upTo(instruments[id].items).map((item) => answersTo(instruments[id], item).to) }),
    );
    const { answers, scores } = measureTables(all, true);
    for (const table of [answers, scores]) {
      expect(new Set(rows(table).map((row) => row.length)).size).toBe(1);
      expect(table.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(table.endsWith("\r\n")).toBe(true);
    }
    expect(measureTables([], false)).toEqual({
      answers: "day,instrument,person\r\n",
      scores: "day,instrument,person,score,value\r\n",
    });
  });

  it("gives back answers that score the same when they are read again", () => {
    for (const id of instrumentIds) {
      const instrument = instruments[id];
      const answers = upTo(instrument.items).map((item, i) => {
        const { from, to, step } = answersTo(instrument, item);
        return from + (i % ((to - from) / step + 1)) * step;
      });
      const [, row] = rows(measureTables([sitting("a", id, { answers })], true).answers);
      const read = row?.slice(3, 3 + instrument.items).map((cell) => (cell === "" ? null : Number(cell))) ?? [];
      expect(score(instrument, read)).toEqual(score(instrument, answers));
    }
  });
});

describe("the table of answers of one questionnaire", () => {
  it("comes back whole by the import, gaps as gaps and a masked answer as a question to the person", () => {
    const given = [
      sitting("a", "phq4", { answers: [1, null, 0, 3], day: "2026-08-03" }),
      sitting("b", "phq4", { answers: [3, 2, 1, 0], day: "2026-08-10" }),
    ];
    const table = tableOf(rows(measureTables(given, false).answers), true);
    if (!table.ok) throw new Error("no table");
    const mapping = mappingFor(table.value, "phq4", { day: 0, form: "ymd" }, () => []);
    const words = [["Not at all", "Several days", "More than half the days", "Nearly every day"]];
    const codes = proposedCodes(instruments.phq4, valuesIn(table.value, mapping.items).keys(), words);
    const { taken, doubtful } = previewOf({ table: table.value, mapping, codes, isTurned: false }, new Set(), today);
    expect(doubtful).toEqual([]);
    expect(taken.map(({ sitting: { on, answers } }) => [on, answers])).toEqual(
      given.map(({ day, answers }) => [day, answers]),
    );
    expect(proposedCodes(instruments.phq9, ["0", "1", "2", "3", "masked"], []).get("masked")).toBeNull();
  });
});

describe("the table of scores", () => {
  it("has one row for each published score, from answers or from elsewhere", () => {
    const { scores } = measureTables(
      [
        sitting("a", "phq4", { answers: [1, 2, 0, 3] }),
        sitting("b", "mspss", { scores: { total: 5.25, nonsense: 1 } }),
        sitting("c", "gad7", { answers: [1, 1, null, 0, 2, 3, 0] }),
      ],
      false,
    );
    expect(rows(scores).slice(1)).toEqual([
      ["2026-11-20", "phq4", "", "total", "6"],
      ["2026-11-20", "phq4", "", "anxiety", "3"],
      ["2026-11-20", "phq4", "", "depression", "3"],
      ["2026-11-20", "mspss", "", "total", "5.25"],
    ]);
  });

  it("writes no more decimal places than an answer can give", () => {
    const { scores } = measureTables([sitting("a", "keep6", { answers: [1, 2, 2, 4, 5, 6] })], false);
    expect(rows(scores)[1]?.[4]).toMatch(/^\d+(\.\d{1,6})?$/);
  });
});

describe("what a spreadsheet would reckon", () => {
  it.each(["=1+1", "+1", "-1+2", "@sum", "\t=1", "＝1"])("is kept from it: %j", (day) => {
    const { answers } = measureTables([sitting("a", "phq4", { day, answers: [0, 0, 0, 0] })], false);
    expect(answers.split("\r\n")[1]).toMatch(/^"'/);
  });

  it("and a quote or a comma is quoted", () => {
    const { answers } = measureTables([sitting("a", "phq4", { day: 'a"b,c', answers: [0, 0, 0, 0] })], false);
    expect(answers).toContain('"a""b,c",phq4,,0,0,0,0\r\n');
  });
});

describe("item 9, when it is not ticked", () => {
  it("leaves the same tables whatever was answered to it, and whether anything was", () => {
    const made = [0, 1, 2, 3, null].map((ninth) => JSON.stringify(measureTables([phq9(ninth)], false)));
    expect(new Set(made).size).toBe(1);
  });

  it("reads masked, and the score is that of the eight others", () => {
    const { answers, scores } = measureTables([phq9(3)], false);
    expect(rows(answers)[1]?.at(-1)).toBe("masked");
    expect(rows(scores).slice(1)).toEqual([["2026-11-20", "phq8", "", "total", "10"]]);
    const brought = [10, 27].map((total) => measureTables([sitting("a", "phq9", { scores: { total } })], false).scores);
    expect(rows(brought[0] ?? "")[1]?.at(-1)).toBe("masked");
    expect(brought[0]).toBe(brought[1]);
  });

  it("is there when it is ticked", () => {
    const { answers, scores } = measureTables([phq9(3)], true);
    expect(rows(answers)[1]?.at(-1)).toBe("3");
    expect(rows(scores)[1]).toEqual(["2026-11-20", "phq9", "", "total", "13"]);
  });
});
