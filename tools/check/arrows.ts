/** Holds the arrows: every room imports only the rooms it may, types included, and only what its manifest lists. */
import { posix } from "node:path";
import { resolveImport } from "./resolve.ts";
import { featureOf, packageOf, roomOf, type Room } from "./rooms.ts";
import { lineAt, type ImportNote, type Source } from "./source.ts";
import { isConfig, isShipped, isTest, type Finding, type Manifest, type Rule, type Tree } from "./tree.ts";

type Judge = (tree: Tree, source: Source, note: ImportNote) => string | null;

/** A rule that looks at one import at a time. */
const importRule = (name: string, holds: string, judge: Judge): Rule => ({
  name,
  holds,
  check: (tree) => {
    const findings: Finding[] = [];
    for (const source of tree.sources) {
      for (const note of source.imports) {
        const message = judge(tree, source, note);
        if (message !== null)
          findings.push({ rule: name, path: source.path, line: lineAt(source, note.start), message });
      }
    }
    return findings;
  },
});

/**
 * Shipped code keeps to the plan. Tests of a package may also use testkit, and the lists of content that their code is
 * made for; tests of an app every room of that app.
 */
const mayImport = (source: Source, from: Room, target: string, to: Room): boolean => {
  if (from.may === "everything" || from.name === to.name || from.may.includes(to.name)) return true;
  if (!isTest(source.path)) return false;
  const sameApp = source.path.startsWith("apps/") && packageOf(source.path) === packageOf(target);
  return sameApp || to.name === "testkit" || to.name === "content";
};

/** Rooms may import only the rooms that the plan gives them. */
export const arrows = importRule(
  "arrows",
  "a room imports only the rooms that the plan allows",
  (tree, source, note) => {
    const target = resolveImport(tree, source, note.from);
    const from = roomOf(source.path);
    if (target.kind !== "file" || from === null || isConfig(source.path)) return null;
    const to = roomOf(target.path);
    const forTests = isTest(target.path) || to?.name === "testkit";
    if (forTests && isShipped(source.path)) return "what is shipped imports what is for tests";
    if (to === null) return isTest(source.path) ? null : `${from.name} imports ${target.path}, which stands in no room`;
    return mayImport(source, from, target.path, to) ? null : `${from.name} may not import ${to.name}`;
  },
);

/** Features of the domain do not know each other. */
export const features = importRule(
  "features",
  "a feature of the domain imports only events and itself",
  (tree, source, note) => {
    const own = featureOf(source.path);
    const target = resolveImport(tree, source, note.from);
    if (own === null || target.kind !== "file" || isTest(source.path)) return null;
    const inDomain = target.path.startsWith("packages/domain/");
    const fine = !inDomain || target.path.startsWith("packages/domain/events/") || featureOf(target.path) === own;
    return fine ? null : `${own} imports ${target.path}`;
  },
);

/** Tests may also use whatever the house has installed for development, or for another room. */
const allowedByManifest = (tree: Tree, manifest: Manifest, name: string, test: boolean): boolean =>
  name in manifest.dependencies ||
  (test && tree.manifests.some((each) => name in each.dependencies || name in each.devDependencies));

/** A package imports what its own manifest lists; its tests also what anybody's lists. */
export const manifests = importRule(
  "manifests",
  "a package imports only what its own manifest lists",
  (tree, source, note) => {
    const folder = packageOf(source.path);
    const manifest = tree.manifests.find((each) => each.folder === folder);
    if (manifest === undefined || isConfig(source.path)) return null;
    const test = isTest(source.path) || folder === "packages/testkit";
    const target = resolveImport(tree, source, note.from);
    const name = note.from.startsWith("@belay/") ? note.from : target.kind === "installed" ? target.name : null;
    if (name === null || name === manifest.name || allowedByManifest(tree, manifest, name, test)) return null;
    if (test && name === "@belay/testkit") return null;
    return `${name} is not in ${folder ?? ""}/package.json`;
  },
);

/** Node's own modules are for what runs on Node. */
export const platform = importRule(
  "platform",
  "only the relay, tests and tools use Node's own modules",
  (tree, source, note) => {
    const folder = packageOf(source.path);
    const free = folder === null || folder === "apps/relay" || folder === "packages/testkit" || isTest(source.path);
    const config = isConfig(source.path);
    return resolveImport(tree, source, note.from).kind === "node" && !free && !config ? `imports ${note.from}` : null;
  },
);

/** Inside a package by file, with its ending; between packages by name. Only pages may reach into the app's parts. */
export const spelling = importRule(
  "import spelling",
  "imports inside a package name the file, between packages the package",
  (tree, source, note) => {
    const target = resolveImport(tree, source, note.from);
    if (target.kind === "missing") return `${note.from} is no file here (write the ending too)`;
    if (/^@belay\/[^/]+\//.test(note.from)) return `${note.from} reaches past the door of its package`;
    if (target.kind !== "file" || !note.from.startsWith(".")) return null;
    const [from, to] = [packageOf(source.path), packageOf(target.path)];
    if (from === null || from === to || isConfig(source.path) || (isTest(source.path) && to === null)) return null;
    if (from === "apps/pages" && target.path.startsWith("apps/web/parts/")) return null;
    return `reaches ${posix.dirname(target.path)} by path instead of by name`;
  },
);

/** The relay is blind because it cannot import, not because it promises. */
export const blindRelay: Rule = {
  name: "blind relay",
  holds: "the relay can import neither domain nor vault, and its bundle holds neither",
  check: (tree) => {
    const banned = ["domain", "vault", "guidance", "measures", "content"];
    const path = "apps/relay/package.json";
    const manifest = tree.manifests.find(({ folder }) => folder === "apps/relay");
    const listed = banned.filter((name) => `@belay/${name}` in (manifest?.dependencies ?? {}));
    const note = tree.texts.get("build/meta/relay.json");
    const bundled = banned.filter((name) => note?.includes(`"packages/${name}/`) === true);
    const finding = (message: string): Finding => ({ rule: "blind relay", path, line: 1, message });
    return [
      ...(manifest === undefined ? [finding("there is no manifest of the relay")] : []),
      ...(note === undefined ? [finding("the relay is not built: node tools/build.mjs relay")] : []),
      ...listed.map((name) => finding(`lists ${name}`)),
      ...bundled.map((name) => finding(`the built relay holds ${name}`)),
    ];
  },
};
