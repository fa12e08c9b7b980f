/** V-2: our own vectors, positive and negative, by two implementations in two runtimes. */
import negative from "../../fixtures/vectors/negative.json";
import own from "../../fixtures/vectors/own.json";
import { chromiumPath, runInChromium } from "../second/chromium.ts";
import { second } from "../second/implementation.ts";
import { careless } from "../second/lax.ts";
import { runVectors, type VectorReport } from "../vectors/run.ts";
import { shipped } from "../vectors/shipped.ts";
import type { Proof } from "./proof.ts";

const enough = ({ positive, negative: refused }: VectorReport): boolean => positive >= 60 && refused >= 40;

/** At least 60 that open and 40 that do not, twice in Node and twice in Chromium; all are run whatever the scale. */
export const proof: Proof = {
  id: "V-2",
  number: 400,
  control:
    "an implementation that is careless in one way (opens by the tag alone, ignores bytes behind, derives otherwise)",
  run: async ({ note }) => {
    const path = chromiumPath();
    if (path === null)
      return { done: 0, failures: 0, control: false, why: "no Chromium was found: set CHROMIUM to its program" };
    const reports = [
      await runVectors(own, negative, shipped, true),
      await runVectors(own, negative, second),
      ...(await runInChromium(path, process.cwd(), JSON.stringify(own), JSON.stringify(negative))),
    ];
    const failures = reports.flatMap((report) => [...report.failures, ...(enough(report) ? [] : ["too few vectors"])]);
    const missed = [];
    for (const mutant of careless) {
      const report = await runVectors(own, negative, mutant);
      note(`careless control, ${mutant.name}: ${report.failures.length} caught`);
      if (report.failures.length === 0) missed.push(mutant.name);
    }
    for (const line of failures) note(line);
    const why = failures[0];
    const done = reports.reduce((sum, report) => sum + report.positive + report.negative, 0);
    return { done, failures: failures.length, control: missed.length === 0, ...(why === undefined ? {} : { why }) };
  },
};
