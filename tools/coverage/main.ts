/** `npm run -s coverage`: one JSON line about the rows that the built app reaches and the tests name. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rowIds } from "../../packages/content/rows.ts";
import { modulesOf, namedIn, reachedScreens, reachedTables, shortfalls, type CoverageLine } from "./walk.ts";

const root = process.cwd();
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const tables = import.meta.glob<Readonly<Record<string, unknown>>>(
  ["../../packages/content/**/*.ts", "!../../packages/content/**/*.test.ts", "!../../packages/content/index.ts"],
  { eager: true },
);

const fromRoot = <Value>(files: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(files).map(([path, value]) => [path.replace(/^(?:\.\.\/)+/, ""), value]));

const below = (path: string): readonly string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { recursive: true, encoding: "utf8" })
        .map((name) => `${path}/${name.replaceAll("\\", "/")}`)
        .filter((name) => !name.includes("node_modules") && /\.tsx?$/.test(name))
    : [];

const isTest = (path: string): boolean => path.startsWith("tests/") || path.includes(".test.");

const measure = (): { readonly line: CoverageLine; readonly reached: readonly string[] } => {
  const files = ["packages", "apps", "tests"].flatMap(below);
  const views = files.filter((path) => path.startsWith("apps/") && !isTest(path));
  const modules = modulesOf(["build/meta/web.json", "build/meta/pages.json"].map(read));
  const screens = Object.fromEntries(views.map((path) => [path, read(path)]));
  const reached = [...reachedTables(modules, fromRoot(tables)), ...reachedScreens(modules, screens)];
  const reachable = rowIds.filter((id) => reached.includes(id));
  const tested = namedIn(rowIds, files.filter(isTest).map(read));
  return { line: { rows: rowIds.length, reachable, tested }, reached };
};

const { line, reached } = measure();
process.stdout.write(`${JSON.stringify(line)}\n`);
if (process.argv.includes("--check")) {
  const faults = shortfalls(line, rowIds, reached);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
