/** How the guidance room is changed on purpose, place by place, to see whether its tests notice. */
import { piece, pieceName } from "./pieces.mjs";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
const config = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tools/mutation/vitest.config.mjs", related: false },
  mutate: [...piece.mutate],
  // Only a copy is ever changed.
  inPlace: false,
  tempDirName: ".stryker-tmp",
  cleanTempDir: "always",
  ignorePatterns: ["/apps", "/build", "/reports", "/shots", "/docs", "/data", "/.stamps"],
  // There is no checker of types and no build: the copy is run as it is read.
  tsconfigFile: "none.json",
  disableTypeChecks: false,
  checkers: [],
  coverageAnalysis: "perTest",
  // A change of a constant table is only met when its module is read anew, with every test: hours, not minutes.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 1.5,
  incremental: true,
  incrementalFile: `reports/mutation/${pieceName}-kept.json`,
  jsonReporter: { fileName: `reports/mutation/${pieceName}.json` },
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 85, low: 75, break: null },
  allowConsoleColors: false,
};

export default config;
