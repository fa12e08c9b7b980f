/** Names what failed, for the end of a long run: whoever sees only its last lines still knows where to look. */
import { fields, list, proofHeld, proofSkipped } from "./tally.mjs";

const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");

/** Tests that did not pass, and files that could not be loaded. @returns {readonly string[]} */
export const failedOfVitest = (/** @type {unknown} */ report) =>
  list(fields(report)["testResults"]).flatMap(({ name, status, assertionResults }) => {
    const tests = list(assertionResults);
    if (tests.length === 0) return status === "failed" ? [`${text(name)} could not be loaded`] : [];
    return tests.filter((one) => one["status"] !== "passed").map((one) => `${text(name)}: ${text(one["fullName"])}`);
  });

/** Journeys that were not as expected, also those that passed at a second try or were left out. @returns {readonly string[]} */
export const failedOfPlaywright = (/** @type {unknown} */ report) => {
  /** @type {(suite: Record<string, unknown>) => readonly string[]} */
  const inSuite = ({ specs, suites }) => [
    ...list(specs).flatMap((spec) =>
      list(spec["tests"])
        .filter((one) => one["status"] !== "expected")
        .map((one) => `${text(spec["file"])}: ${text(spec["title"])} (${text(one["projectName"])})`),
    ),
    ...list(suites).flatMap(inSuite),
  ];
  return list(fields(report)["suites"]).flatMap(inSuite);
};

/** The lines of proofs that did not hold, with their reason. @returns {readonly string[]} */
export const failedOfProofs = (/** @type {string} */ output) =>
  output.split("\n").filter((line) => {
    if (line.trim() === "") return false;
    try {
      const read = fields(JSON.parse(line));
      return !proofSkipped(read) && !proofHeld(read);
    } catch {
      return true;
    }
  });
