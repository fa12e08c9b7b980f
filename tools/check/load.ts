/** Reads from disk the files that the rules look at. */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const folders = ["packages", "apps", "tools", "tests", "bench"];
const singles = [
  "package.json",
  "package-lock.json",
  "vitest.config.ts",
  "build/meta/relay.json",
  "build/meta/web.json",
  "build/meta/keys.json",
  "build/meta/pages.json",
  "docs/decisions/dependencies.md",
];
const wanted = /\.(?:ts|tsx|mjs|html)$|(?:^|\/)package\.json$/;

const below = (root: string, path: string): readonly string[] => {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "node_modules" && !name.startsWith("."))
    .flatMap((name) => below(root, `${path}/${name}`));
};

/** Path to text for everything below `root` that a rule reads. */
export const loadFiles = (root: string): Readonly<Record<string, string>> => {
  const paths = [...folders.flatMap((folder) => below(root, folder)).filter((path) => wanted.test(path)), ...singles];
  const present = paths.filter((path) => existsSync(join(root, path)));
  return Object.fromEntries(present.map((path) => [path, readFileSync(join(root, path), "utf8")]));
};
