import { documentSentences } from "@belay/content";
import { parseDay } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { documentWords } from "./document-words.ts";

const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc = {
  v: 1,
  locale: "en",
  from: "Mara",
  to: "Dr Weiss",
  purpose: "Our meetings.",
  madeOn: day("2026-11-22"),
  until: day("2026-12-22"),
  sections: [],
} as const;
const words = (change: object = {}) =>
  documentWords({ ...doc, ...change }, documentSentences, (when) => `the day ${when}`);

describe("the words around a document", () => {
  it("say who made it, for whom, why, when, and until when", () => {
    expect(words().title).toBe("A page by Mara");
    expect(words().facts.map((fact) => fact.words)).toEqual([
      "Dr Weiss",
      "Our meetings.",
      "the day 2026-11-22",
      "the day 2026-12-22",
    ]);
  });

  it("repeat on every sheet what it is not, and its end", () => {
    expect(words().running).toMatch(/Mara.*Dr Weiss.*not a diagnosis.*the day 2026-12-22/);
  });

  it("leave out what was left empty", () => {
    expect(words({ to: " ", purpose: "" }).facts).toHaveLength(2);
    expect(words({ from: "" }).title).toBe("A page by —");
  });

  it.each(["\u202EMara", "Mara\n\n", "Ma\u2066ra"])("keep %j from turning a sentence round or breaking it", (from) => {
    expect(words({ from }).title).toBe("A page by Mara");
  });

  it("count the rows of a long table", () => {
    expect(words().allRows(40)).toBe("Show all 40 rows");
  });
});
