import { describe, expect, it } from "vitest";
import { instruments } from "../catalogue.ts";
import { answerCode, hasLoinc, itemCodes, ownBase, scoreCodes } from "./codes.ts";
import { canonicalOf, optionsOf, questionnaireOf, textOf } from "./questionnaire.ts";

const words = (id: string): string => `words of ${id}`;
const wording = { language: "en", words, loincNotice: "notice" };

describe("a questionnaire", () => {
  it("asks what its owners ask, in their order, below the line that is only read", () => {
    const { item, name, url, version } = questionnaireOf(instruments["scs-sf"], wording);
    expect(item.map(({ linkId }) => linkId)).toEqual(["lead", ...Array.from({ length: 12 }, (_, i) => String(i + 1))]);
    expect(item[0]).toEqual({ linkId: "lead", text: "words of measures.scs-sf.lead", type: "display" });
    expect(item[3]?.answerOption?.length).toBe(5);
    expect(name).toMatch(/^[A-Z]([A-Za-z0-9_]){0,254}$/);
    expect(`${url}|${version}`).toBe(canonicalOf("scs-sf").canonical);
  });

  it("has no line of LOINC where none of its codes are", () => {
    expect(questionnaireOf(instruments.ucla3, wording).copyright).not.toContain("notice");
    expect(questionnaireOf(instruments.pss10, wording).copyright).toBeUndefined();
  });

  it("has no answers in words when one of them is missing: half a list would be another scale", () => {
    const most = (id: string): string | null => (id.endsWith("answer.4") ? null : words(id));
    expect(optionsOf(instruments.phq4, 1, most)).toBeNull();
    expect(textOf(instruments.pss10, 1, words)).toBeNull();
  });

  it("gives every answer its points, on the numbers of the instrument", () => {
    const points = (id: "cbi-personal" | "osss3" | "who5", item: number) =>
      optionsOf(instruments[id], item, words)?.map(({ value }) => value);
    expect(points("cbi-personal", 1)).toEqual([0, 25, 50, 75, 100]);
    expect(points("osss3", 1)).toEqual([1, 2, 3, 4]);
    expect(points("osss3", 2)).toEqual([1, 2, 3, 4, 5]);
    expect(points("who5", 5)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("codes", () => {
  it("of PHQ and GAD items are the same in the long forms and the short ones", () => {
    expect(itemCodes(instruments.phq4, 3)[0]).toEqual(itemCodes(instruments.phq9, 1)[0]);
    expect(itemCodes(instruments.phq4, 1)[0]).toEqual(itemCodes(instruments.gad7, 1)[0]);
    expect(itemCodes(instruments.phq9, 9)).toEqual([{ system: `${ownBase}/CodeSystem/items`, code: "phq9-9" }]);
  });

  it("of answers keep items apart that have answers of their own", () => {
    const code = (item: number) => answerCode(instruments.osss3, item, 3, "x").code;
    expect([code(1), code(2)]).toEqual(["1-3", "2-3"]);
    expect(answerCode(instruments.keep8, 5, 3, "x").code).toBe("3");
    expect(hasLoinc(instruments.keep8)).toBe(false);
  });

  it("of LOINC stand for totals alone, not for halves", () => {
    const [total, anxiety] = instruments.phq4.scales.map((scale) => scoreCodes(instruments.phq4, scale).coding);
    expect(total?.map(({ code }) => code)).toEqual(["70272-0", "phq4-total"]);
    expect(anxiety?.map(({ code }) => code)).toEqual(["phq4-anxiety"]);
  });
});
