/** Finds imports that lead back to where they started, between files and between rooms, types included. */
import { resolveImport } from "./resolve.ts";
import { roomOf } from "./rooms.ts";
import { isTest, type Finding, type Rule, type Tree } from "./tree.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const graphOf = (tree: Tree, name: (path: string) => string | null): Graph => {
  const graph = new Map<string, Set<string>>();
  for (const source of tree.sources) {
    const from = name(source.path);
    if (from === null) continue;
    const edges = graph.get(from) ?? new Set<string>();
    graph.set(from, edges);
    for (const note of source.imports) {
      const target = resolveImport(tree, source, note.from);
      const to = target.kind === "file" ? name(target.path) : null;
      if (to !== null && to !== from) edges.add(to);
    }
  }
  return graph;
};

/**
 * One path for each ring that a depth-first walk closes, in the order of the names.
 * Empty exactly when the graph has no ring; not a list of all rings.
 */
export const ringsOf = (graph: Graph): readonly (readonly string[])[] => {
  const rings: (readonly string[])[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): void => {
    const at = path.indexOf(name);
    if (at >= 0) rings.push([...path.slice(at), name]);
    if (at >= 0 || done.has(name)) return;
    path.push(name);
    for (const next of [...(graph.get(name) ?? [])].toSorted()) visit(next);
    path.pop();
    done.add(name);
  };
  for (const name of [...graph.keys()].toSorted()) visit(name);
  return rings;
};

const ringRule = (name: string, holds: string, label: (path: string) => string | null): Rule => ({
  name,
  holds,
  check: (tree) =>
    ringsOf(graphOf(tree, label)).map((ring): Finding => ({
      rule: name,
      path: ring[0] ?? "",
      line: 1,
      message: `goes in a ring: ${ring.join(" -> ")}`,
    })),
});

/** No file imports, through however many others, itself. */
export const fileCycles = ringRule("file cycles", "no file imports itself through others", (path) => path);

/** No room imports, through however many others, itself. What builds the app and the relay stands above the rooms. */
export const roomCycles = ringRule("room cycles", "no room imports itself through others", (path) => {
  const room = roomOf(path);
  const above = room === null || room.may === "everything" || room.name === "relay main";
  return above || isTest(path) || room.name === "testkit" ? null : room.name;
});
