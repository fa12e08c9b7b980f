/** The sum at the end can never call a stage passed that failed, broke off, or ran nothing. */
import { describe, expect, it } from "vitest";
import { failedOnce, settle, sum, tallyOwn, tallyPlaywright, tallyProofs, tallyVitest } from "./tally.mjs";

describe("any runner", () => {
  it("that ended badly without counting a failure has failed once", () => {
    expect(settle({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it("that was ended by a signal has failed once", () => {
    expect(settle({ passed: 5, failed: 0 }, null)).toEqual({ passed: 5, failed: 1 });
  });

  it("that ran nothing has failed once", () => {
    expect(settle({ passed: 0, failed: 0 }, 0)).toEqual(failedOnce);
  });

  it("that counted its failures keeps its own count", () => {
    expect(settle({ passed: 5, failed: 3 }, 1)).toEqual({ passed: 5, failed: 3 });
  });

  it.each([null, undefined, "nonsense", 7, []])("whose report is %j has failed once", (report) => {
    expect(tallyVitest(report, 0)).toEqual(failedOnce);
    expect(tallyPlaywright(report, 0)).toEqual(failedOnce);
    expect(tallyOwn(report, 0)).toEqual(failedOnce);
  });
});

describe("unit tests", () => {
  const report = { numPassedTests: 9, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

  it("count what passed", () => {
    expect(tallyVitest(report, 0)).toEqual({ passed: 9, failed: 0 });
  });

  it("count skipped and unwritten tests as failed", () => {
    expect(tallyVitest({ ...report, numPendingTests: 2, numTodoTests: 1 }, 0)).toEqual({ passed: 9, failed: 3 });
  });

  it("count a file that could not be loaded as failed once", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    expect(tallyVitest({ ...report, numFailedTests: 1, testResults }, 1)).toEqual({ passed: 9, failed: 2 });
  });
});

describe("journeys", () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

  it("count what went as expected", () => {
    expect(tallyPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 4, failed: 0 });
  });

  it("count flaky and skipped ones as failed", () => {
    expect(tallyPlaywright({ stats: { ...stats, flaky: 1, skipped: 2 } }, 0)).toEqual({ passed: 4, failed: 3 });
  });

  it("count an error outside a test as failed", () => {
    expect(tallyPlaywright({ stats, errors: [{ message: "no server" }] }, 1)).toEqual({ passed: 4, failed: 1 });
  });
});

describe("proofs", () => {
  const line = { id: "D-1", asked: 4, done: 4, failures: 0, seed: 1, control: true };
  const lines = (...all: readonly object[]) => all.map((one) => JSON.stringify(one)).join("\n");

  it("count those that held", () => {
    expect(tallyProofs(`${lines(line, { ...line, id: "D-2" })}\n`, 0)).toEqual({ passed: 2, failed: 0 });
  });

  it.each([
    ["found something", { failures: 1 }],
    ["stopped short", { done: 3 }],
    ["could not run", { asked: 0, done: 0 }],
    ["missed its control", { control: false }],
  ])("count one that %s as failed", (_what, change) => {
    expect(tallyProofs(lines(line, { ...line, ...change }), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it("leave out what this machine cannot do, and only that", () => {
    const skip = { ...line, done: 0, control: false, why: "SKIPPED: needs root" };
    expect(tallyProofs(lines(line, skip), 0)).toEqual({ passed: 1, failed: 0 });
    expect(tallyProofs(lines(line, { ...skip, why: "needs root" }), 1)).toEqual({ passed: 1, failed: 1 });
    expect(tallyProofs(lines(line, { ...skip, failures: 1 }), 1)).toEqual({ passed: 1, failed: 1 });
    expect(tallyProofs(lines(line, { ...skip, done: 1 }), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it("count a line that is no JSON as failed", () => {
    expect(tallyProofs(`${lines(line)}\nTypeError: no`, 0)).toEqual({ passed: 1, failed: 1 });
  });

  it("that printed nothing have failed", () => {
    expect(tallyProofs("", 0)).toEqual(failedOnce);
  });
});

it("the sum adds both counts", () => {
  expect(sum([failedOnce, { passed: 3, failed: 2 }])).toEqual({ passed: 3, failed: 3 });
});
