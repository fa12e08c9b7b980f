/** Finds the file that an import means, by the few ways in which this house imports. */
import { posix } from "node:path";
import type { Source } from "./source.ts";
import type { Tree } from "./tree.ts";

/** What an import names: a file of ours, something installed, something of Node, or made by the build. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "installed"; readonly name: string }
  | { readonly kind: "node"; readonly name: string }
  | { readonly kind: "made" };

/** The installed package of a specifier: `@noble/hashes/sha2.js` gives `@noble/hashes`. */
export const packageName = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

const known = new WeakMap<Tree, ReadonlySet<string>>();

const pathsOf = (tree: Tree): ReadonlySet<string> => {
  const paths = known.get(tree) ?? new Set(tree.sources.map(({ path }) => path));
  known.set(tree, paths);
  return paths;
};

/** Resolves `from` as written in `source`. Assets such as style sheets count as made by the build. */
export const resolveImport = (tree: Tree, source: Source, from: string): Target => {
  if (from.startsWith("node:")) return { kind: "node", name: from };
  if (from.startsWith("virtual:") || /\.(?:css|svg|woff2|json)(?:\?.*)?$/.test(from)) return { kind: "made" };
  if (from.startsWith(".") || from.startsWith("/")) {
    const path = posix.normalize(posix.join(posix.dirname(source.path), from));
    return { kind: pathsOf(tree).has(path) ? "file" : "missing", path };
  }
  const own = tree.manifests.find(({ name, folder }) => folder !== "" && name === from);
  if (own !== undefined) return { kind: "file", path: `${own.folder}/index.ts` };
  return { kind: "installed", name: packageName(from) };
};
