/** `npm run check [RULE...] [--on DAY]`: holds the house to its rules and prints every place where one does not hold. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyExceptions, parseExceptions } from "./exceptions.ts";
import { loadFiles } from "./load.ts";
import { rules } from "./rules.ts";
import { treeOf, type Finding } from "./tree.ts";

const root = process.cwd();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: "string" }, on: { type: "string", default: new Date().toISOString().slice(0, 10) } },
});
const chosen = rules.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const tree = treeOf(loadFiles(root), values.on);
const found: readonly Finding[] = chosen.flatMap((rule) => rule.check(tree));
const list = parseExceptions(readFileSync(join(root, "tools/check/exceptions.json"), "utf8"));
const whole = positionals.length === 0;
const left = applyExceptions(found, whole ? list : { ceiling: 0, exceptions: [] }, values.on);

for (const { rule, path, line, message } of left) process.stdout.write(`${path}:${line} ${rule}: ${message}\n`);
const broken = new Set(left.map(({ rule }) => rule)).size;
const passed = chosen.length + (whole ? 1 : 0) - broken;
process.stdout.write(`${tree.sources.length} files: ${passed} rules hold, ${broken} do not\n`);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed, failed: broken }));
process.exitCode = broken === 0 && chosen.length > 0 && tree.sources.length > 0 ? 0 : 1;
