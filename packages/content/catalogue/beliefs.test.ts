/** Checks the beliefs: all 24, testable both ways, with an alternative one could believe. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { beliefCatalogue } from "./beliefs.ts";

describe("the beliefs", () => {
  it("are the 24 of the design, one row each, in order", () => {
    const rows = rowIds.filter((row) => row.startsWith("BEL-"));
    expect(rows).toHaveLength(24);
    expect(beliefCatalogue.flatMap((belief) => belief.covers)).toEqual(rows);
    expect(beliefCatalogue.map((belief) => belief.id)).toEqual(rows.map((row) => row.toLowerCase()));
  });

  it("are said in the first person, as one sentence", () => {
    for (const { id, text } of beliefCatalogue) {
      expect(text, id).toMatch(/\b(I|me|my|mine|I’m|I’ve)\b/);
      expect(text, id).toMatch(/^[^.?!]+\.$/);
    }
  });

  it("are each questioned with a question", () => {
    for (const { id, questionFact } of beliefCatalogue) expect(questionFact, id).toContain("?");
  });

  it("say what would count both ways, differently", () => {
    for (const { id, wouldCountAgainst, wouldCountFor } of beliefCatalogue) {
      expect(wouldCountAgainst.length, id).toBeGreaterThan(25);
      expect(wouldCountFor.length, id).toBeGreaterThan(25);
      expect(wouldCountAgainst, id).not.toBe(wouldCountFor);
    }
  });

  it("name things that are seen or heard, not felt", () => {
    for (const { id, wouldCountAgainst, wouldCountFor } of beliefCatalogue) {
      expect(`${wouldCountAgainst} ${wouldCountFor}`, id).not.toMatch(/\byou feel (ashamed|guilty|bad|good)\b/i);
    }
  });

  it("put alternatives in the first person that leave the belief some room", () => {
    const room = /\b(some|may|can|many|most|part|parts|people|also|often|isn’t|not|now and then|a great deal)\b/i;
    for (const { id, alternative } of beliefCatalogue) {
      expect(alternative, id).toMatch(room);
      expect(alternative, id).not.toMatch(/\b(always|never|everyone|nothing bad|all people)\b/i);
    }
  });

  it("leave the one about work open: it may be true where a person works", () => {
    const work = beliefCatalogue.find((belief) => belief.id === "bel-19");
    expect(work?.questionFact).toMatch(/may be true where you work/);
  });

  it("never repeat a sentence", () => {
    const all = beliefCatalogue.flatMap((each) => [
      each.text,
      each.questionFact,
      each.wouldCountAgainst,
      each.wouldCountFor,
      each.alternative,
    ]);
    expect(new Set(all).size).toBe(all.length);
  });
});
