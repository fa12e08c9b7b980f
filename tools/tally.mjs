/** Counts what each runner says it did; whatever did not run, or ended badly without a reason, counts as failed. */

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally */

/** @type {Tally} */
export const failedOnce = { passed: 0, failed: 1 };

/** One yes-or-no result. @returns {Tally} */
export const one = (/** @type {boolean} */ ok) => (ok ? { passed: 1, failed: 0 } : failedOnce);

/** The sum of several results. @returns {Tally} */
export const sum = (/** @type {readonly Tally[]} */ tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/**
 * A runner that ended badly although it counted no failure, or that counted nothing at all, has failed once.
 * @returns {Tally}
 */
export const settle = (/** @type {Tally} */ counted, /** @type {number | null} */ status) => {
  const unexplained = counted.failed === 0 && (status !== 0 || counted.passed === 0);
  return unexplained ? { passed: counted.passed, failed: 1 } : counted;
};

const count = (/** @type {unknown} */ value) => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** What a value holds by name; nothing when it is no object. @returns {Record<string, unknown>} */
export const fields = (/** @type {unknown} */ value) =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The objects of a list; none when it is no list. @returns {readonly Record<string, unknown>[]} */
export const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.map(fields) : []);

/**
 * Vitest's JSON report. Skipped and unwritten tests count as failed: nobody may hide one.
 * A test file that could not be loaded has no tests of its own and counts once.
 * @returns {Tally}
 */
export const tallyVitest = (/** @type {unknown} */ report, /** @type {number | null} */ status) => {
  const all = fields(report);
  const files = list(all["testResults"]);
  const unloaded = files.filter(
    ({ status: end, assertionResults: tests }) => end === "failed" && (!Array.isArray(tests) || tests.length === 0),
  ).length;
  const failed = count(all["numFailedTests"]) + count(all["numPendingTests"]) + count(all["numTodoTests"]) + unloaded;
  return settle({ passed: count(all["numPassedTests"]), failed }, status);
};

/** Playwright's JSON report. Skipped and flaky ones count as failed, and so does each error outside a test. @returns {Tally} */
export const tallyPlaywright = (/** @type {unknown} */ report, /** @type {number | null} */ status) => {
  const all = fields(report);
  const stats = fields(all["stats"]);
  const errors = Array.isArray(all["errors"]) ? all["errors"].length : 0;
  const failed = count(stats["unexpected"]) + count(stats["flaky"]) + count(stats["skipped"]) + errors;
  return settle({ passed: count(stats["expected"]), failed }, status);
};

/** True when a proof ran in full, found nothing, and caught its control. */
export const proofHeld = (/** @type {Record<string, unknown>} */ line) =>
  count(line["asked"]) > 0 &&
  count(line["done"]) >= count(line["asked"]) &&
  line["failures"] === 0 &&
  line["control"] === true;

/** True when this machine could not do it at all, and said so: neither held nor failed. */
export const proofSkipped = (/** @type {Record<string, unknown>} */ line) =>
  line["done"] === 0 &&
  line["failures"] === 0 &&
  typeof line["why"] === "string" &&
  line["why"].startsWith("SKIPPED: ");

/** The lines of the proof command, one JSON value each; those that were skipped count as nothing. @returns {Tally} */
export const tallyProofs = (/** @type {string} */ output, /** @type {number | null} */ status) => {
  const held = output
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      try {
        const read = fields(JSON.parse(line));
        return proofSkipped(read) ? [] : [proofHeld(read)];
      } catch {
        return [false];
      }
    });
  return settle(sum(held.map(one)), status);
};

/** A report of our own: `{ passed, failed }`. @returns {Tally} */
export const tallyOwn = (/** @type {unknown} */ report, /** @type {number | null} */ status) => {
  const all = fields(report);
  return settle({ passed: count(all["passed"]), failed: count(all["failed"]) }, status);
};
