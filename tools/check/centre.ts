/** Finds the file that most others lean on; it should be an idea of the domain, not a convenience. */
import { resolveImport } from "./resolve.ts";
import { roomOf } from "./rooms.ts";
import { isTest, sourcesWhere, type Rule, type Tree } from "./tree.ts";

const centres = ["domain", "basics", "wire"];

/** How many shipped files import each file of ours. */
export const importCounts = (tree: Tree): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const source of sourcesWhere(tree, (path) => /^(?:packages|apps)\//.test(path) && !isTest(path))) {
    const targets = source.imports.map((note) => resolveImport(tree, source, note.from));
    const paths = new Set(targets.flatMap((target) => (target.kind === "file" ? [target.path] : [])));
    for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
};

/** The most imported module is a file of domain, basics or wire. */
export const centre: Rule = {
  name: "centre",
  holds: `the most imported module stands in ${centres.join(", ")}`,
  check: (tree) => {
    const [path, count] = [...importCounts(tree)].toSorted(([, a], [, b]) => b - a)[0] ?? ["", 0];
    if (path === "" || centres.includes(roomOf(path)?.name ?? "")) return [];
    return [{ rule: "centre", path, line: 1, message: `is the most imported file (${count} times)` }];
  },
};
