/** Checks the seven qualities and the questions before a first step. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { safeQualities, safetyQuestions } from "./safe-qualities.ts";

describe("the seven qualities", () => {
  it("are the seven rows of the design, in order", () => {
    expect(safeQualities.flatMap((quality) => quality.covers)).toEqual(rowIds.filter((row) => row.startsWith("SAF-")));
    expect(new Set(safeQualities.map((quality) => quality.id)).size).toBe(7);
  });

  it("ask what the other person does or how one is with them, and offer both answers as observations", () => {
    for (const { id, question, seen, notSeen } of safeQualities) {
      expect(question, id).toMatch(/\b(they|them)\b.*\?$/);
      expect(seen, id).toMatch(/^(They|I) .*\.$/);
      expect(notSeen, id).not.toBe(seen);
      expect(notSeen, id).toMatch(/\.$/);
    }
  });
});

describe("the safety questions", () => {
  it("ask of everyone about harm, misuse, risk and debt, and at work one more", () => {
    expect(safetyQuestions.map(({ id, appliesTo }) => [id, appliesTo])).toEqual([
      ["hurt", "everyone"],
      ["used", "everyone"],
      ["risky", "everyone"],
      ["debt", "everyone"],
      ["work", "work"],
    ]);
  });

  it("can be answered with yes or no, and no negation turns a yes round", () => {
    for (const { id, text } of safetyQuestions) {
      expect(text, id).toMatch(/^(Has|Have|Would|Could) .*\?$/);
      expect(text, id).not.toMatch(/\b(not|never|without|safe|can they refuse)\b/i);
    }
  });

  it("name money, work, the right to stay and custody among the risks", () => {
    const risk = safetyQuestions.find((question) => question.id === "risky")?.text ?? "";
    for (const word of ["safety", "money", "job", "right to stay", "children"]) expect(risk).toContain(word);
  });
});
