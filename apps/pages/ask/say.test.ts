/** Tests how sentences are filled, and that no name can bend one. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { languageTag, plainName, say, sayDate, sayDay } from "./say.ts";

describe("a sentence", () => {
  it("is filled in", () => {
    expect(say("answer.send", { answer: "Yes, I can" })).toBe("Send “Yes, I can”");
  });

  it("keeps a place that got no value, so that the mistake is seen", () => {
    expect(say("answer.send")).toContain("{answer}");
  });

  it("does not fill what a value brings along", () => {
    expect(say("answer.help.text-word", { word: "{number}", number: "1" })).toBe("Text {number} to 1");
  });
});

describe("a name in a sentence", () => {
  test.each([
    ["Sam", "Sam"],
    ["  Sam\n  Jones ", "Sam Jones"],
    ["\u202Emas", "mas"],
    ["\u2067Sam\u2069", "Sam"],
    ["Sam\u0000\u0007", "Sam"],
    ["نور", "نور"],
    ["می\u200Cخواهم", "می\u200Cخواهم"],
    ["👩‍👧", "👩‍👧"],
    ["Thế Ánh".normalize("NFD"), "Thế Ánh".normalize("NFD")],
    [`S${"\u0301".repeat(40)}am`, `S${"\u0301".repeat(3)}am`],
    ["\u202E \n", "—"],
  ])("%j becomes %j", (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it("never reorders what stands around it and never breaks the line", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "א", "\u202E", "\u2066", "\u200F", "\n", "\u2028", " ") }),
        (name) => {
          expect(plainName(name)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\n\u2028\u2029]/);
          expect(plainName(name)).not.toBe("");
        },
      ),
    );
  });
});

describe("days and languages", () => {
  it("writes a day out", () => {
    expect(sayDay("2026-11-26", "en-GB")).toBe("Thursday 26 November");
    expect(sayDay("2026-11-26", "en-US")).toBe("Thursday, November 26");
    expect(sayDate("2026-11-26", "en-GB")).toBe("26 November 2026");
  });

  it("leaves what is no day as it is", () => {
    expect(sayDay("soon", "en")).toBe("soon");
  });

  test.each([
    ["en", "en"],
    ["EN-gb", "en-GB"],
    ["fa", "fa"],
    ["-", null],
    ["a--b", null],
  ])("the tag %s is taken as %s", (tag, taken) => {
    expect(languageTag(tag)).toBe(taken);
  });
});
