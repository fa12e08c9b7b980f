import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDraft } from "./draft.ts";

const empty = { words: "", bad: null, shared: false };

describe("a stored draft", () => {
  it.each([
    ["nothing stored", null, empty],
    [
      "a finished form",
      '{"words":"the school run","bad":40,"shared":true}',
      { words: "the school run", bad: 40, shared: true },
    ],
    ["half a form", '{"words":"the sch"}', { words: "the sch", bad: null, shared: false }],
    ["fields of an older form", '{"words":"x","gone":1}', { words: "x", bad: null, shared: false }],
    ["values of another kind", '{"words":7,"shared":"yes","bad":{}}', empty],
    ["a text cut short", '{"words":"x', empty],
    ["no object", "[1,2]", empty],
    ["null", "null", empty],
  ] as const)("%s is read over the empty form", (_name, stored, form) => {
    expect(mergeDraft(empty, stored)).toEqual(form);
  });

  it("gives back whatever was typed, hostile or not", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.integer({ min: 0, max: 100 })), (words, bad) => {
        const form = { words, bad, shared: true };
        expect(mergeDraft(empty, JSON.stringify(form))).toEqual(form);
      }),
    );
  });

  it("never breaks, whatever is stored", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (stored) => void expect(Object.keys(mergeDraft(empty, stored))).toEqual(["words", "bad", "shared"]),
      ),
    );
  });
});
