import { describe, expect, it } from "vitest";
import { failedOfPlaywright, failedOfProofs, failedOfVitest } from "./failed.mjs";

describe("what failed is named", () => {
  it("test by test, with those that were skipped and files that could not be loaded", () => {
    const testResults = [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "adds" },
          { status: "failed", fullName: "takes away" },
          { status: "pending", fullName: "divides" },
        ],
      },
      { name: "b.test.ts", status: "failed", assertionResults: [] },
      { name: "c.test.ts", status: "passed", assertionResults: [{ status: "passed", fullName: "holds" }] },
    ];
    expect(failedOfVitest({ testResults })).toEqual([
      "a.test.ts: takes away",
      "a.test.ts: divides",
      "b.test.ts could not be loaded",
    ]);
  });

  it("journey by journey, however deep it lies", () => {
    const spec = (title: string, status: string) => ({
      title,
      file: "ask.spec.ts",
      tests: [{ status, projectName: "phone" }],
    });
    const suites = [
      { specs: [spec("sends", "expected")], suites: [{ specs: [spec("waits", "unexpected"), spec("asks", "flaky")] }] },
    ];
    expect(failedOfPlaywright({ suites })).toEqual(["ask.spec.ts: waits (phone)", "ask.spec.ts: asks (phone)"]);
  });

  it("proof by proof, but not those that this machine cannot do", () => {
    const held = JSON.stringify({ id: "D-1", asked: 4, done: 4, failures: 0, control: true });
    const missed = JSON.stringify({ id: "D-2", asked: 4, done: 4, failures: 0, control: false });
    const skipped = JSON.stringify({ id: "J-5", asked: 1, done: 0, failures: 0, control: true, why: "SKIPPED: no" });
    expect(failedOfProofs(`${held}\n${missed}\n${skipped}\nnonsense\n\n`)).toEqual([missed, "nonsense"]);
  });

  it.each([null, undefined, "nonsense", 7, []])("as nothing when the report is %j", (report) => {
    expect(failedOfVitest(report)).toEqual([]);
    expect(failedOfPlaywright(report)).toEqual([]);
  });
});
