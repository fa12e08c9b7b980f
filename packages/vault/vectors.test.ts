import { describe, expect, it } from "vitest";
import negative from "../../fixtures/vectors/negative.json";
import own from "../../fixtures/vectors/own.json";
import { runVectors } from "../../tests/vectors/run.ts";
import { second } from "../../tests/second/implementation.ts";
import { shipped } from "../../tests/vectors/shipped.ts";

describe("our own vectors", () => {
  it("there are at least 60 that must open and 40 that must not", () => {
    expect(own.vectors.length).toBeGreaterThanOrEqual(60);
    expect(negative.vectors.length).toBeGreaterThanOrEqual(40);
  });

  it("the shipped implementation makes and opens every one, and refuses by the right name", async () => {
    const report = await runVectors(own, negative, shipped, true);
    expect(report.failures.join("\n")).toBe("");
    expect([report.positive, report.negative]).toEqual([own.vectors.length, negative.vectors.length]);
  });

  it("the second implementation makes the same bytes and refuses the same", async () => {
    const report = await runVectors(own, negative, second);
    expect(report.failures.join("\n")).toBe("");
    expect([report.positive, report.negative]).toEqual([own.vectors.length, negative.vectors.length]);
  });
});
