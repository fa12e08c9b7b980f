/** V-1: every published vector against the shipped primitives. */
import { standardFiles } from "../vectors/standard-files.ts";
import { caught, mutants } from "../vectors/standard-mutants.ts";
import { runStandard } from "../vectors/standard.ts";
import type { Proof } from "./proof.ts";

/** All 1,440 cases are run whatever the scale: they take seconds. */
export const proof: Proof = {
  id: "V-1",
  number: 1440,
  control: "a primitive with one check left out (tag, nonce length, low order, range of S, salt, pre-shared key)",
  run: async ({ note }) => {
    const report = runStandard(standardFiles);
    const missed = mutants.filter((mutant) => !caught(standardFiles, mutant));
    for (const line of [...report.failures, ...missed.map(({ name }) => `not caught: ${name}`)]) note(line);
    const why = report.failures[0];
    return {
      done: report.done,
      failures: report.failures.length,
      control: missed.length === 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
