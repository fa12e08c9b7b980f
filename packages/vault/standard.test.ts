import { describe, expect, it } from "vitest";
import { standardFiles } from "../../tests/vectors/standard-files.ts";
import { caught, mutants } from "../../tests/vectors/standard-mutants.ts";
import { runStandard } from "../../tests/vectors/standard.ts";

describe("published vectors", () => {
  it.each(standardFiles.map((file) => [file.name, file] as const))("%s: every case", (_, file) => {
    const report = runStandard([file]);
    expect(report.failures.join("\n")).toBe("");
    expect(report.done).toBe(file.count);
  });

  it("there are 14 files with 1,440 cases in all", () => {
    expect(standardFiles).toHaveLength(14);
    expect(standardFiles.reduce((sum, file) => sum + file.cases.length, 0)).toBe(1440);
  });

  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    "a mutant that %s fails some of them",
    (_, mutant) => {
      expect(caught(standardFiles, mutant)).toBe(true);
    },
  );

  it("an operation that nobody knows is a failure, not a pass", () => {
    expect(runStandard([{ name: "strange", operation: "rot13", count: 0, cases: [] }]).failures).toEqual([
      "strange: cannot be run",
    ]);
  });
});
