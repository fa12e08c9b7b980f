/** Changes the guidance room on purpose, piece after piece, and says how many of the changes its tests notice. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pieces } from "./pieces.mjs";

/** Fewer noticed than this, in percent, and the run fails. */
const goal = 75;

/** @typedef {{ readonly noticed: number; readonly all: number }} Score */

/**
 * What came of a piece, counted from its report.
 *
 * @param {string} name
 * @returns {Score}
 */
const scoreOf = (name) => {
  /** @type {{ readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>> }} */
  const report = JSON.parse(readFileSync(`reports/mutation/${name}.json`, "utf8"));
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = states.filter((state) => state === "Killed" || state === "Timeout").length;
  const unnoticed = states.filter((state) => state === "Survived" || state === "NoCoverage").length;
  return { noticed, all: noticed + unnoticed };
};

/** @param {Score} score */
const percent = ({ noticed, all }) => (all === 0 ? 0 : (100 * noticed) / all);

/** @param {string} name */
const run = (name) => {
  const { status } = spawnSync("stryker", ["run", "tools/mutation/stryker.config.mjs"], {
    stdio: "inherit",
    env: { ...process.env, MUTATION_PIECE: name },
  });
  if (status !== 0) process.exit(status ?? 1);
};

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(pieces) : asked;
const unknown = names.find((name) => !(name in pieces));
if (unknown !== undefined) {
  process.stderr.write(`There is no piece "${unknown}". There are: ${Object.keys(pieces).join(", ")}.\n`);
  process.exit(2);
}
for (const name of names) run(name);
const scores = names.map((name) => ({ name, ...scoreOf(name) }));
const total = scores.reduce((sum, { noticed, all }) => ({ noticed: sum.noticed + noticed, all: sum.all + all }), {
  noticed: 0,
  all: 0,
});
for (const { name, ...score } of [...scores, { name: "total", ...total }])
  process.stdout.write(`${name}: ${score.noticed} of ${score.all}, ${percent(score).toFixed(1)} %\n`);
process.exit(percent(total) >= goal ? 0 : 1);
