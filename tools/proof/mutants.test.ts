import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mutants } from "../../tests/sim/mutants.ts";
import { partMutants } from "../../tests/sim/part-mutants.ts";

const root = join(import.meta.dirname, "../..");

// A part of them is tried in each run; one that no longer fits its source would be met by the whole run alone.
it.each([...mutants, ...partMutants])("$file has one place to break so that it $name", ({ file, find }) => {
  expect(readFileSync(join(root, file), "utf8").split(find)).toHaveLength(2);
});
