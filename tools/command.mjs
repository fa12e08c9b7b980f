/** Runs one of the built commands; standard output carries only what the command itself prints. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeReady, root, say } from "./bootstrap.mjs";

/** @type {Readonly<Record<string, readonly import("./pieces.mjs").PieceName[]>>} */
const needs = {
  proof: ["web", "pages", "relay", "proof"],
  coverage: ["web", "pages", "coverage"],
  check: ["check"],
  guidance: ["guidance"],
  "bench-guidance": ["bench-guidance", "guidance"],
};

const [name = "", ...args] = process.argv.slice(2);
const wanted = needs[name];
if (wanted === undefined) {
  say(`There is no command "${name}". There are: ${Object.keys(needs).join(", ")}.`);
  process.exit(2);
}
makeReady(wanted);
const run = spawnSync(process.execPath, [join(root, "build/node", `${name}.js`), ...args], {
  cwd: root,
  stdio: "inherit",
});
process.exit(run.status ?? 1);
