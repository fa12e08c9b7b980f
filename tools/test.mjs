/** `npm test`: installs what is missing, runs every check and test, and ends with the sum of all of them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildStale, checkNode, install, root, since } from "./bootstrap.mjs";
import { browserPath } from "./browser.mjs";
import { failedOfPlaywright, failedOfProofs, failedOfVitest } from "./failed.mjs";
import { pieceNames } from "./pieces.mjs";
import { missing, postgresBin, startServer } from "./postgres.mjs";
import { missing as noRedis, redisProgram } from "./redis.mjs";
import { failedOnce, one, sum, tallyOwn, tallyPlaywright, tallyProofs, tallyVitest } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const args = process.argv.slice(2);
const full = args.includes("--full");
const only = args.filter((arg) => !arg.startsWith("-"));
const reports = join(root, "reports");
const print = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);

/** Runs one of the installed tools; its output is shown as it comes. */
const tool = (/** @type {string} */ script, /** @type {string[]} */ ...options) =>
  spawnSync(process.execPath, [join(root, script), ...options], { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
    .status;

/** What a runner wrote to reports/, or null when it wrote nothing that can be read. @returns {unknown} */
const report = (/** @type {string} */ name) => {
  try {
    return JSON.parse(readFileSync(join(reports, name), "utf8"));
  } catch {
    return null;
  }
};

/** What failed, said once more at the end. @type {string[]} */
const failures = [];

const configs = ["packages", "web", "worker", "node"];

/** A stage that reads what was built; it cannot run, and so has failed, when one of these pieces did not build. */
const after =
  (/** @type {readonly import("./pieces.mjs").PieceName[]} */ pieces, /** @type {() => Tally} */ run) => () => {
    const missing = pieces.filter((piece) => unbuilt.has(piece));
    if (missing.length === 0) return run();
    print(`could not run: ${missing.join(", ")} did not build`);
    return failedOnce;
  };

/** Starts the PostgreSQL that every later stage uses; without one, what needs it fails with the same line. */
const postgres = () => {
  process.env["BELAY_POSTGRES"] = "none";
  const bin = postgresBin(root);
  if (bin === null) {
    print(missing);
    return failedOnce;
  }
  const server = startServer(bin);
  process.once("exit", server.end);
  process.env["BELAY_POSTGRES"] = server.url;
  print(`PostgreSQL from ${bin} runs for these tests alone, and goes with them`);
  return one(true);
};

/** Finds or installs the broker once, before tests do so at the same time; what needs it starts one of its own. */
const redis = () => {
  const program = redisProgram();
  process.env["REDIS_BIN"] = program ?? "none";
  print(program === null ? noRedis : `Redis is ${program}`);
  return program === null ? sum([]) : one(true);
};

/** @type {Set<string>} */
const unbuilt = new Set();

const proofs = () => {
  const scale = full ? "1" : "0.2";
  const run = spawnSync(process.execPath, [join(root, "build/node/proof.js"), "--scale", scale], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  print(run.stdout.trimEnd());
  failures.push(...failedOfProofs(run.stdout));
  return tallyProofs(run.stdout, run.status);
};

const journeys = () => {
  const config = "tests/journeys/playwright.config.ts";
  if (!existsSync(join(root, config))) return failedOnce;
  if (full) process.env["BELAY_FULL"] = "1";
  process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] = join(reports, "journeys.json");
  const status = tool("node_modules/@playwright/test/cli.js", "test", "--config", config, "--reporter", "list,json");
  failures.push(...failedOfPlaywright(report("journeys.json")));
  return tallyPlaywright(report("journeys.json"), status);
};

/** @type {readonly (readonly [name: string, run: () => Tally])[]} */
const stages = [
  [
    "browser",
    () => {
      const path = browserPath();
      if (path !== null) process.env["CHROMIUM"] = path;
      return one(path !== null);
    },
  ],
  ["postgres", postgres],
  ["redis", redis],
  [
    "types",
    () => sum(configs.map((name) => one(tool("node_modules/typescript/bin/tsc", "-p", `tsconfig.${name}.json`) === 0))),
  ],
  ["lint", () => one(tool("node_modules/oxlint/bin/oxlint", "--type-aware", "--format", "unix") === 0)],
  ["format", () => one(tool("node_modules/oxfmt/bin/oxfmt", "--check", ".") === 0)],
  [
    "build",
    () => {
      for (const piece of buildStale(pieceNames)) unbuilt.add(piece);
      return { passed: pieceNames.length - unbuilt.size, failed: unbuilt.size };
    },
  ],
  [
    "check",
    after(["check", "web", "pages", "relay"], () => {
      const status = tool("build/node/check.js", "--report", join(reports, "check.json"));
      return tallyOwn(report("check.json"), status);
    }),
  ],
  [
    "size",
    after(["web", "pages"], () => {
      const status = tool("tools/size.mjs", "--report", join(reports, "size.json"));
      return tallyOwn(report("size.json"), status);
    }),
  ],
  [
    "unit",
    () => {
      const status = tool(
        "node_modules/vitest/vitest.mjs",
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${join(reports, "unit.json")}`,
      );
      failures.push(...failedOfVitest(report("unit.json")));
      return tallyVitest(report("unit.json"), status);
    },
  ],
  ["journeys", after(["web", "pages", "relay"], journeys)],
  ["proofs", after(["web", "pages", "relay", "proof"], proofs)],
  ["coverage", after(["web", "pages", "coverage"], () => one(tool("build/node/coverage.js", "--check") === 0))],
];

/** A stage that breaks is a failure like any other, and the next one still runs. */
const guarded = (/** @type {() => Tally} */ run) => {
  try {
    return run();
  } catch (error) {
    print(`broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return failedOnce;
  }
};

const finish = (/** @type {Tally} */ total) => {
  print(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
};

const main = () => {
  checkNode();
  if (!install()) return finish(failedOnce);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const chosen = stages.filter(([name]) => only.length === 0 || only.includes(name));
  const lines = chosen.map(([name, run]) => {
    const from = Date.now();
    print(`\n== ${name}`);
    const tally = guarded(run);
    return { name, tally, took: since(from) };
  });
  print("");
  for (const { name, tally, took } of lines) {
    print(
      `${name.padEnd(10)}${`${tally.passed} passed`.padStart(13)}${`${tally.failed} failed`.padStart(11)}${took.padStart(10)}`,
    );
  }
  for (const one of failures) print(`failed: ${one.replace(`${root}/`, "")}`);
  if (only.length > 0) print(`only these stages were asked for: ${only.join(", ")}`);
  return finish(lines.length === 0 ? failedOnce : sum(lines.map(({ tally }) => tally)));
};

main();
