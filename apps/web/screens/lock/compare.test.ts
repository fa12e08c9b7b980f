import { describe, expect, it } from "vitest";
import { compareWords, wordsIn } from "./compare.ts";

const shown = ["art", "box", "car"];

describe("words that were copied by hand", () => {
  it.each([
    ["as they were", "art box car"],
    ["with numbers and dots", "1. art 2. box 3. car"],
    ["in capitals, over lines, with commas", "ART,\nBox;\n  car "],
  ])("are the same: %s", (_how, typed) => {
    expect(compareWords(shown, typed)).toEqual({ kind: "same" });
  });

  it("differ first at a place that is counted from one", () => {
    expect(compareWords(shown, "art bax cat")).toEqual({ kind: "differs", at: 2 });
    expect(compareWords(shown, "box art car")).toEqual({ kind: "differs", at: 1 });
  });

  it.each([
    ["", 0],
    ["art box", 2],
    ["art box car car", 4],
  ])("are counted before they are compared: “%s”", (typed, n) => {
    expect(compareWords(shown, typed)).toEqual({ kind: "count", n });
  });

  it("keep their accents", () => {
    expect(wordsIn("Élan, naïve")).toEqual(["élan", "naïve"]);
  });
});
