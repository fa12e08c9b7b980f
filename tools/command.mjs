/** Runs one of the built commands; standard output carries only what the command itself prints. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isFresh } from "./fresh.mjs";
import { pieces } from "./pieces.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** @type {Readonly<Record<string, readonly import("./pieces.mjs").PieceName[]>>} */
const needs = {
  proof: ["web", "pages", "relay", "proof"],
  coverage: ["web", "pages", "coverage"],
  check: ["check"],
  guidance: ["guidance"],
  measures: ["measures"],
  "bench-guidance": ["bench-guidance", "guidance"],
  "bench-relay": ["relay", "bench-relay"],
  "bench-peers": ["relay", "bench-peers"],
};

/** Commands that are talked to line by line: they answer at once when nothing was written since they were built. */
const quick = new Set(["guidance", "measures"]);

const isReady = (/** @type {import("./pieces.mjs").PieceName} */ piece) => {
  const from = ["package-lock.json", "tools/build.mjs", "tools/build", ...pieces[piece].from];
  return pieces[piece].makes.every((made) =>
    isFresh(
      join(root, made),
      from.map((path) => join(root, path)),
    ),
  );
};

const [name = "", ...args] = process.argv.slice(2);
const wanted = needs[name];
const built = join(root, "build/node", `${name}.js`);
if (wanted !== undefined && quick.has(name) && wanted.every(isReady)) {
  // In this very process: starting another Node would take as long as all the rest. It reads its words where it would.
  process.argv.splice(1, 2, built);
  await import(pathToFileURL(built).href);
} else {
  const { makeReady, say } = await import("./bootstrap.mjs");
  if (wanted === undefined) {
    say(`There is no command "${name}". There are: ${Object.keys(needs).join(", ")}.`);
    process.exit(2);
  }
  makeReady(wanted);
  const run = spawnSync(process.execPath, [built, ...args], { cwd: root, stdio: "inherit" });
  process.exit(run.status ?? 1);
}
