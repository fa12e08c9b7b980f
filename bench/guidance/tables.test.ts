import { describe, expect, it } from "vitest";
import { measures, type Figure } from "./figures.ts";
import { between, engineTable, markdown, ratioTable, shown, summary, worldTable, type Row } from "./tables.ts";

const figures = (ratio: number): readonly Figure[] =>
  measures.map((_, i) => ({ value: i === 0 ? ratio : 0.5, low: ratio - 0.1, high: ratio + 0.1 }));

const rows: readonly Row[] = [
  { world: "base", policy: "engine", figures: figures(0.6) },
  { world: "base", policy: "staircase", figures: figures(0.3) },
  { world: "noisy", policy: "engine", figures: figures(0.4) },
];

describe("the tables", () => {
  it("show a figure with its interval, in per cent where the measure says so, and a dash for no number", () => {
    const measure = { name: "x", digits: 1, percent: true, goal: "", of: () => 0 };
    expect(shown({ value: 0.123, low: 0.1, high: 0.2 }, measure)).toBe("12.3 (10.0 to 20.0)");
    expect(shown({ value: 3, low: 1, high: 5 }, { ...measure, digits: 0, percent: false })).toBe("3");
    expect(shown({ value: Number.NaN, low: 0, high: 0 }, measure)).toBe("-");
    expect(shown(undefined, measure)).toBe("-");
  });

  it("are markdown", () => {
    expect(markdown(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
  });

  it("have a line a measure for the engine, with its goal and a column a world", () => {
    const lines = engineTable(rows).split("\n");
    expect(lines).toHaveLength(measures.length + 2);
    expect(lines[0]).toBe("| figure | goal | base | noisy |");
    expect(lines[2]).toContain("| 0.60 (0.50 to 0.70) | 0.40 (0.30 to 0.50) |");
  });

  it("have a line a world with every policy's ratio, and a table of all policies in a world", () => {
    expect(ratioTable(rows)).toContain("| noisy | 0.40 (0.30 to 0.50) | - |");
    expect(worldTable(rows, "base").split("\n")[0]).toBe("| figure | engine | staircase |");
  });

  it("sum up base, mean and worst", () => {
    expect(summary(rows)).toBe("Ratio of the engine: base 0.60, mean 0.50, worst 0.40 (noisy).");
  });

  it("go between their marks and nowhere else", () => {
    const text = "before\n<!-- t -->\nold\n<!-- /t -->\nafter\n";
    expect(between(text, "t", "new")).toBe("before\n<!-- t -->\n\nnew\n\n<!-- /t -->\nafter\n");
    expect(between(between(text, "t", "new") ?? "", "t", "new")).toBe(between(text, "t", "new"));
    expect(between(text, "u", "new")).toBeNull();
  });
});
