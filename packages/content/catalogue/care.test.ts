/** Checks care: each kind with a source and no more than it says, questions one can ask, a message one can send. */

import { describe, expect, it } from "vitest";
import { careLines, therapyCatalogue } from "./care.ts";
import { brokenRules, gradeOf, meanWords, wordsOf } from "./testing.ts";

const kindTexts = therapyCatalogue.flatMap((kind) => [kind.what, kind.evidence]);
const lineTexts = careLines.map((line) => line.text);
const ofKind = (kind: string) => careLines.filter((line) => line.kind === kind);
const evidenceOf = (id: string) => therapyCatalogue.find((kind) => kind.id === id)?.evidence;

describe("a row of the programme is a kind of therapy, with what is known of it", () => {
  it.each([
    ["THR-01", /Attachment/, "C", /no test of this kind by itself/, /Levy.*2018/],
    ["THR-02", /IFS/, "C", /Little is known.*17 people and no group to compare/, /Hodgdon.*2022/],
    ["THR-03", /^Somatic therapy$/, "C", /Limited.*Bigger and better trials are needed/, /Rosendahl.*2021/],
    ["THR-04", /^Somatic Experiencing$/, "C", /mixed quality/, /Kuhfuß.*2021/],
    ["THR-05", /EMDR/, "B", /post-traumatic stress.*For other troubles much less is known/, /NG116 \(2018\).*2013/],
    ["THR-06", /Trauma-focused CBT/, "B", /Guidelines advise it for post-traumatic stress/, /NG116 \(2018\).*2013/],
    ["THR-07", /^CBT$/, "B", /low mood.*39 studies.*studies are small/, /Karyotaki.*2021.*McMillan.*2010/],
    ["THR-08", /Trauma-informed/, "C", /more than on trials/, /SAMHSA \(2014\)/],
    ["THR-09", /Support groups/, "C", /27 trials.*a hint/, /Ferrari.*2019/],
  ] as const)("%s: %s, graded %s", (row, name, grade, evidence, source) => {
    const kind = therapyCatalogue.find((one) => one.id === row.toLowerCase());
    expect(kind).toMatchObject({ grade, covers: [row] });
    expect(kind?.name).toMatch(name);
    expect(kind?.evidence).toMatch(evidence);
    expect(kind?.source).toMatch(source);
  });
});

describe("the kinds of therapy", () => {
  it("are nine, each with its own name and explanation", () => {
    expect(therapyCatalogue).toHaveLength(9);
    for (const key of ["id", "name", "what", "evidence"] as const) {
      expect(new Set(therapyCatalogue.map((kind) => kind[key])).size).toBe(9);
    }
  });

  it("claim the guidelines for two of them only", () => {
    const advised = therapyCatalogue.filter((kind) => /Guidelines/.test(kind.evidence)).map((kind) => kind.id);
    expect(advised).toEqual(["thr-05", "thr-06"]);
    expect(evidenceOf("thr-08")).not.toMatch(/advise/);
  });

  it("are never praised beyond their studies, and never said to work for the habit", () => {
    for (const text of kindTexts) {
      expect(text).not.toMatch(/\b(works|best|proven|effective|rewires?|stored in the body|polyvagal|always)\b/i);
    }
    expect(lineTexts.join(" ")).toMatch(/No kind was tested for carrying everything alone/);
  });

  it("say that touch can be refused where a method uses it", () => {
    const touching = therapyCatalogue.filter((kind) => /touch/.test(kind.what));
    expect(touching.map((kind) => kind.id)).toEqual(["thr-04"]);
    expect(touching[0]?.what).toMatch(/you may say no/);
  });
});

describe("a row of the programme is a word about finding care", () => {
  it.each([
    ["THR-13", "care-when-old-hurt", "when", /old hurt drives the doing-it-alone/],
    ["DIS-05", "care-when-deep", "when", /roots go deep.*professional/],
    ["THR-10", "care-gives-practice", "gives", /safe place to practise: trusting/],
    ["THR-11", "care-gives-tools", "gives", /untangle where it came from.*tools/],
    ["THR-12", "care-gives-lesson", "gives", /lesson that your needs don’t matter.*trusting yourself/],
  ] as const)("%s: %s", (row, id, kind, words) => {
    const line = careLines.find((one) => one.id === id);
    expect(line).toMatchObject({ kind, covers: [row] });
    expect(line?.text).toMatch(words);
  });
});

describe("the lines of care", () => {
  it("have ids that name their kind, each once", () => {
    for (const { id, kind } of careLines) expect(id).toMatch(new RegExp(`^care-${kind}(-[a-z]+)+$`));
    expect(new Set(careLines.map((line) => line.id)).size).toBe(careLines.length);
  });

  it("hold eight to ten questions, each of them asked in at most 20 words", () => {
    expect(ofKind("ask").length).toBeGreaterThanOrEqual(8);
    expect(ofKind("ask").length).toBeLessThanOrEqual(10);
    for (const { id, text } of ofKind("ask")) {
      expect(text, id).toMatch(/\?$/);
      expect(wordsOf(text).length, id).toBeLessThanOrEqual(20);
    }
  });

  it.each([
    ["cost", /cost/],
    ["wait", /wait/],
    ["method", /How do you work/],
    ["experience", /hard to ask for help/],
    ["missed", /miss an hour/],
    ["private", /stays between us, and when would you have to tell/],
    ["helps", /notice that it helps/],
  ] as const)("ask about %s", (name, words) => {
    expect(ofKind("ask").find((line) => line.id === `care-ask-${name}`)?.text).toMatch(words);
  });

  it("hold a first message in two lengths, the second at most half as long, without a gap to fill", () => {
    const [short, shorter, third] = ofKind("message").map((line) => line.text);
    expect(third).toBeUndefined();
    expect(wordsOf(shorter ?? "").length).toBeLessThanOrEqual(wordsOf(short ?? "").length / 2);
    for (const text of [short, shorter]) {
      expect(text).toMatch(/first talk\?/);
      expect(text).not.toMatch(/[{}[\]]|\bsorry\b/i);
    }
  });

  it("send nobody in danger to a waiting list", () => {
    expect(
      ofKind("when")
        .map((line) => line.text)
        .join(" "),
    ).toMatch(/danger.*Help now/);
  });

  it("advise no one to stop a treatment or a medicine", () => {
    for (const text of [...kindTexts, ...lineTexts]) expect(text).not.toMatch(/\b(medicine|pills?|stop taking)\b/i);
  });

  it.each([
    ["kinds of therapy", kindTexts],
    ["lines of care", lineTexts],
  ] as const)("are plain and easy to read: the %s", (_name, texts) => {
    expect(brokenRules(texts)).toEqual([]);
    expect(meanWords(texts)).toBeLessThanOrEqual(14);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
  });
});
