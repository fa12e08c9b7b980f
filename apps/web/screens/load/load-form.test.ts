import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCommand,
  choiceOf,
  decideCommand,
  emptyAdd,
  emptyDecide,
  longestTitle,
  oneLine,
  sortOf,
} from "./load-form.ts";

describe("what is carried, as one line", () => {
  it.each([
    ["  The school run  ", "The school run"],
    ["The school run,\nall week\tand the move", "The school run, all week and the move"],
    ["a\u0000b", "a b"],
    ["\ud800 half", "half"],
    ["   \n ", ""],
    ["x".repeat(120), "x".repeat(120)],
    ["x".repeat(121), `${"x".repeat(119)}…`],
    ["🧺".repeat(80), `${"🧺".repeat(59)}…`],
  ])("%j is %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it("is always fit for the log, whatever was typed or pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const line = oneLine(text);
        expect(line.length).toBeLessThanOrEqual(longestTitle);
        expect(line).toBe(line.trim());
        expect(line).not.toMatch(/[\p{Control}\p{Surrogate}]/u);
      }),
    );
  });
});

describe("adding", () => {
  it.each([
    ["nothing", emptyAdd],
    ["no words", { title: " ", sort: "financial" }],
    ["no sort", { title: "Rent", sort: "" }],
    ["a sort nobody knows", { title: "Rent", sort: "heavy" }],
  ])("records nothing with %s", (_name, form) => {
    expect(addCommand(form)).toBeNull();
  });

  it.each(["emotional", "financial", "logistical"])("records the words and the sort %s", (sort) => {
    expect(addCommand({ title: " Rent ", sort })).toEqual({ kind: "load/add", title: "Rent", sort });
    expect(sortOf(sort)).toBe(sort);
  });
});

describe("deciding", () => {
  it("records nothing while nothing is chosen", () => {
    expect(decideCommand("abc", emptyDecide)).toBeNull();
    expect(choiceOf("carry-on")).toBeNull();
  });

  it.each([
    ["keep", ""],
    ["share", "clean enough"],
    ["hand-over", "clean enough"],
    ["drop", ""],
    ["say-no", ""],
  ] as const)("%s is recorded with its reason, and with the standard %j", (choice, enough) => {
    expect(decideCommand("abc", { choice, why: " I like it ", enough: " clean enough " })).toEqual({
      kind: "load/decide",
      load: "abc",
      choice,
      why: "I like it",
      enough,
    });
  });

  it("leaves out half of a character, which could not be sealed", () => {
    expect(decideCommand("abc", { choice: "keep", why: "so\ud83d", enough: "" })?.why).toBe("so");
  });
});
