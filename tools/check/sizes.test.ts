/** The measures behind the budgets count as a reader would. */
import { describe, expect, it } from "vitest";
import { functionsOf } from "./functions.ts";
import { linesOf, p95 } from "./sizes.ts";
import { lineAt, parseSource } from "./source.ts";

describe("the value that 95 of 100 do not exceed", () => {
  it.each([
    [[], 0],
    [[7], 7],
    [Array.from({ length: 100 }, (_, i) => i + 1), 95],
    [Array.from({ length: 20 }, (_, i) => i + 1), 19],
    [[9, 1, 5], 9],
  ])("of %j is %i", (values, expected) => {
    expect(p95(values)).toBe(expected);
  });
});

describe("lines", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["a\n", 1],
    ["a\nb", 2],
    ["a\n\n", 2],
  ])("of %j are %i", (text, count) => {
    expect(linesOf(text)).toBe(count);
  });

  it("are found from an offset", () => {
    const source = parseSource("a.ts", "const a = 1;\n\nconst b = 2;\n");
    expect(lineAt(source, 0)).toBe(1);
    expect(lineAt(source, 12)).toBe(1);
    expect(lineAt(source, 13)).toBe(2);
    expect(lineAt(source, 14)).toBe(3);
  });
});

describe("functions", () => {
  it("are found with the name of what holds them, and their length", () => {
    const text = [
      "function a() {",
      "  return 1;",
      "}",
      "const b = async () => {",
      "  run(() => 1);",
      "};",
      "const c = { d() {}, e: function () {} };",
    ].join("\n");
    expect(functionsOf(parseSource("a.ts", text))).toEqual([
      { name: "a", line: 1, lines: 3, async: false },
      { name: "b", line: 4, lines: 3, async: true },
      { name: "", line: 5, lines: 1, async: false },
      { name: "d", line: 7, lines: 1, async: false },
      { name: "e", line: 7, lines: 1, async: false },
    ]);
  });
});
