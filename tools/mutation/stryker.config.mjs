/** How the guidance room is changed on purpose, line by line, to see whether its tests notice. */

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
const config = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tools/mutation/vitest.config.mjs", related: false },
  mutate: [
    "packages/guidance/**/*.ts",
    "!packages/guidance/**/*.test.ts",
    // Set-up that only tests use, and the list of what the room exports.
    "!packages/guidance/pretend.ts",
    "!packages/guidance/rehearsal.ts",
    "!packages/guidance/index.ts",
  ],
  // Only a copy is ever changed.
  inPlace: false,
  tempDirName: ".stryker-tmp",
  cleanTempDir: "always",
  ignorePatterns: ["/apps", "/build", "/reports", "/shots", "/docs", "/data", "/.stamps", "/packages/content/dist"],
  // There is no checker of types and no build: the copy is run as it is read.
  tsconfigFile: "none.json",
  disableTypeChecks: false,
  checkers: [],
  coverageAnalysis: "perTest",
  // A change of a constant table is only met when its module is read anew, with every test: hours, not minutes.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 4000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 85, low: 75, break: 75 },
  allowConsoleColors: false,
};

export default config;
