import { fromUtf8 } from "@belay/basics";
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../tests/fhir/validator.ts";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { fhirFile, neutralName, tableFiles } from "./files.ts";

const sitting = (id: string, instrument: string, answers: readonly (number | null)[]) => ({
  id,
  entry: id,
  instrument,
  about: null,
  day: dayOf("2026-11-20"),
  set: "alone" as const,
  answers,
  scores: null,
});
const all = [
  sitting("a", "phq9", [1, 1, 1, 1, 1, 1, 1, 1, 3]),
  sitting("b", "pss10", [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]),
  sitting("c", "who5", [1, 2, 3, 4, 5]),
];
const textOf = (bytes: Uint8Array): string => {
  const read = fromUtf8(bytes);
  if (!read.ok) throw new Error("no text");
  return read.value;
};
const madeAt = new Date("2026-11-23T01:30:00.000Z");

describe("the FHIR file", () => {
  it("holds against the published structures with the words that the app shows", () => {
    for (const item9 of [true, false]) {
      const text = textOf(fhirFile(all, item9, madeAt));
      expect(faultsOf(JSON.parse(text))).toEqual([]);
      expect(text).toContain(messagesEn["measures.phq9.1"]);
      expect(text).toContain(messagesEn["measures.credit.who5"]);
      expect(text).toContain(messagesEn["summary.loinc"]);
      expect(text).toContain('"timestamp": "2026-11-23T01:30:00.000Z"');
    }
  });

  it("has no words of what is for scoring only, and no id where a word should be", () => {
    const text = textOf(fhirFile(all, true, madeAt));
    expect(text).not.toContain('"measures.');
    expect(text).toContain('"valueDecimal": 4');
  });
});

describe("the tables", () => {
  it("begin with a byte order mark and a heading", () => {
    const { answers, scores } = tableFiles(all, false);
    expect(answers.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(textOf(answers.slice(3))).toMatch(/^day,instrument,person,item1,/);
    expect(textOf(scores.slice(3))).toMatch(/^day,instrument,person,score,value\r\n2026-11-20,phq8,,total,8\r\n/);
  });
});

it("a name says the day and a number, and never what is in the file", () => {
  expect(([1, 2, 3] as const).map((which) => neutralName(dayOf("2026-11-23"), which))).toEqual([
    "belay-2026-11-23-1.json",
    "belay-2026-11-23-2.csv",
    "belay-2026-11-23-3.csv",
  ]);
});
