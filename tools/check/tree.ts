/** Holds everything the rules look at: the parsed sources, the manifests and a few other files, all read beforehand. */
import { parseSource, type Source } from "./source.ts";

/** What one `package.json` of the house says. `folder` is where it stands, `""` for the root. */
export interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The whole source tree as the rules see it. */
export interface Tree {
  readonly sources: readonly Source[];
  readonly manifests: readonly Manifest[];
  /** Files that are not parsed, by path: pages, the lock file, decisions, notes of the build. */
  readonly texts: ReadonlyMap<string, string>;
  /** The day that the rules are held on, as YYYY-MM-DD. */
  readonly today: string;
}

/** One place where a rule does not hold. `line` is 1 when the finding is about a whole file or folder. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A rule: its name, what it holds in one sentence, and how it finds where it does not. */
export interface Rule {
  readonly name: string;
  readonly holds: string;
  readonly check: (tree: Tree) => readonly Finding[];
}

const supports = /(?:^|\/)(?:(?:[a-z-]+-)?contract|sample-[a-z-]+|testing)\.tsx?$/;

/**
 * True for a file that serves tests: a test beside its idea, a contract suite for every adapter of a port, samples and
 * set-up that tests share, and all of tests/. Nothing that is shipped may import one, so a name cannot hide code here.
 */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || supports.test(path) || path.startsWith("tests/");

/** True for the configuration of a tool, which stands in a room but is no part of it. */
export const isConfig = (path: string): boolean => /\.config\.(?:ts|mjs)$/.test(path);

/** True for tables of words, which may be as long as there is to say. Their tests are tests. */
export const isTable = (path: string): boolean =>
  /^packages\/content\/(?:locales\/|catalogue\/|wording\/|rows\.ts$)/.test(path) && !isTest(path);

/** True for what is built into something that people run. */
export const isShipped = (path: string): boolean =>
  /^(?:packages|apps)\//.test(path) && !isTest(path) && !path.startsWith("packages/testkit/") && !isConfig(path);

/** The sources that `keep` says yes to. */
export const sourcesWhere = (tree: Tree, keep: (path: string) => boolean): readonly Source[] =>
  tree.sources.filter(({ path }) => keep(path));

/** `items` by the key that `keyOf` gives each, in the order in which the keys first appear. */
export const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
};

const records = (value: unknown): Readonly<Record<string, string>> => {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, version]) => [name, String(version)]));
};

const manifestOf = (path: string, text: string): Manifest => {
  const json: unknown = JSON.parse(text);
  const field = (name: string): unknown =>
    typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
  return {
    folder: path === "package.json" ? "" : path.slice(0, -"/package.json".length),
    name: JSON.stringify(field("name") ?? "").slice(1, -1),
    dependencies: records(field("dependencies")),
    devDependencies: records(field("devDependencies")),
  };
};

/** This day, as YYYY-MM-DD. */
const thisDay = (): string => new Date().toISOString().slice(0, 10);

/** The tree over `files`, path to text, on a day. Sources are parsed, manifests read, the rest is kept as text. */
export const treeOf = (files: Readonly<Record<string, string>>, today = thisDay()): Tree => {
  const entries = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const isSource = (path: string): boolean => /\.(?:ts|tsx|mjs)$/.test(path);
  const isManifest = (path: string): boolean => path === "package.json" || path.endsWith("/package.json");
  return {
    sources: entries.filter(([path]) => isSource(path)).map(([path, text]) => parseSource(path, text)),
    manifests: entries.filter(([path]) => isManifest(path)).map(([path, text]) => manifestOf(path, text)),
    texts: new Map(entries.filter(([path]) => !isSource(path) && !isManifest(path))),
    today,
  };
};
